import { and, eq, gte, inArray, ne } from 'drizzle-orm'
import type { StoreTools } from './audit.ts'
import type { Tx } from './database.ts'
import { cancelQueuedInto, replanOutside } from './outbox.ts'
import { accounts, bots, dialogs, people } from './schema/index.ts'

/** A chat account of a person, on one bot. */
export interface LinkedAccount {
  id: string
  personId: string
  botId: string
  /** Name of the bot as people see it. */
  botName: string
  channel: string
  chatId: string | null
  /** `unreachable`: the person blocked the bot. */
  state: 'linked' | 'unreachable'
  linkedAt: Date
}

/** The accounts of these people, the newest first. */
export async function listAccountsOf(tx: Tx, personIds: readonly string[]): Promise<LinkedAccount[]> {
  if (personIds.length === 0) return []
  const rows = await selectLinked(tx).where(
    and(inArray(accounts.personId, [...personIds]), inArray(accounts.state, ['linked', 'unreachable'])),
  )
  return rows.map(linkedAccount).sort((a, b) => b.linkedAt.getTime() - a.linkedAt.getTime())
}

/** Accounts that were linked since an instant of product time, among these people. */
export async function listLinkedSince(
  tx: Tx,
  personIds: readonly string[],
  since: Date,
): Promise<LinkedAccount[]> {
  if (personIds.length === 0) return []
  const rows = await selectLinked(tx).where(
    and(
      inArray(accounts.personId, [...personIds]),
      inArray(accounts.state, ['linked', 'unreachable']),
      gte(accounts.linkedAt, since),
    ),
  )
  return rows.map(linkedAccount).sort((a, b) => b.linkedAt.getTime() - a.linkedAt.getTime())
}

/** An account that belongs to a person now; null for a stranger's or one that was parted. */
export async function findLinkedAccount(tx: Tx, accountId: string): Promise<LinkedAccount | null> {
  const [row] = await selectLinked(tx).where(
    and(eq(accounts.id, accountId), inArray(accounts.state, ['linked', 'unreachable'])),
  )
  return row?.personId ? linkedAccount(row) : null
}

/**
 * Gives the account to the person. On the same bot one person has one account: an older one is parted and
 * returned (a new telephone).
 */
export async function linkAccount(
  tools: StoreTools,
  accountId: string,
  person: { id: string; treeId: string },
): Promise<LinkedAccount[]> {
  const { tx, now } = tools
  const [own] = await tx.select({ botId: accounts.botId }).from(accounts).where(eq(accounts.id, accountId))
  if (!own) throw new Error('there is no such account')
  const former = await selectLinked(tx).where(
    and(eq(accounts.personId, person.id), eq(accounts.botId, own.botId), ne(accounts.id, accountId)),
  )
  for (const old of former) await unlinkAccount(tools, old.id)
  await tx
    .update(accounts)
    .set({ personId: person.id, treeId: person.treeId, state: 'linked', linkedAt: now, unlinkedAt: null })
    .where(eq(accounts.id, accountId))
  return former.map(linkedAccount)
}

/** Parts an account from its person: what was queued there is not sent, what was open there is closed. */
export async function unlinkAccount({ tx, now }: StoreTools, accountId: string): Promise<void> {
  const [row] = await tx
    .update(accounts)
    .set({ personId: null, treeId: null, state: 'unlinked', unlinkedAt: now })
    .where(eq(accounts.id, accountId))
    .returning({ chatId: accounts.chatId })
  await tx.delete(dialogs).where(eq(dialogs.accountId, accountId))
  if (row?.chatId) await cancelQueuedInto(tx, row.chatId)
}

/** The channel on which the person wants what comes by itself; null: where they joined last. */
export async function findPreferredChannel(tx: Tx, personId: string): Promise<string | null> {
  const [row] = await tx
    .select({ channel: people.preferredChannel })
    .from(people)
    .where(eq(people.id, personId))
  return row?.channel ?? null
}

/** From now on what comes by itself goes to this channel, also what is queued for another one already. */
export async function savePreferredChannel(
  { tx }: Pick<StoreTools, 'tx'>,
  personId: string,
  channel: string,
): Promise<void> {
  await tx.update(people).set({ preferredChannel: channel }).where(eq(people.id, personId))
  const there = (await listAccountsOf(tx, [personId])).filter((account) => account.channel === channel)
  const chatIds = there.flatMap(({ chatId }) => chatId ?? [])
  if (chatIds.length > 0) await replanOutside(tx, personId, chatIds)
}

function selectLinked(tx: Tx) {
  return tx
    .select({
      id: accounts.id,
      personId: accounts.personId,
      botId: accounts.botId,
      botName: bots.displayName,
      channel: bots.channel,
      chatId: accounts.chatId,
      state: accounts.state,
      linkedAt: accounts.linkedAt,
      createdAt: accounts.createdAt,
    })
    .from(accounts)
    .innerJoin(bots, eq(bots.id, accounts.botId))
}

type LinkedRow = Awaited<ReturnType<typeof selectLinked>>[number]

function linkedAccount({ createdAt, ...row }: LinkedRow): LinkedAccount {
  return {
    ...row,
    personId: row.personId ?? '',
    state: row.state === 'unreachable' ? 'unreachable' : 'linked',
    linkedAt: row.linkedAt ?? createdAt,
  }
}
