import { and, eq, gt, isNull, lte } from 'drizzle-orm'
import type { SnoozeChoice } from '../domain/snooze-time.ts'
import type { Tx } from './database.ts'
import { assignments, obligations, snoozes } from './schema/index.ts'

/** Keeps a wish to be reminded again, one row for each thing. */
export async function saveSnoozes(
  { tx, newId, now }: { tx: Tx; newId: () => string; now: Date },
  wish: { personId: string; assignmentIds: readonly string[]; choice: SnoozeChoice; until: Date | null },
): Promise<void> {
  if (wish.assignmentIds.length === 0) return
  const { personId, choice, until } = wish
  await tx.insert(snoozes).values(
    wish.assignmentIds.map((assignmentId) => ({
      id: newId(),
      personId,
      assignmentId,
      choice,
      until,
      at: now,
    })),
  )
}

/** A wish whose hour has come, with what it is about. */
export interface DueSnooze {
  id: string
  personId: string
  assignmentId: string
  until: Date
}

/** Wishes of a tree whose hour came in a span (product time, start excluded), of things that are still open. */
export async function listDueSnoozes(
  tx: Tx,
  treeId: string,
  span: { from: Date; to: Date },
): Promise<DueSnooze[]> {
  const rows = await tx
    .select({
      id: snoozes.id,
      personId: snoozes.personId,
      assignmentId: snoozes.assignmentId,
      until: snoozes.until,
    })
    .from(snoozes)
    .innerJoin(assignments, eq(assignments.id, snoozes.assignmentId))
    .innerJoin(obligations, eq(obligations.id, assignments.obligationId))
    .where(
      and(
        eq(assignments.treeId, treeId),
        eq(assignments.state, 'open'),
        isNull(assignments.closedAt),
        gt(snoozes.until, span.from),
        lte(snoozes.until, span.to),
      ),
    )
    .orderBy(snoozes.at, snoozes.id)
  return rows.map((row) => ({ ...row, until: row.until! }))
}
