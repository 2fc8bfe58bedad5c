import { and, asc, desc, eq, isNotNull, lte } from 'drizzle-orm'
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

/** Programmes that are live, of one tree or of all, by code; with `day` only those in use on it. */
export async function listLiveProgrammes(tx: Tx, treeId?: string, day?: Day): Promise<LiveProgramme[]> {
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
    .where(
      and(
        eq(programmes.state, 'live'),
        isNotNull(programmes.liveFrom),
        isNotNull(programmeVersions.publishedAt),
        treeId === undefined ? undefined : eq(programmes.treeId, treeId),
        day === undefined ? undefined : lte(programmes.liveFrom, day),
      ),
    )
    .orderBy(asc(programmes.id), desc(programmeVersions.number))
  return rows
    .map((row) => ({ ...row, liveFrom: row.liveFrom!, content: row.content as Programme }))
    .sort((a, b) => a.code.localeCompare(b.code))
}
