import { and, desc, eq, inArray, isNull, notInArray, or, sql } from 'drizzle-orm'
import type { OutgoingContent } from '../channels/channel-adapter.ts'
import type { Database, Tx } from './database.ts'
import { notifyWorkers } from './notify.ts'
import { outbox } from './schema/index.ts'
import type { Vault } from './vault.ts'

/** One operation to be sent. */
export interface NewOutboxMessage {
  id: string
  botId: string
  chatId: string
  threadId: string | null
  personId: string | null
  class: 'reply' | 'scheduled'
  key: string
  topic: string
  assignmentId: string | null
  refersTo: string | null
  content: OutgoingContent
  dueAt: Date
  staleAt: Date | null
  createdAt: Date
  /** Product time. */
  saidAt?: Date
}

/** After a restore the operator decides first: see `held-messages.ts`. */
const unlessRestored = sql<string>`case when exists (select 1 from restores where decided_at is null) then 'held' else 'queued' end`

/** Queues one operation and wakes the sender. False: its key was said before. */
export async function saveOutboxMessage(tx: Tx, vault: Vault, message: NewOutboxMessage): Promise<boolean> {
  const { content, ...row } = message
  const insert = tx
    .insert(outbox)
    .values({
      ...row,
      operation: content.operation,
      bodySealed: sealBody(vault, row.id, content),
      state: row.class === 'scheduled' ? unlessRestored : 'queued',
    })
    .onConflictDoNothing({ target: outbox.key })
    .returning({ id: outbox.id })
  // Sent in one go; to be woken for nothing does no harm.
  const [saved] = await Promise.all([insert, notifyWorkers(tx, 'nhipquy_outbox', row.botId)])
  return saved.length > 0
}

/** A message that is to be replaced: the row that made it, and an edit of it that still waits. */
export interface Replaceable {
  rootId: string
  chatId: string
  rootState: string
  /** The queued row (the message itself, or its newest edit) whose body may still be rewritten. */
  unsentId: string | null
}

/** What stands for an earlier message or an edit of it; null when there is no such row. Locks it. */
export async function findReplaceable(tx: Tx, id: string): Promise<Replaceable | null> {
  const rootOf = sql`(
    select case when g.operation = 'edit' then coalesce(g.refers_to, g.id) else g.id end
    from outbox g where g.id = ${id})`
  const [[root], [edit]] = await Promise.all([
    tx
      .select({
        id: outbox.id,
        chatId: outbox.chatId,
        state: outbox.state,
        wasUncertain: outbox.wasUncertain,
      })
      .from(outbox)
      .where(sql`${outbox.id} = ${rootOf}`)
      .for('update'),
    tx
      .select({ id: outbox.id })
      .from(outbox)
      .where(
        and(sql`${outbox.refersTo} = ${rootOf}`, eq(outbox.operation, 'edit'), eq(outbox.state, 'queued')),
      )
      .orderBy(desc(outbox.seq))
      .limit(1)
      .for('update'),
  ])
  if (!root) return null
  const rootId = root.id
  if (root.state === 'queued' && !root.wasUncertain) {
    return { rootId, chatId: root.chatId, rootState: root.state, unsentId: root.id }
  }
  return { rootId, chatId: root.chatId, rootState: root.state, unsentId: edit?.id ?? null }
}

/** Puts other content into a row that was not sent yet. */
export async function saveOutboxContent(
  tx: Tx,
  vault: Vault,
  id: string,
  content: OutgoingContent,
): Promise<void> {
  await tx
    .update(outbox)
    .set({ operation: content.operation, bodySealed: sealBody(vault, id, content) })
    .where(and(eq(outbox.id, id), eq(outbox.state, 'queued')))
}

/** Cancels everything that is still queued to a person, replies too: consent was withdrawn. Returns how many. */
export async function cancelQueuedTo(tx: Tx, personId: string): Promise<number> {
  const rows = await tx
    .update(outbox)
    .set({ state: 'cancelled', errorCode: 'consent-withdrawn' })
    .where(and(eq(outbox.personId, personId), eq(outbox.state, 'queued')))
    .returning({ id: outbox.id })
  return rows.length
}

/**
 * Cancels everything queued into a chat that is closed to us. What the clock had planned was never said: its
 * key becomes free, so that it can be planned again for another account of the person.
 */
export async function cancelQueuedInto(tx: Tx, chatId: string): Promise<void> {
  await tx
    .update(outbox)
    .set({ state: 'cancelled', errorCode: 'chat-closed', key: freedKey() })
    .where(and(eq(outbox.chatId, chatId), eq(outbox.state, 'queued')))
}

/** What a pass of the clock plans, and would plan again for wherever the person is reached. */
const PLANNED_TOPICS = ['topic', 'nudge', 'snooze', 'paste', 'digest', 'week-line', 'dates']

/** Takes back what the clock had queued to a person's other chats: it is planned again for this one. */
export async function replanOutside(tx: Tx, personId: string, chatIds: readonly string[]): Promise<void> {
  await tx
    .update(outbox)
    .set({ state: 'cancelled', errorCode: 'other-channel', key: freedKey() })
    .where(
      and(
        eq(outbox.personId, personId),
        eq(outbox.state, 'queued'),
        eq(outbox.class, 'scheduled'),
        inArray(outbox.topic, PLANNED_TOPICS),
        notInArray(outbox.chatId, [...chatIds]),
      ),
    )
}

function freedKey() {
  return sql<string>`case when ${outbox.class} = 'scheduled' then ${outbox.key} || '~' || ${outbox.id} else ${outbox.key} end`
}

/** The content of a row; null once it is wiped. */
export function openBody(
  vault: Vault,
  row: { id: string; bodySealed: string | null },
): OutgoingContent | null {
  return row.bodySealed === null
    ? null
    : (JSON.parse(vault.open(bodyPlace(row.id), row.bodySealed)) as OutgoingContent)
}

/** The words of a message of this chat as it was said; null once they are wiped. */
export async function findSaidText(tx: Tx, vault: Vault, id: string, chatId: string): Promise<string | null> {
  const [row] = await tx
    .select({ id: outbox.id, bodySealed: outbox.bodySealed })
    .from(outbox)
    .where(and(eq(outbox.id, id), eq(outbox.chatId, chatId)))
  const content = row && openBody(vault, row)
  return content && (content.operation === 'text' || content.operation === 'edit') ? content.text : null
}

/** Counts of rows by state and class, for metrics and `status`. */
export async function countOutbox(
  db: Database | Tx,
): Promise<{ state: string; class: string; count: number }[]> {
  return db
    .select({ state: outbox.state, class: outbox.class, count: sql<number>`count(*)::int` })
    .from(outbox)
    .where(
      or(inArray(outbox.state, ['queued', 'sending', 'held', 'uncertain', 'dead']), isNull(outbox.wipedAt)),
    )
    .groupBy(outbox.state, outbox.class)
}

function sealBody(vault: Vault, id: string, content: OutgoingContent): string {
  return vault.seal(bodyPlace(id), JSON.stringify(content))
}

function bodyPlace(id: string): string {
  return `outbox.body_sealed:${id}`
}
