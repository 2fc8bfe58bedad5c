import { and, eq, lte, sql } from 'drizzle-orm'
import type { Tools } from '../commands/command.ts'
import type { Tx } from './database.ts'
import { awaitedPieces } from './schema/index.ts'

type Work = Pick<Tools, 'tx' | 'machineNow' | 'newId'>

/** More of a long text may come until `dueAt` (machine time); waiting for an earlier piece is over. */
export async function awaitPieces(
  work: Work,
  wait: { draftId: string; accountId: string; chatId: string; dueAt: Date },
): Promise<void> {
  const row = { ...wait, id: work.newId(), attempts: 0 }
  await work.tx
    .insert(awaitedPieces)
    .values(row)
    .onConflictDoUpdate({ target: awaitedPieces.draftId, set: row })
}

/** The text is whole: nothing more of it is awaited. */
export async function stopAwaiting(tx: Tx, draftId: string): Promise<void> {
  await tx.delete(awaitedPieces).where(eq(awaitedPieces.draftId, draftId))
}

/** Ends the wait if it is still due. Take it with the draft locked: then nobody prolongs it meanwhile. */
export async function takeDueWait(tx: Tx, draftId: string, machineNow: Date): Promise<boolean> {
  const taken = await tx
    .delete(awaitedPieces)
    .where(and(eq(awaitedPieces.draftId, draftId), lte(awaitedPieces.dueAt, machineNow)))
    .returning({ id: awaitedPieces.id })
  return taken.length > 0
}

/** A wait that is over, with what names its chat and account on the platform. */
export interface DueWait {
  id: string
  draftId: string
  attempts: number
  botId: string
  chatExternalId: string
  chatState: string
  accountExternalId: string
}

/**
 * A wait that is over, in a chat in which nobody works and no message waits: that message may be a further piece.
 * The lane of the chat is held until the transaction ends, as `claimUpdate` holds it. Null: there is none now.
 */
export async function claimDueWait(tx: Tx, machineNow: Date): Promise<DueWait | null> {
  // The lane is tried, never waited for: whoever holds it may be about to prolong this wait.
  const [row] = await tx.execute<{
    id: string
    draft_id: string
    attempts: number
    bot_id: string
    chat_external_id: string
    chat_state: string
    account_external_id: string
  }>(sql`
    select * from (
      select w.id, w.draft_id, w.attempts, c.bot_id, c.external_id as chat_external_id, c.state as chat_state,
        a.external_id as account_external_id
      from awaited_pieces w
      join chats c on c.id = w.chat_id
      join accounts a on a.id = w.account_id
      where w.due_at <= ${machineNow.toISOString()}::timestamptz
        and not exists (
          select 1 from updates u
          where u.state = 'waiting' and u.bot_id = c.bot_id and u.chat_external_id = c.external_id)
      order by w.due_at
      limit 20
    ) due
    where pg_try_advisory_xact_lock(
      hashtextextended('chat:' || due.bot_id || ':' || due.chat_external_id, 0))
    limit 1`)
  if (!row) return null
  return {
    id: row.id,
    draftId: row.draft_id,
    attempts: row.attempts,
    botId: row.bot_id,
    chatExternalId: row.chat_external_id,
    chatState: row.chat_state,
    accountExternalId: row.account_external_id,
  }
}

/** Handling failed: tried again at `dueAt` (machine time); null: given up, and the person goes on with `xong`. */
export async function postponeWait(tx: Tx, wait: DueWait, dueAt: Date | null): Promise<void> {
  const where = eq(awaitedPieces.id, wait.id)
  if (dueAt === null) await tx.delete(awaitedPieces).where(where)
  else
    await tx
      .update(awaitedPieces)
      .set({ dueAt, attempts: wait.attempts + 1 })
      .where(where)
}
