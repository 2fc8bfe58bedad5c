import { and, eq, inArray } from 'drizzle-orm'
import type { Tools } from '../commands/command.ts'
import { outbox } from './schema/index.ts'

/** Takes back what the clock had queued about an assignment; answers to people still go. */
export async function cancelQueuedAbout(
  work: Pick<Tools, 'tx'>,
  ...assignmentIds: readonly string[]
): Promise<void> {
  if (assignmentIds.length === 0) return
  await work.tx
    .update(outbox)
    .set({ state: 'cancelled' })
    .where(
      and(
        inArray(outbox.assignmentId, [...assignmentIds]),
        eq(outbox.state, 'queued'),
        eq(outbox.class, 'scheduled'),
      ),
    )
}
