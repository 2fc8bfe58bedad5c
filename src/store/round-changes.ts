import { and, desc, eq, inArray, isNotNull, isNull, sql } from 'drizzle-orm'
import type { Period } from '../domain/period.ts'
import { dayOf } from '../time.ts'
import type { StoreTools } from './audit.ts'
import { cancelQueuedAbout } from './cancel-queued.ts'
import type { Tx } from './database.ts'
import { lockAssignments } from './programmes.ts'
import { recomputeAssignments } from './recompute-assignments.ts'
import { assignments, roundChanges } from './schema/index.ts'

/** What the office does with a round: show it before its day, take no more filings, take them again. */
export type RoundChange = 'opened' | 'closed' | 'reopened'

export interface RoundChangeRequest {
  treeId: string
  obligationId: string
  period: Period
  change: RoundChange
  /** Code of the person, or `operator`. */
  by: string
  reason: string
}

/** `about`: what is still owed in it, for those who are told. */
export type RoundChangeOutcome =
  | { outcome: 'changed'; id: string; about: string[] }
  | { outcome: 'refused'; reason: 'is-open' | 'is-closed' | 'not-closed' }

/**
 * Changes a round in the caller's transaction. What was sent back may be mended after closing too. Who may do
 * so has been decided before.
 */
export async function changeRound(
  tools: StoreTools,
  request: RoundChangeRequest,
): Promise<RoundChangeOutcome> {
  const { tx, now } = tools
  const { treeId, obligationId, period, change } = request
  await lockAssignments(tx, treeId)
  const round = and(eq(assignments.obligationId, obligationId), eq(assignments.period, period))
  const isClosed = (await findRoundChange(tx, request)) === 'closed'
  if (change === 'closed' && isClosed) return { outcome: 'refused', reason: 'is-closed' }
  if (change === 'reopened' && !isClosed) return { outcome: 'refused', reason: 'not-closed' }
  if (change === 'opened') {
    if (isClosed) return { outcome: 'refused', reason: 'is-closed' }
    const later = await tx
      .select({ id: assignments.id })
      .from(assignments)
      .where(and(round, sql`${assignments.opensOn} > ${dayOf(now)}`))
      .limit(1)
    if (later.length === 0) return { outcome: 'refused', reason: 'is-open' }
  }
  const id = tools.newId()
  const { by, reason } = request
  const opensOn = change === 'opened' ? dayOf(now) : null
  await tx.insert(roundChanges).values({ id, obligationId, period, change, opensOn, by, reason, at: now })
  const owed = and(round, eq(assignments.state, 'open'))
  if (change === 'reopened')
    await tx
      .update(assignments)
      .set({ closedAt: null })
      .where(and(round, isNotNull(assignments.closedAt)))
  const about = await tx
    .select({ id: assignments.id })
    .from(assignments)
    .where(and(owed, isNull(assignments.closedAt), notSentBack()))
  const ids = about.map((row) => row.id)
  if (change === 'closed') {
    await tx
      .update(assignments)
      .set({ closedAt: now })
      .where(and(round, inArray(assignments.state, ['open', 'done']), notSentBack()))
    await cancelQueuedAbout(tools, ...ids)
  }
  if (change === 'opened') await recomputeAssignments(tools, { treeId, by })
  return { outcome: 'changed', id, about: ids }
}

/** The change of a round that holds now; null: none was made. */
export async function findRoundChange(
  tx: Tx,
  { obligationId, period }: { obligationId: string; period: Period },
): Promise<RoundChange | null> {
  const [row] = await tx
    .select({ change: roundChanges.change })
    .from(roundChanges)
    .where(and(eq(roundChanges.obligationId, obligationId), eq(roundChanges.period, period)))
    .orderBy(desc(roundChanges.at), desc(roundChanges.id))
    .limit(1)
  return (row?.change as RoundChange | undefined) ?? null
}

/** What was filed once and is open was sent back. */
function notSentBack() {
  return sql`not (${assignments.state} = 'open'
    and exists (select 1 from submissions s where s.assignment_id = ${assignments.id}))`
}
