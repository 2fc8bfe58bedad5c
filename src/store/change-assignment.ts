import { and, eq, lt, sql } from 'drizzle-orm'
import type { PersonView } from '../domain/person.ts'
import type { WithdrawalReason } from '../domain/plan-assignments.ts'
import type { Day } from '../time.ts'
import type { StoreTools } from './audit.ts'
import { authorise } from './authorise.ts'
import { cancelQueuedAbout } from './cancel-queued.ts'
import { lockAssignments } from './programmes.ts'
import { recomputeAssignments } from './recompute-assignments.ts'
import { assignmentChanges, assignments } from './schema/index.ts'
import { uuidArray } from './uuid-array.ts'

/** Who changes one assignment, and why in their words. */
export interface AssignmentChange {
  assignmentId: string
  by: PersonView | 'operator'
  reason: string
}

export type AssignmentChangeOutcome =
  | { outcome: 'changed'; from: Day | null }
  /** `rule-word`: the reason reads like one of the rules', which may be taken back by them. */
  | { outcome: 'refused'; reason: 'unknown' | 'not-open' | 'no-date' | 'not-later' | 'rule-word' }

/** Postgres takes 65535 parameters in a statement. */
const ROWS_AT_ONCE = 1000

const RULE_WORDS: readonly string[] = ['left', 'not-asked', 'dropped'] satisfies WithdrawalReason[]

/**
 * Gives one person or unit more time: a later last good day, with the words that tell where it comes from.
 * From then on only a still later date of the programme moves it. What was queued about the old date goes.
 */
export async function extendAssignment(
  tools: StoreTools,
  change: AssignmentChange & { dueOn: Day; phrase: string },
): Promise<AssignmentChangeOutcome> {
  const row = await openOne(tools, change, 'extend')
  if ('outcome' in row) return row
  const { dueOn, phrase } = change
  if (row.dueOn === null) return { outcome: 'refused', reason: 'no-date' }
  if (dueOn <= row.dueOn) return { outcome: 'refused', reason: 'not-later' }
  await tools.tx.update(assignments).set({ dueOn, duePhrase: phrase }).where(eq(assignments.id, row.id))
  await note(tools, change, { kind: 'extended', fromDueOn: row.dueOn, toDueOn: dueOn })
  // What was due before the bot came may be due after it now.
  await recomputeAssignments(tools, { treeId: row.treeId })
  return { outcome: 'changed', from: row.dueOn }
}

/** Several at once, with one reason. `extended`: those that are open and were due before; the others stay. */
export async function extendAssignments(
  tools: StoreTools,
  change: {
    assignmentIds: readonly string[]
    by: PersonView
    reason: string
    dueOn: Day
    phrase: string
  },
): Promise<
  { outcome: 'extended'; extended: string[] } | { outcome: 'refused'; reason: 'nothing' | 'rule-word' }
> {
  const { assignmentIds, by, reason, dueOn, phrase } = change
  if (RULE_WORDS.includes(reason)) return { outcome: 'refused', reason: 'rule-word' }
  const { tx } = tools
  await lockAssignments(tx, by.treeId)
  const rows = await tx
    .select()
    .from(assignments)
    .where(
      and(
        eq(assignments.treeId, by.treeId),
        sql`${assignments.id} = any(${uuidArray(assignmentIds)})`,
        eq(assignments.state, 'open'),
        lt(assignments.dueOn, dueOn),
      ),
    )
    .orderBy(assignments.id)
  const allowed = new Map<string, boolean>()
  for (const { unitId } of rows) {
    if (allowed.has(unitId)) continue
    const count = rows.filter((row) => row.unitId === unitId).length
    allowed.set(unitId, await authorise(tools, by, 'extend', { unitId, details: { count, dueOn } }))
  }
  const extended = rows.filter(({ unitId }) => allowed.get(unitId))
  if (extended.length === 0) return { outcome: 'refused', reason: 'nothing' }
  const ids = extended.map(({ id }) => id)
  await tx
    .update(assignments)
    .set({ dueOn, duePhrase: phrase })
    .where(sql`${assignments.id} = any(${uuidArray(ids)})`)
  await cancelQueuedAbout(tools, ...ids)
  for (let at = 0; at < extended.length; at += ROWS_AT_ONCE)
    await tx.insert(assignmentChanges).values(
      extended.slice(at, at + ROWS_AT_ONCE).map((row) => ({
        id: tools.newId(),
        assignmentId: row.id,
        kind: 'extended',
        fromDueOn: row.dueOn,
        toDueOn: dueOn,
        by: by.code,
        reason,
        at: tools.now,
      })),
    )
  await recomputeAssignments(tools, { treeId: by.treeId })
  return { outcome: 'extended', extended: ids }
}

/** Lets one person or unit off one thing, for good: no change of roster or programme brings it back. */
export async function withdrawAssignment(
  tools: StoreTools,
  change: AssignmentChange,
): Promise<AssignmentChangeOutcome> {
  const row = await openOne(tools, change, 'withdraw-assignment')
  if ('outcome' in row) return row
  await tools.tx.update(assignments).set({ state: 'withdrawn' }).where(eq(assignments.id, row.id))
  await note(tools, change, { kind: 'withdrawn' })
  return { outcome: 'changed', from: row.dueOn }
}

async function openOne(
  tools: StoreTools,
  { assignmentId, by, reason }: AssignmentChange,
  action: 'extend' | 'withdraw-assignment',
): Promise<typeof assignments.$inferSelect | (AssignmentChangeOutcome & { outcome: 'refused' })> {
  if (RULE_WORDS.includes(reason)) return { outcome: 'refused', reason: 'rule-word' }
  const find = () => tools.tx.select().from(assignments).where(eq(assignments.id, assignmentId))
  const [found] = await find()
  if (!found) return { outcome: 'refused', reason: 'unknown' }
  await lockAssignments(tools.tx, found.treeId)
  const row = (await find())[0]!
  if (row.state !== 'open') return { outcome: 'refused', reason: 'not-open' }
  const { unitId, personId } = row
  const isAllowed = await authorise(tools, by, action, {
    unitId,
    ...(personId !== null && { personId }),
    details: { assignment: assignmentId },
  })
  return isAllowed ? row : { outcome: 'refused', reason: 'unknown' }
}

async function note(
  tools: StoreTools,
  { assignmentId, by, reason }: AssignmentChange,
  change: { kind: 'extended' | 'withdrawn'; fromDueOn?: Day; toDueOn?: Day },
): Promise<void> {
  await cancelQueuedAbout(tools, assignmentId)
  await tools.tx.insert(assignmentChanges).values({
    id: tools.newId(),
    assignmentId,
    ...change,
    by: by === 'operator' ? by : by.code,
    reason,
    at: tools.now,
  })
}
