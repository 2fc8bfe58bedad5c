import { sql } from 'drizzle-orm'
import type { OutgoingContent } from '../channels/channel-adapter.ts'
import type { Database, Tx } from './database.ts'
import { openBody } from './outbox.ts'
import type { Vault } from './vault.ts'

/** The next message of one chat: replies before scheduled ones, each in their order. */
export interface LaneHead {
  id: string
  chatId: string
  chatKind: 'private' | 'group'
}

export interface LaneQuery {
  botId: string
  machineNow: Date
  /** Chats that the pace keeps back now. */
  withoutChats: readonly string[]
  limit: number
}

const list = (ids: readonly string[]) => `{${ids.join(',')}}`
const at = (date: Date) => sql`${date.toISOString()}::timestamptz`

/** Heads of the lanes of a bot that may be sent now; a chat with a message on its way has none. */
export async function listLaneHeads(db: Database | Tx, query: LaneQuery): Promise<LaneHead[]> {
  const { botId, withoutChats, limit } = query
  const now = at(query.machineNow)
  const rows = await db.execute<{ id: string; chat_id: string; kind: 'private' | 'group' }>(sql`
    select id, chat_id, kind from (
      select distinct on (o.chat_id) o.id, o.chat_id, o.class, o.seq, c.kind
      from outbox o
      join chats c on c.id = o.chat_id
      join bots b on b.id = o.bot_id
      where o.bot_id = ${botId} and o.state = 'queued' and o.due_at <= ${now}
        and (b.paused_until is null or b.paused_until <= ${now})
        and (o.class = 'reply' or b.quota_until is null or b.quota_until <= ${now})
        and (c.paused_until is null or c.paused_until <= ${now})
        and o.chat_id <> all (${list(withoutChats)}::uuid[])
        and not exists (select 1 from outbox s where s.bot_id = o.bot_id and s.chat_id = o.chat_id and s.state = 'sending')
      order by o.chat_id, (o.class = 'scheduled'), case when o.class = 'scheduled' then o.due_at end, o.seq
    ) head
    order by (class = 'scheduled'), seq
    limit ${limit}`)
  return [...rows].map((row) => ({ id: row.id, chatId: row.chat_id, chatKind: row.kind }))
}

/** A message that is about to leave. */
export interface ClaimedMessage {
  id: string
  chatId: string
  chat: { externalId: string; kind: 'private' | 'group'; threadId?: string }
  class: 'reply' | 'scheduled'
  content: OutgoingContent
  attempts: number
  wasUncertain: boolean
  /** Id of the message that an edit or keyboard-off is about; null when there is none to change. */
  earlierMessageId: string | null
}

/** Why a queued message is not sent after all; kept as its error code. */
type Withheld = 'stale' | 'chat-closed' | 'assignment-closed' | 'consent-withdrawn' | 'not-linked' | 'wiped'

const FREED: readonly Withheld[] = ['stale', 'chat-closed', 'not-linked']

/** A dialog's answer of yesterday helps nobody. */
const REPLY_LIFE = sql`interval '24 hours'`

interface ClaimRow extends Record<string, unknown> {
  id: string
  chat_id: string
  thread_id: string | null
  class: 'reply' | 'scheduled'
  body_sealed: string | null
  attempts: number
  was_uncertain: boolean
  kind: 'private' | 'group'
  chat_external_id: string
  earlier_message_id: string | null
  withheld: Withheld | null
}

/**
 * Looks at queued messages once more and marks them `sending`, or cancels those that have become pointless.
 * Gives the ones to send, in the order of `ids`; the others were cancelled, or somebody else has them. Must
 * be committed before the requests leave.
 */
export async function claimMessages(
  tx: Tx,
  vault: Vault,
  ids: readonly string[],
  claim: { holder: string; machineNow: Date },
): Promise<ClaimedMessage[]> {
  const now = at(claim.machineNow)
  const rows = await tx.execute<ClaimRow>(sql`
    select o.id, o.chat_id, o.thread_id, o.class, o.body_sealed, o.attempts, o.was_uncertain,
      c.kind, c.external_id as chat_external_id,
      (select e.external_message_id from outbox e where e.id = o.refers_to) as earlier_message_id,
      case
        when o.body_sealed is null then 'wiped'
        when o.stale_at <= ${now} or (o.class = 'reply' and o.created_at < ${now} - ${REPLY_LIFE}) then 'stale'
        when c.state <> 'active' then 'chat-closed'
        when o.class = 'reply' then null
        when exists (select 1 from assignments a where a.id = o.assignment_id and a.state <> 'open')
          or exists (select 1 from reminders r join assignments a on a.id = r.assignment_id
                     where r.outbox_id = o.id and a.state <> 'open')
          then 'assignment-closed'
        when (select n.decision from consents n where n.person_id = o.person_id and n.purpose = 'messages'
              order by n.at desc, n.id desc limit 1) in ('refused', 'withdrawn') then 'consent-withdrawn'
        when c.kind = 'private' and o.person_id is not null and not exists (
          select 1 from accounts a where a.chat_id = o.chat_id and a.person_id = o.person_id and a.state = 'linked')
          then 'not-linked'
      end as withheld
    from outbox o join chats c on c.id = o.chat_id
    where o.id = any (${list(ids)}::uuid[]) and o.state = 'queued'
    for update of o skip locked`)
  const withheld = rows.filter((row) => row.withheld !== null)
  const taken = rows
    .filter((row) => row.withheld === null)
    .toSorted((a, b) => ids.indexOf(a.id) - ids.indexOf(b.id))
  for (const row of withheld) {
    // What never left for want of time or of an open chat may be planned again: its key becomes free.
    await tx.execute(sql`
      update outbox set state = 'cancelled', error_code = ${row.withheld},
        key = case when class = 'scheduled' and ${FREED.includes(row.withheld!)} then key || '~' || id else key end
      where id = ${row.id}`)
  }
  if (taken.length > 0) {
    // A reply whose mark is lost with the machine goes once more, as it would have with the mark.
    const isLight = taken.every((row) => row.class === 'reply') && withheld.length === 0
    await Promise.all([
      isLight ? tx.execute(sql`set local synchronous_commit = off`) : null,
      tx.execute(sql`
        update outbox set state = 'sending', attempts = attempts + 1, lease_holder = ${claim.holder}
        where id = any (${list(taken.map((row) => row.id))}::uuid[])`),
    ])
  }
  return taken.map((row) => ({
    id: row.id,
    chatId: row.chat_id,
    chat: {
      externalId: row.chat_external_id,
      kind: row.kind,
      ...(row.thread_id !== null && { threadId: row.thread_id }),
    },
    class: row.class,
    content: openBody(vault, { id: row.id, bodySealed: row.body_sealed })!,
    attempts: row.attempts + 1,
    wasUncertain: row.was_uncertain,
    earlierMessageId: row.earlier_message_id,
  }))
}

/**
 * Settles what another sender, or this one before a kill, left on its way: the request may have arrived.
 * Scheduled messages stay `uncertain`, replies go once more, and what may be repeated without harm simply
 * is. Call when taking a bot over. Returns counts.
 */
export async function settleInterrupted(
  db: Database | Tx,
  botId: string,
): Promise<{ uncertain: number; repeated: number }> {
  const rows = await db.execute<{ state: string }>(sql`
    update outbox set
      state = case
        when operation in ('edit', 'keyboard-off') then 'queued'
        when class = 'reply' and not was_uncertain then 'queued'
        else 'uncertain' end,
      was_uncertain = was_uncertain or operation not in ('edit', 'keyboard-off'),
      error_code = 'interrupted'
    where bot_id = ${botId} and state = 'sending'
    returning state`)
  const states = [...rows].map((row) => row.state)
  const uncertain = states.filter((state) => state === 'uncertain').length
  return { uncertain, repeated: states.length - uncertain }
}
