import { and, eq, sql } from 'drizzle-orm'
import type { OutgoingContent } from '../channels/channel-adapter.ts'
import type { Database, Tx } from './database.ts'
import { saveOutboxContent } from './outbox.ts'
import { chats, outbox } from './schema/index.ts'
import type { Vault } from './vault.ts'

interface Mine {
  id: string
  holder: string
}

/**
 * The message was taken. A result that comes late still counts, as long as nobody else has sent the row
 * since.
 */
export async function saveSent(
  db: Database | Tx,
  { id, holder }: Mine,
  sent: { externalMessageId: string | null; at: Date; isReply?: boolean },
): Promise<void> {
  // A reply whose result is lost with the machine goes once more, as after a kill before this line: it need
  // not wait for the disk.
  await db.execute(sql`
    with light as materialized (
      select set_config('synchronous_commit',
        case when ${sent.isReply ?? false}::boolean then 'off' else current_setting('synchronous_commit') end, true))
    update outbox set state = 'sent', external_message_id = ${sent.externalMessageId},
      sent_at = ${sent.at.toISOString()}::timestamptz, error_code = null, lease_holder = null
    from light
    where id = ${id} and lease_holder = ${holder} and state in ('sending', 'uncertain', 'queued')`)
}

/** The message was not taken, or nobody knows; `queued` is tried again. */
export async function saveUnsent(
  tx: Tx,
  { id, holder }: Mine,
  outcome: { state: 'queued' | 'uncertain' | 'dead' | 'cancelled'; errorCode: string; isUncertain?: boolean },
): Promise<void> {
  await tx
    .update(outbox)
    .set({
      state: outcome.state,
      errorCode: outcome.errorCode,
      ...(outcome.isUncertain && { wasUncertain: true }),
    })
    .where(and(eq(outbox.id, id), eq(outbox.leaseHolder, holder), eq(outbox.state, 'sending')))
}

/** Tries again with other content: an edit of a message that is gone becomes a message of its own. */
export async function saveAsOther(tx: Tx, vault: Vault, mine: Mine, content: OutgoingContent): Promise<void> {
  await saveUnsent(tx, mine, { state: 'queued', errorCode: 'edit-refused' })
  await saveOutboxContent(tx, vault, mine.id, content)
}

/** Nothing goes into the chat before then (machine time). A longer pause stays. */
export async function pauseChat(tx: Tx, chatId: string, until: Date): Promise<void> {
  await tx
    .update(chats)
    .set({ pausedUntil: sql`greatest(${chats.pausedUntil}, ${until.toISOString()}::timestamptz)` })
    .where(eq(chats.id, chatId))
}
