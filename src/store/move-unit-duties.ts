import { and, eq, inArray, isNull } from 'drizzle-orm'
import type { StoreTools } from './audit.ts'
import { cancelQueuedAbout } from './cancel-queued.ts'
import { assignmentChanges, assignments, drafts } from './schema/index.ts'

/**
 * What units that end still owe goes along with its drafts: one of each round, where the target does not owe
 * it already; the rest is withdrawn by the rules. `settle`, to be called after recomputing, lets the target
 * off the rounds that every one of them had done.
 */
export async function moveUnitDuties(
  tools: StoreTools,
  closed: readonly string[],
  into: string,
): Promise<{ moved: string[]; settle: () => Promise<void> }> {
  const { tx } = tools
  const rows = await tx
    .select()
    .from(assignments)
    .where(and(inArray(assignments.unitId, [...closed, into]), isNull(assignments.personId)))
    .orderBy(assignments.createdAt, assignments.id)
  const taken = new Set(rows.filter(({ unitId }) => unitId === into).map(roundOf))
  const moved: string[] = []
  for (const row of rows) {
    if (row.unitId === into || row.state !== 'open' || taken.has(roundOf(row))) continue
    taken.add(roundOf(row))
    await tx.update(assignments).set({ unitId: into }).where(eq(assignments.id, row.id))
    await tx.update(drafts).set({ unitId: into }).where(eq(drafts.assignmentId, row.id))
    await note(tools, row.id, 'transferred', null)
    moved.push(row.id)
  }
  const doneBy = new Map<string, Set<string>>()
  for (const row of rows) {
    if (row.state !== 'done' || row.unitId === into) continue
    doneBy.set(roundOf(row), (doneBy.get(roundOf(row)) ?? new Set()).add(row.unitId))
  }
  const settle = async () => {
    const fresh = await tx
      .select()
      .from(assignments)
      .where(and(eq(assignments.unitId, into), isNull(assignments.personId), eq(assignments.state, 'open')))
    for (const row of fresh) {
      if (taken.has(roundOf(row)) || doneBy.get(roundOf(row))?.size !== closed.length) continue
      await tx.update(assignments).set({ state: 'withdrawn' }).where(eq(assignments.id, row.id))
      await note(tools, row.id, 'withdrawn', 'done-before-merge')
    }
  }
  await cancelQueuedAbout(tools, ...moved)
  return { moved, settle }
}

async function note(
  { tx, newId, now }: StoreTools,
  assignmentId: string,
  kind: 'transferred' | 'withdrawn',
  reason: string | null,
): Promise<void> {
  await tx
    .insert(assignmentChanges)
    .values({ id: newId(), assignmentId, kind, by: 'operator', reason, at: now })
}

function roundOf({ obligationId, period }: { obligationId: string; period: string }): string {
  return `${obligationId} ${period}`
}
