import { and, eq, inArray, or, sql } from 'drizzle-orm'
import type { Tools } from '../commands/command.ts'
import { outbox, reminders } from './schema/index.ts'

/**
 * Takes back what the clock had queued about an assignment; answers to people still go. What else stood in
 * such a message is planned again.
 */
export async function cancelQueuedAbout(
  work: Pick<Tools, 'tx'>,
  ...assignmentIds: readonly string[]
): Promise<void> {
  if (assignmentIds.length === 0) return
  const about = work.tx
    .select({ id: reminders.outboxId })
    .from(reminders)
    .where(inArray(reminders.assignmentId, [...assignmentIds]))
  await work.tx
    .update(outbox)
    .set({ state: 'cancelled', errorCode: sql`coalesce(${outbox.errorCode}, 'assignment-closed')` })
    .where(
      and(
        or(inArray(outbox.assignmentId, [...assignmentIds]), inArray(outbox.id, about)),
        eq(outbox.state, 'queued'),
        eq(outbox.class, 'scheduled'),
      ),
    )
}
