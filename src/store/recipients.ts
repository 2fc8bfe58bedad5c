import { and, desc, eq, inArray, notInArray, sql } from 'drizzle-orm'
import type { SayTarget } from '../outbox/say.ts'
import type { Tx } from './database.ts'
import { accounts, bots, chats, consents, groupBindings, people } from './schema/index.ts'
import { isAnyOf } from './uuid-array.ts'

/**
 * Purposes that people are asked about, each by itself. `proxy`: somebody of the unit types for them; given on
 * paper or spoken, never in chat.
 */
export type ConsentPurpose = 'messages' | 'pledges' | 'photos' | 'exemplar' | 'proxy'

/**
 * The newest decision of every person of a tree (or of these people) about one purpose. Who was never asked
 * is not in the map.
 */
export async function listConsents(
  tx: Tx,
  treeId: string,
  purpose: ConsentPurpose,
  personIds?: readonly string[],
): Promise<Map<string, 'granted' | 'refused' | 'withdrawn'>> {
  const rows = await tx
    .selectDistinctOn([consents.personId], { personId: consents.personId, decision: consents.decision })
    .from(consents)
    .where(
      and(
        eq(consents.treeId, treeId),
        eq(consents.purpose, purpose),
        personIds && isAnyOf(consents.personId, personIds),
      ),
    )
    .orderBy(consents.personId, desc(consents.at), desc(consents.id))
  // What somebody else answered in a person's name (`void`) counts as never asked.
  const own = rows.filter((row) => row.decision !== 'void')
  return new Map(own.map((row) => [row.personId, row.decision as 'granted' | 'refused' | 'withdrawn']))
}

/**
 * Where every person of a tree (or these of them) can be written to in private: those who joined, said yes
 * to messages and did not block the bot. Of several channels the one that the person prefers, as long as it
 * reaches them; else the one linked last.
 * Bots in `exceptBots` do not count.
 */
export async function listRecipients(
  tx: Tx,
  treeId: string,
  personIds?: readonly string[],
  exceptBots: ReadonlySet<string> = new Set(),
): Promise<Map<string, SayTarget>> {
  const granted = await listConsents(tx, treeId, 'messages', personIds)
  const rows = await tx
    .select({
      personId: people.id,
      language: people.language,
      accountId: accounts.id,
      chatId: chats.id,
      botId: bots.id,
    })
    .from(accounts)
    .innerJoin(people, eq(people.id, accounts.personId))
    .innerJoin(chats, eq(chats.id, accounts.chatId))
    .innerJoin(bots, eq(bots.id, accounts.botId))
    .where(
      and(
        eq(people.treeId, treeId),
        personIds && isAnyOf(people.id, personIds),
        eq(accounts.state, 'linked'),
        eq(chats.state, 'active'),
        inArray(bots.state, ['active', 'paused']),
        exceptBots.size > 0 ? notInArray(bots.id, [...exceptBots]) : undefined,
      ),
    )
    // The last row of a person is the one that is kept.
    .orderBy(
      sql`${bots.state} = 'active'`,
      sql`${bots.channel} is not distinct from ${people.preferredChannel}`,
      accounts.linkedAt,
      accounts.id,
    )
  const recipients = new Map<string, SayTarget>()
  for (const { personId, language, ...ids } of rows) {
    if (granted.get(personId) !== 'granted') continue
    recipients.set(personId, { ...ids, kind: 'private', personId, locale: language === 'en' ? 'en' : 'vi' })
  }
  return recipients
}

/** People of a tree who said yes to messages and joined, and whose every chat is closed to us now. */
export async function listUnreachable(tx: Tx, treeId: string): Promise<Set<string>> {
  const granted = await listConsents(tx, treeId, 'messages')
  const rows = await tx
    .select({ personId: people.id })
    .from(accounts)
    .innerJoin(people, eq(people.id, accounts.personId))
    .leftJoin(chats, eq(chats.id, accounts.chatId))
    .where(and(eq(people.treeId, treeId), inArray(accounts.state, ['linked', 'unreachable'])))
    .groupBy(people.id)
    .having(sql`not bool_or(${accounts.state} = 'linked' and ${chats.state} = 'active')`)
  return new Set(rows.map(({ personId }) => personId).filter((id) => granted.get(id) === 'granted'))
}

/** How often a person wants reminders; with `wish` it is that from now on. */
export async function saveReminderWish(
  tx: Tx,
  personId: string,
  wish?: 'all' | 'last',
): Promise<'all' | 'last'> {
  if (wish) await tx.update(people).set({ reminders: wish }).where(eq(people.id, personId))
  const [row] = await tx.select({ wish: people.reminders }).from(people).where(eq(people.id, personId))
  return row?.wish === 'last' ? 'last' : 'all'
}

/** People of a tree who want the last reminder before a deadline only. */
export async function listSparing(tx: Tx, treeId: string): Promise<Set<string>> {
  const rows = await tx
    .select({ id: people.id })
    .from(people)
    .where(and(eq(people.treeId, treeId), eq(people.reminders, 'last')))
  return new Set(rows.map(({ id }) => id))
}

/** The groups bound to each unit of a tree, as targets. */
export async function listGroups(tx: Tx, treeId: string): Promise<Map<string, SayTarget[]>> {
  const rows = await tx
    .select({
      unitId: groupBindings.unitId,
      threadId: groupBindings.threadId,
      chatId: chats.id,
      botId: chats.botId,
      language: chats.language,
    })
    .from(groupBindings)
    .innerJoin(chats, eq(chats.id, groupBindings.chatId))
    .where(and(eq(groupBindings.treeId, treeId), eq(groupBindings.state, 'bound'), eq(chats.state, 'active')))
    .orderBy(groupBindings.requestedAt, groupBindings.id)
  const groups = new Map<string, SayTarget[]>()
  for (const { unitId, language, ...ids } of rows) {
    const target: SayTarget = { ...ids, kind: 'group', locale: language === 'en' ? 'en' : 'vi' }
    groups.set(unitId, [...(groups.get(unitId) ?? []), target])
  }
  return groups
}

/** The units to which a group is bound. */
export async function listGroupUnits(tx: Tx, chatId: string): Promise<string[]> {
  const rows = await tx
    .select({ unitId: groupBindings.unitId })
    .from(groupBindings)
    .where(and(eq(groupBindings.chatId, chatId), eq(groupBindings.state, 'bound')))
  return rows.map((row) => row.unitId)
}
