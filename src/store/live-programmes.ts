import { and, asc, desc, eq, inArray, isNotNull, lte } from 'drizzle-orm'
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
      versionId: programmeVersions.id,
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
  const contents = await contentsOf(
    tx,
    rows.map((row) => row.versionId),
  )
  return rows
    .map(({ versionId, ...row }) => ({ ...row, liveFrom: row.liveFrom!, content: contents.get(versionId)! }))
    .sort((a, b) => a.code.localeCompare(b.code))
}

/** Versions never change (a trigger refuses it): each is read once, since every answer of a form needs one. */
const known = new Map<string, Programme>()
const MOST_KNOWN = 200

async function contentsOf(tx: Tx, versionIds: readonly string[]): Promise<Map<string, Programme>> {
  const missing = versionIds.filter((id) => !known.has(id))
  if (missing.length > 0) {
    if (known.size + missing.length > MOST_KNOWN) known.clear()
    const rows = await tx
      .select({ id: programmeVersions.id, content: programmeVersions.content })
      .from(programmeVersions)
      .where(inArray(programmeVersions.id, versionIds as string[]))
    for (const { id, content } of rows) known.set(id, content as Programme)
  }
  return new Map(versionIds.map((id) => [id, known.get(id)!]))
}
