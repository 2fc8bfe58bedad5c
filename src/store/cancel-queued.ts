import { and, eq } from 'drizzle-orm'
import type { Tools } from '../commands/command.ts'
import { outbox } from './schema/index.ts'

/** Takes back what the clock had queued about an assignment; answers to people still go. */
export async function cancelQueuedAbout(work: Pick<Tools, 'tx'>, assignmentId: string): Promise<void> {
  await work.tx
    .update(outbox)
    .set({ state: 'cancelled' })
    .where(
      and(eq(outbox.assignmentId, assignmentId), eq(outbox.state, 'queued'), eq(outbox.class, 'scheduled')),
    )
}
