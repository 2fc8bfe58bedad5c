import { and, desc, eq, sql } from 'drizzle-orm'
import type { SayTarget } from '../outbox/say.ts'
import type { Tx } from './database.ts'
import { chats, consents, groupBindings, people } from './schema/index.ts'
import { isAnyOf, uuidArray } from './uuid-array.ts'

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
  const those = personIds && uuidArray(personIds)
  // As many rows as a tree has people; the last row of a person is the one that is kept.
  const rows = await tx.execute<{
    person_id: string
    language: string
    account_id: string
    chat_id: string
    bot_id: string
  }>(sql`
    select p.id as person_id, p.language, a.id as account_id, c.id as chat_id, b.id as bot_id
    from accounts a join people p on p.id = a.person_id join chats c on c.id = a.chat_id
      join bots b on b.id = a.bot_id
    where p.tree_id = ${treeId} and a.tree_id = ${treeId} ${those ? sql`and a.person_id = any(${those})` : sql``}
      and a.state = 'linked' and c.state = 'active' and b.state in ('active', 'paused') and not b.id = any(${uuidArray([...exceptBots])})
      and exists (select 1 from consents g
        where g.person_id = a.person_id and g.purpose = 'messages' and g.decision = 'granted'
          and not exists (select 1 from consents n where n.person_id = g.person_id and n.purpose = 'messages'
            and n.decision <> 'granted' and (n.at, n.id) > (g.at, g.id)))
    order by b.state = 'active', b.channel is not distinct from p.preferred_channel, a.linked_at, a.id`)
  const recipients = new Map<string, SayTarget>()
  for (const {
    person_id: personId,
    language,
    account_id: accountId,
    chat_id: chatId,
    bot_id: botId,
  } of rows) {
    const locale = language === 'en' ? 'en' : 'vi'
    recipients.set(personId, { kind: 'private', personId, accountId, chatId, botId, locale })
  }
  return recipients
}

/** People of a tree who said yes to messages and joined, and whose every chat is closed to us now. */
export async function listUnreachable(tx: Tx, treeId: string): Promise<Set<string>> {
  const rows = await tx.execute<{ person_id: string }>(sql`
    with closed as (
      select a.person_id from accounts a left join chats c on c.id = a.chat_id
      where a.tree_id = ${treeId} and a.person_id is not null and a.state in ('linked', 'unreachable')
      group by a.person_id having not bool_or(a.state = 'linked' and c.state = 'active')
    )
    select person_id from closed
    where (select x.decision from consents x where x.person_id = closed.person_id and x.purpose = 'messages'
      order by x.at desc, x.id desc limit 1) = 'granted'`)
  return new Set([...rows].map((row) => row.person_id))
}

/** People of a tree who refused messages, or took their consent back. */
export async function listRefusing(tx: Tx, treeId: string): Promise<Set<string>> {
  const rows = await tx.execute<{ person_id: string }>(sql`
    select person_id from consents c
    where tree_id = ${treeId} and purpose = 'messages' and decision in ('refused', 'withdrawn')
      and not exists (select 1 from consents n where n.person_id = c.person_id and n.purpose = 'messages'
        and (n.at, n.id) > (c.at, c.id))`)
  return new Set([...rows].map((row) => row.person_id))
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
