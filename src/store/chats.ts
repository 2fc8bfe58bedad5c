import { and, eq, ne, sql } from 'drizzle-orm'
import type { Tx } from './database.ts'
import { cancelQueuedInto } from './outbox.ts'
import { accounts, chats, codeAttempts, dialogs, groupBindings, outbox } from './schema/index.ts'

export type ChatRow = typeof chats.$inferSelect
export type AccountRow = typeof accounts.$inferSelect

interface Known {
  botId: string
  externalId: string
}

/** The chat as a row, made when it is new, and locked: one update of a chat is handled at a time. */
export async function saveChat(
  tx: Tx,
  chat: Known & { kind: 'private' | 'group'; newId: () => string; machineNow: Date },
): Promise<ChatRow> {
  const { botId, externalId, kind } = chat
  const known = await findChat(tx, chat)
  if (known) return known
  await tx
    .insert(chats)
    .values({ id: chat.newId(), botId, externalId, kind, createdAt: chat.machineNow })
    .onConflictDoNothing({ target: [chats.botId, chats.externalId] })
  return (await findChat(tx, chat))!
}

/** The chat as a row, locked; others may still queue messages into it. */
export async function findChat(tx: Tx, { botId, externalId }: Known): Promise<ChatRow | null> {
  const [row] = await tx
    .select()
    .from(chats)
    .where(and(eq(chats.botId, botId), eq(chats.externalId, externalId)))
    .for('no key update')
  return row ?? null
}

/** Both rows of an update whose chat and sender are known, locked in this order; null for what is new. */
export async function findKnownPlace(
  tx: Tx,
  place: { botId: string; chat: { externalId: string }; sender: { externalId: string } | null },
): Promise<{ chat: ChatRow | null; account: AccountRow | null }> {
  const { botId, sender } = place
  const [chat, account] = await Promise.all([
    findChat(tx, { botId, externalId: place.chat.externalId }),
    sender ? findAccount(tx, { botId, externalId: sender.externalId }) : null,
  ])
  return { chat, account }
}

/** The account as a row, made when it is new, and locked. `chatId`: its private chat, when this is it. */
export async function saveAccount(
  tx: Tx,
  account: Known & { chatId: string | null; newId: () => string; machineNow: Date },
): Promise<AccountRow> {
  const { botId, externalId, chatId } = account
  let row = await findAccount(tx, account)
  if (!row) {
    await tx
      .insert(accounts)
      .values({ id: account.newId(), botId, externalId, chatId, createdAt: account.machineNow })
      .onConflictDoNothing({ target: [accounts.botId, accounts.externalId] })
    row = (await findAccount(tx, account))!
  }
  if (!chatId || row.chatId === chatId) return row
  await tx.update(accounts).set({ chatId }).where(eq(accounts.id, row.id))
  return { ...row, chatId }
}

async function findAccount(tx: Tx, { botId, externalId }: Known): Promise<AccountRow | null> {
  const [row] = await tx
    .select()
    .from(accounts)
    .where(and(eq(accounts.botId, botId), eq(accounts.externalId, externalId)))
    .for('no key update')
  return row ?? null
}

/** The chat answers us again: after an unblock, or because somebody writes in it. */
export async function reopenChat(tx: Tx, chatId: string): Promise<void> {
  await tx
    .update(chats)
    .set({ state: 'active' })
    .where(and(eq(chats.id, chatId), ne(chats.state, 'active')))
  await tx
    .update(accounts)
    .set({ state: sql`case when ${accounts.personId} is null then 'stranger' else 'linked' end` })
    .where(and(eq(accounts.chatId, chatId), eq(accounts.state, 'unreachable')))
}

/** The chat is closed to us (blocked, removed, never started): nothing more is sent there. */
export async function closeChat(tx: Tx, chatId: string): Promise<void> {
  await tx.update(chats).set({ state: 'dead' }).where(eq(chats.id, chatId))
  await tx
    .update(accounts)
    .set({ state: 'unreachable' })
    .where(and(eq(accounts.chatId, chatId), eq(accounts.state, 'linked')))
  await cancelQueuedInto(tx, chatId)
}

/**
 * The platform gave a chat another id. When a row of the new id exists already, everything moves over to
 * it. Safe to repeat.
 */
export async function moveChat(tx: Tx, from: Known, toExternalId: string): Promise<void> {
  const old = await findChat(tx, from)
  if (!old || old.externalId === toExternalId) return
  const next = await findChat(tx, { botId: from.botId, externalId: toExternalId })
  if (!next) {
    await tx
      .update(chats)
      .set({ externalId: toExternalId, kind: 'group', state: 'active', pausedUntil: null })
      .where(eq(chats.id, old.id))
    return
  }
  await tx.execute(sql`
    update group_bindings b set state = 'unbound'
    where b.chat_id = ${old.id} and b.state in ('pending', 'bound') and exists (
      select 1 from group_bindings n
      where n.chat_id = ${next.id} and n.unit_id = b.unit_id and n.state in ('pending', 'bound'))`)
  await tx.execute(sql`
    delete from dialogs d using dialogs n
    where d.chat_id = ${old.id} and n.chat_id = ${next.id} and n.account_id = d.account_id`)
  await tx.update(groupBindings).set({ chatId: next.id }).where(eq(groupBindings.chatId, old.id))
  await tx.update(dialogs).set({ chatId: next.id }).where(eq(dialogs.chatId, old.id))
  await tx.update(outbox).set({ chatId: next.id }).where(eq(outbox.chatId, old.id))
  await tx.update(accounts).set({ chatId: next.id }).where(eq(accounts.chatId, old.id))
  await tx.update(codeAttempts).set({ chatId: next.id }).where(eq(codeAttempts.chatId, old.id))
  await tx
    .update(chats)
    .set({ state: 'active', language: next.language ?? old.language })
    .where(eq(chats.id, next.id))
  await tx.delete(chats).where(eq(chats.id, old.id))
}
