import { and, count, countDistinct, desc, eq, gte, inArray, isNotNull, type SQL, sql } from 'drizzle-orm'
import type { Day } from '../time.ts'
import { holdsOn } from './as-of.ts'
import type { Tx } from './database.ts'
import { listSecretaryUnits, outsiders } from './reach.ts'
import { listTrees } from './units.ts'
import {
  accounts,
  assignments,
  bots,
  chats,
  memberships,
  obligations,
  outbox,
  people,
  pollGaps,
  programmes,
  units,
  updates,
} from './schema/index.ts'

/** Programmes and how many things in them are open, done and withdrawn, by code. */
export async function countAssignments(tx: Tx, unitIds?: readonly string[]) {
  return tx
    .select({
      programme: programmes.code,
      state: programmes.state,
      liveFrom: programmes.liveFrom,
      open: sql<number>`count(*) filter (where ${assignments.state} = 'open')::int`,
      done: sql<number>`count(*) filter (where ${assignments.state} = 'done')::int`,
      withdrawn: sql<number>`count(*) filter (where ${assignments.state} = 'withdrawn')::int`,
      noDate: sql<number>`count(*) filter (where ${assignments.state} = 'open' and ${assignments.dueOn} is null)::int`,
    })
    .from(programmes)
    .leftJoin(obligations, eq(obligations.programmeId, programmes.id))
    .leftJoin(
      assignments,
      and(eq(assignments.obligationId, obligations.id), unitIds && inArray(assignments.unitId, [...unitIds])),
    )
    .groupBy(programmes.id)
    .orderBy(programmes.code)
}

/** Who uses the bot: has an account and agreed to messages. */
const USES_BOT = sql`exists (select 1 from accounts x where x.person_id = ${memberships.personId} and x.state = 'linked')
  and (select c.decision from consents c where c.person_id = ${memberships.personId} and c.purpose = 'messages'
    order by c.at desc, c.id desc limit 1) = 'granted'`

/**
 * Members of a day, how many of them the bot talks to, and how many of those use it: of each unit by code, and of
 * all, each person once. Who is outside the reach of the bot is not missing.
 */
export async function countJoined(tx: Tx, day: Day, unitIds?: readonly string[]) {
  const isReached = sql`${memberships.personId} not in (${await outsidersOfAll(tx, day)})`
  const counts = {
    members: countDistinct(memberships.personId),
    reached: sql<number>`(count(distinct ${memberships.personId}) filter (where ${isReached}))::int`,
    joined: sql<number>`(count(distinct ${memberships.personId}) filter (where ${USES_BOT} and ${isReached}))::int`,
  }
  const those = and(holdsOn(memberships, day), unitIds && inArray(units.id, [...unitIds]))
  const byUnit = await tx
    .select({ unit: units.code, ...counts })
    .from(memberships)
    .innerJoin(units, eq(units.id, memberships.unitId))
    .where(those)
    .groupBy(units.id)
    .orderBy(units.code)
  const [all] = await tx
    .select(counts)
    .from(memberships)
    .innerJoin(units, eq(units.id, memberships.unitId))
    .where(those)
  return { units: byUnit, people: all ?? { members: 0, reached: 0, joined: 0 } }
}

/** `select person_id …` of those whom the bot does not talk to, over all trees. */
async function outsidersOfAll(tx: Tx, day: Day): Promise<SQL> {
  const parts: SQL[] = []
  for (const { id } of await listTrees(tx)) {
    const closed = await listSecretaryUnits(tx, id, day)
    if (closed.length > 0) parts.push(outsiders(id, closed, day))
  }
  return parts.length > 0 ? sql.join(parts, sql` union all `) : sql`select null::uuid where false`
}

/** Every bot with the people it reaches, its groups, and what it sent since `monthStart` (machine time). */
export async function countBots(tx: Tx, monthStart: Date) {
  const rows = await tx
    .select({
      id: bots.id,
      channel: bots.channel,
      handle: bots.handle,
      name: bots.displayName,
      state: bots.state,
      reason: bots.stateReason,
      // Whole names: of a single table Drizzle writes columns bare, which would mean the inner table's.
      people: sql<number>`(select count(distinct person_id)::int from ${accounts} where ${accounts}.bot_id = ${bots}.id and ${accounts}.state = 'linked')`,
      groups: sql<number>`(select count(*)::int from ${chats} where ${chats}.bot_id = ${bots}.id and ${chats}.kind = 'group' and ${chats}.state = 'active')`,
    })
    .from(bots)
    .orderBy(bots.channel, bots.handle)
  const sent = await tx
    .select({ botId: outbox.botId, sent: count() })
    .from(outbox)
    .where(and(eq(outbox.state, 'sent'), gte(outbox.sentAt, monthStart)))
    .groupBy(outbox.botId)
  const sentOf = new Map(sent.map((row) => [row.botId, row.sent]))
  return rows.map((row) => ({ ...row, sentThisMonth: sentOf.get(row.id) ?? 0 }))
}

/** Outgoing messages by class and state. */
export async function countOutbox(tx: Tx) {
  return tx
    .select({ class: outbox.class, state: outbox.state, count: count() })
    .from(outbox)
    .groupBy(outbox.class, outbox.state)
    .orderBy(outbox.class, outbox.state)
}

/** Messages that may or may not have arrived, newest first: to whom and of what kind. */
export async function listUncertain(tx: Tx) {
  return tx
    .select({
      id: outbox.id,
      bot: bots.handle,
      chat: chats.kind,
      member: people.code,
      kind: outbox.topic,
      class: outbox.class,
      state: outbox.state,
      at: outbox.createdAt,
    })
    .from(outbox)
    .innerJoin(bots, eq(bots.id, outbox.botId))
    .innerJoin(chats, eq(chats.id, outbox.chatId))
    .leftJoin(people, eq(people.id, outbox.personId))
    .where(eq(outbox.wasUncertain, true))
    .orderBy(desc(outbox.seq))
    .limit(200)
}

/** Updates that could not be handled, and gaps in polling that people were told of or not. */
export async function countTroubles(tx: Tx) {
  const [parked] = await tx.select({ count: count() }).from(updates).where(eq(updates.state, 'parked'))
  const [waiting] = await tx.select({ count: count() }).from(updates).where(eq(updates.state, 'waiting'))
  const [gaps] = await tx.select({ count: count() }).from(pollGaps)
  const [dead] = await tx
    .select({ count: count() })
    .from(outbox)
    .where(and(eq(outbox.state, 'dead'), isNotNull(outbox.errorCode)))
  return {
    parkedUpdates: parked?.count ?? 0,
    waitingUpdates: waiting?.count ?? 0,
    pollGaps: gaps?.count ?? 0,
    deadMessages: dead?.count ?? 0,
  }
}

/** Scheduled messages made since then (machine time), by topic; the parts of a long one count once. */
export async function countScheduledSince(tx: Tx, since: Date): Promise<Map<string, number>> {
  const rows = await tx
    .select({ topic: outbox.topic, count: count() })
    .from(outbox)
    .where(and(eq(outbox.class, 'scheduled'), gte(outbox.createdAt, since), sql`${outbox.key} !~ '#[0-9]+$'`))
    .groupBy(outbox.topic)
  return new Map(rows.map((row) => [row.topic, row.count]))
}

/** Messages made since then (machine time) that could not be sent at all. */
export async function countFailedSince(tx: Tx, since: Date): Promise<number> {
  const [row] = await tx
    .select({ count: count() })
    .from(outbox)
    .where(and(eq(outbox.state, 'dead'), isNotNull(outbox.errorCode), gte(outbox.createdAt, since)))
  return row?.count ?? 0
}
