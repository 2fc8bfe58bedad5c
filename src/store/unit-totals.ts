import { and, desc, eq, inArray, lt, sql } from 'drizzle-orm'
import type { UnitTotal } from '../domain/unit-totals.ts'
import type { Day } from '../time.ts'
import type { StoreTools } from './audit.ts'
import type { Tx } from './database.ts'
import { obligations, people, programmes, units, unitTotals } from './schema/index.ts'
import { uuidArray } from './uuid-array.ts'

/** A total as it counts now. */
export interface StatedTotal extends UnitTotal {
  unitId: string
  obligationId: string
  period: string
  /** Version; the first is 1. */
  number: number
}

/** The totals of a tree that count: of each unit and round the newest. */
export async function listTotals(
  tx: Tx,
  of: {
    treeId: string
    obligationIds?: readonly string[]
    unitIds?: readonly string[]
    /** As they stood then (product time). */
    before?: Date
  },
): Promise<StatedTotal[]> {
  if (of.obligationIds?.length === 0 || of.unitIds?.length === 0) return []
  return tx
    .selectDistinctOn([unitTotals.unitId, unitTotals.obligationId, unitTotals.period], {
      unitId: unitTotals.unitId,
      obligationId: unitTotals.obligationId,
      period: unitTotals.period,
      number: unitTotals.number,
      done: unitTotals.done,
      total: unitTotals.total,
      deeds: unitTotals.deeds,
    })
    .from(unitTotals)
    .where(
      and(
        eq(unitTotals.treeId, of.treeId),
        of.obligationIds && inArray(unitTotals.obligationId, [...of.obligationIds]),
        of.unitIds && inArray(unitTotals.unitId, [...of.unitIds]),
        of.before && lt(unitTotals.at, of.before),
      ),
    )
    .orderBy(unitTotals.unitId, unitTotals.obligationId, unitTotals.period, desc(unitTotals.number))
}

/** Adds a version; the ones before stay. `number`: the version that was seen last, 0 for none. */
export async function saveTotal(
  tools: StoreTools,
  stated: StatedTotal & { treeId: string; statedBy: string },
): Promise<boolean> {
  const rows = await tools.tx
    .insert(unitTotals)
    .values({ ...stated, number: stated.number + 1, id: tools.newId(), at: tools.now })
    .onConflictDoNothing()
    .returning({ id: unitTotals.id })
  return rows.length > 0
}

/** One round in which people of a unit owe something in a live programme. */
export interface TotalRound {
  programmeId: string
  obligationId: string
  obligation: string
  period: string
  dueOn: Day
  dueZone: string
  owed: number
  filed: number
}

/** The rounds of a unit that are open to totals, the nearest date first; what is long past comes last. */
export async function listTotalRounds(
  tx: Tx,
  unitId: string,
  programmeIds: readonly string[],
  day: Day,
): Promise<TotalRound[]> {
  if (programmeIds.length === 0) return []
  const rows = await tx.execute<{
    programme_id: string
    obligation_id: string
    code: string
    period: string
    due_on: Day
    due_zone: string
    owed: number
    filed: number
  }>(sql`
    select o.programme_id, o.id as obligation_id, o.code, a.period, max(a.due_on)::text as due_on,
      max(a.due_zone) as due_zone, count(*)::int as owed,
      (count(*) filter (where a.state = 'done'))::int as filed
    from assignments a join obligations o on o.id = a.obligation_id
    where a.unit_id = ${unitId} and o.programme_id = any(${uuidArray(programmeIds)})
      and a.person_id is not null and a.state in ('open', 'done') and a.due_on is not null
      and not a.voluntary and not a.before_bot and (a.opens_on is null or a.opens_on <= ${day})
    group by o.programme_id, o.id, o.code, a.period
    order by max(a.due_on) < ${day}, abs(max(a.due_on) - ${day}::date), o.code, a.period`)
  return [...rows].map((row) => ({
    programmeId: row.programme_id,
    obligationId: row.obligation_id,
    obligation: row.code,
    period: row.period,
    dueOn: row.due_on,
    dueZone: row.due_zone,
    owed: row.owed,
    filed: row.filed,
  }))
}

/** Every version of every total, the one that counts marked: for exports. */
export async function listTotalRows(tx: Tx, unitIds?: readonly string[]): Promise<Record<string, unknown>[]> {
  const newest = sql<boolean>`${unitTotals.number} = max(${unitTotals.number}) over (
    partition by ${unitTotals.unitId}, ${unitTotals.obligationId}, ${unitTotals.period})`
  return tx
    .select({
      programme: programmes.code,
      obligation: obligations.code,
      period: unitTotals.period,
      unit: units.code,
      source: sql<string>`'stated'`,
      done: unitTotals.done,
      total: unitTotals.total,
      deeds: unitTotals.deeds,
      version: unitTotals.number,
      current: newest,
      stated_by: people.code,
      at: unitTotals.at,
    })
    .from(unitTotals)
    .innerJoin(obligations, eq(obligations.id, unitTotals.obligationId))
    .innerJoin(programmes, eq(programmes.id, obligations.programmeId))
    .innerJoin(units, eq(units.id, unitTotals.unitId))
    .innerJoin(people, eq(people.id, unitTotals.statedBy))
    .where(unitIds && inArray(unitTotals.unitId, [...unitIds]))
    .orderBy(programmes.code, units.code, obligations.code, unitTotals.period, unitTotals.number)
}
