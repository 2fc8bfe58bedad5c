import { and, asc, desc, eq, isNotNull, type SQL } from 'drizzle-orm'
import type { Programme } from '../domain/programme.ts'
import type { Day } from '../time.ts'
import type { Tx } from './database.ts'
import { programmes, programmeVersions } from './schema/index.ts'

/** A programme in use, as published last. */
export interface LiveProgramme {
  id: string
  treeId: string
  code: string
  ownerUnitId: string
  /** First day of use. */
  liveFrom: Day
  content: Programme
}

/** Programmes that are live, of one tree or of all, by code. */
export async function listLiveProgrammes(tx: Tx, treeId?: string): Promise<LiveProgramme[]> {
  const ofTree: SQL | undefined = treeId === undefined ? undefined : eq(programmes.treeId, treeId)
  const rows = await tx
    .selectDistinctOn([programmes.id], {
      id: programmes.id,
      treeId: programmes.treeId,
      code: programmes.code,
      ownerUnitId: programmes.ownerUnitId,
      liveFrom: programmes.liveFrom,
      content: programmeVersions.content,
    })
    .from(programmes)
    .innerJoin(programmeVersions, eq(programmeVersions.programmeId, programmes.id))
    .where(and(eq(programmes.state, 'live'), isNotNull(programmeVersions.publishedAt), ofTree))
    .orderBy(asc(programmes.id), desc(programmeVersions.number))
  return rows
    .map((row) => ({ ...row, liveFrom: row.liveFrom ?? '', content: row.content as Programme }))
    .sort((a, b) => a.code.localeCompare(b.code))
}
