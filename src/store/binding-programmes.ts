import { and, asc, desc, eq, inArray, isNotNull, min } from 'drizzle-orm'
import type { Programme } from '../domain/programme.ts'
import type { OfficeDate, Opening } from '../domain/rounds.ts'
import type { BindingProgramme } from '../domain/wanted-assignments.ts'
import { dayOf } from '../time.ts'
import type { Tx } from './database.ts'
import { obligations, officeDates, programmes, programmeVersions, roundChanges } from './schema/index.ts'

/** A published or live programme of a tree, with the ids of its rows. */
export interface BindingRow extends BindingProgramme {
  id: string
  state: 'published' | 'live'
  /** Obligation code → row id, obligations of earlier versions included. */
  obligationIds: ReadonlyMap<string, string>
}

/** The programmes that bind the people of a tree, each in the version published last. */
export async function listBindingProgrammes(tx: Tx, treeId: string): Promise<BindingRow[]> {
  const rows = await tx
    .select()
    .from(programmes)
    .where(and(eq(programmes.treeId, treeId), inArray(programmes.state, ['published', 'live'])))
    .orderBy(asc(programmes.code))
  const bindings: BindingRow[] = []
  for (const row of rows) {
    const published = and(eq(programmeVersions.programmeId, row.id), isNotNull(programmeVersions.publishedAt))
    const [version] = await tx
      .select({ content: programmeVersions.content })
      .from(programmeVersions)
      .where(published)
      .orderBy(desc(programmeVersions.number))
      .limit(1)
    const [first] = await tx
      .select({ at: min(programmeVersions.publishedAt) })
      .from(programmeVersions)
      .where(published)
    if (!version || !first?.at) continue
    const codes = await tx.select().from(obligations).where(eq(obligations.programmeId, row.id))
    bindings.push({
      id: row.id,
      state: row.state as BindingRow['state'],
      programme: version.content as Programme,
      ownerUnitId: row.ownerUnitId,
      officeDates: await listOfficeDates(tx, row.id),
      openings: await listOpenings(tx, row.id),
      publishedOn: dayOf(new Date(first.at)),
      liveFrom: row.liveFrom,
      obligationIds: new Map(codes.map(({ code, id }) => [code, id])),
    })
  }
  return bindings
}

/** The dates that the office fixed in a programme; of several for one round the newest. */
export async function listOfficeDates(tx: Tx, programmeId: string): Promise<OfficeDate[]> {
  const rows = await tx
    .selectDistinctOn([officeDates.obligationId, officeDates.period], {
      obligation: obligations.code,
      period: officeDates.period,
      lastGoodDay: officeDates.dueOn,
      phrase: officeDates.phrase,
    })
    .from(officeDates)
    .innerJoin(obligations, eq(obligations.id, officeDates.obligationId))
    .where(eq(obligations.programmeId, programmeId))
    .orderBy(officeDates.obligationId, officeDates.period, desc(officeDates.setAt), desc(officeDates.id))
  return rows
}

/** Rounds of a programme that were opened before their day; of several the newest. */
export async function listOpenings(tx: Tx, programmeId: string): Promise<Opening[]> {
  const rows = await tx
    .selectDistinctOn([roundChanges.obligationId, roundChanges.period], {
      obligation: obligations.code,
      period: roundChanges.period,
      opensOn: roundChanges.opensOn,
    })
    .from(roundChanges)
    .innerJoin(obligations, eq(obligations.id, roundChanges.obligationId))
    .where(and(eq(obligations.programmeId, programmeId), isNotNull(roundChanges.opensOn)))
    .orderBy(roundChanges.obligationId, roundChanges.period, desc(roundChanges.at), desc(roundChanges.id))
  return rows.map(({ opensOn, ...row }) => ({ ...row, opensOn: opensOn! }))
}
