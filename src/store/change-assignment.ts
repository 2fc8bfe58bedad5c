import { eq } from 'drizzle-orm'
import type { PersonView } from '../domain/person.ts'
import type { WithdrawalReason } from '../domain/plan-assignments.ts'
import type { Day } from '../time.ts'
import type { StoreTools } from './audit.ts'
import { authorise } from './authorise.ts'
import { cancelQueuedAbout } from './cancel-queued.ts'
import { lockAssignments } from './programmes.ts'
import { recomputeAssignments } from './recompute-assignments.ts'
import { assignmentChanges, assignments } from './schema/index.ts'

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
