import { and, eq, inArray, sql } from 'drizzle-orm'
import type { Day } from '../time.ts'
import type { Tx } from './database.ts'
import { assignments } from './schema/index.ts'
import { uuidArray } from './uuid-array.ts'

/** What is open of one round in some units. */
export interface OpenRound {
  obligationId: string
  period: string
  /** The earliest and the latest last good day of it. */
  from: Day
  to: Day
  assignmentIds: string[]
}

/** Everything that these units and their people still owe before a day, by round; shown ones only. */
export async function listOpenRounds(
  tx: Tx,
  query: { obligationIds: readonly string[]; unitIds: readonly string[]; before: Day; today: Day },
): Promise<OpenRound[]> {
  const { obligationIds, unitIds, before, today } = query
  if (obligationIds.length === 0 || unitIds.length === 0) return []
  const rows = await tx.execute<{
    obligation_id: string
    period: string
    from: Day
    to: Day
    ids: string[]
  }>(sql`
    select obligation_id, period, min(due_on)::text as "from", max(due_on)::text as "to",
      array_agg(id::text order by id) as ids
    from assignments
    where obligation_id = any(${uuidArray(obligationIds)}) and unit_id = any(${uuidArray(unitIds)})
      and state = 'open' and closed_at is null and due_on < ${before}
      and (opens_on is null or opens_on <= ${today})
    group by obligation_id, period
    order by min(due_on) desc, obligation_id, period`)
  return [...rows].map(({ obligation_id: obligationId, period, from, to, ids }) => ({
    obligationId,
    period,
    from,
    to,
    assignmentIds: ids,
  }))
}

/** Who owes these things: people, and units that owe them themselves. */
export async function listOwing(
  tx: Tx,
  assignmentIds: readonly string[],
): Promise<
  { assignmentId: string; obligationId: string; period: string; personId: string | null; unitId: string }[]
> {
  if (assignmentIds.length === 0) return []
  return tx
    .select({
      assignmentId: assignments.id,
      obligationId: assignments.obligationId,
      period: assignments.period,
      personId: assignments.personId,
      unitId: assignments.unitId,
    })
    .from(assignments)
    .where(sql`${assignments.id} = any(${uuidArray(assignmentIds)})`)
    .orderBy(assignments.id)
}

/** How much of one round is done, of what was not withdrawn. */
export async function countRound(
  tx: Tx,
  round: { obligationId: string; period: string },
): Promise<{ total: number; done: number; isClosed: boolean }> {
  const [row] = await tx
    .select({
      total: sql<number>`count(*)::int`,
      done: sql<number>`(count(*) filter (where ${assignments.state} = 'done'))::int`,
      closed: sql<number>`(count(*) filter (where ${assignments.closedAt} is not null))::int`,
    })
    .from(assignments)
    .where(
      and(
        eq(assignments.obligationId, round.obligationId),
        eq(assignments.period, round.period),
        inArray(assignments.state, ['open', 'done']),
      ),
    )
  return { total: row!.total, done: row!.done, isClosed: row!.closed > 0 }
}
