import { and, eq, inArray, isNotNull, sql } from 'drizzle-orm'
import type { Tx } from './database.ts'
import { assignments, chats, livingPosts, outbox, people, reminders } from './schema/index.ts'

/** One reminder as it is written down beside its message. */
export interface ReminderRow {
  key: string
  personId: string | null
  /** What has to be done; filing it takes the queued message back. */
  assignmentId: string | null
}

/**
 * What never left, or went into a chat that is closed to us, may be said again; what the operator dropped
 * may not.
 */
const FREE = sql`((o.state = 'cancelled' and o.error_code is distinct from 'dropped') or (o.state = 'dead' and exists (
  select 1 from chats c where c.id = o.chat_id and c.state <> 'active')))`

/** Which of these reminders were said, with the message that carries each. */
export async function listSaidReminders(tx: Tx, keys: readonly string[]): Promise<Map<string, string>> {
  if (keys.length === 0) return new Map()
  const rows = await tx.execute<{ key: string; outbox_id: string }>(sql`
    select r.key, r.outbox_id from reminders r join outbox o on o.id = r.outbox_id
    where r.key in (select jsonb_array_elements_text(${JSON.stringify(keys)}::jsonb)) and not ${FREE}`)
  return new Map([...rows].map((row) => [row.key, row.outbox_id]))
}

/** From here to the end of the transaction nobody else says reminders of this tree. */
export async function lockReminders(tx: Tx, treeId: string): Promise<void> {
  await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${`reminders:${treeId}`}, 0))`)
}

/** Writes down which reminders a message carries. */
export async function saveReminders(
  tx: Tx,
  message: { outboxId: string; batchId: string; at: Date },
  rows: readonly ReminderRow[],
): Promise<void> {
  if (rows.length === 0) return
  await tx
    .insert(reminders)
    .values(rows.map((row) => ({ ...row, ...message })))
    .onConflictDoUpdate({
      target: reminders.key,
      set: { outboxId: message.outboxId, batchId: message.batchId, at: message.at },
    })
}

/** What a message of this batch asked a person to do, as far as it is still open. */
export async function listOpenInBatch(tx: Tx, batchId: string, personId: string): Promise<string[]> {
  const rows = await tx
    .selectDistinct({ id: assignments.id })
    .from(reminders)
    .innerJoin(assignments, eq(assignments.id, reminders.assignmentId))
    .where(
      and(eq(reminders.batchId, batchId), eq(reminders.personId, personId), eq(assignments.state, 'open')),
    )
  return rows.map(({ id }) => id)
}

/** Topics of messages that come by themselves, by the clock: what a person's week is counted by. */
export const COUNTED: ReadonlySet<string> = new Set([
  'topic',
  'nudge',
  'digest',
  'closing',
  'recall',
  'dates',
  'week-line',
  'paste',
])

/** How many unasked messages each person of a tree got, or will, in a span of product time. */
export async function countUnasked(
  tx: Tx,
  treeId: string,
  span: { from: Date; to: Date },
): Promise<Map<string, number>> {
  const rows = await tx
    .select({ personId: outbox.personId, count: sql<number>`count(*)::int` })
    .from(outbox)
    .innerJoin(people, eq(people.id, outbox.personId))
    .innerJoin(chats, eq(chats.id, outbox.chatId))
    .where(
      and(
        eq(people.treeId, treeId),
        inArray(outbox.topic, [...COUNTED]),
        sql`${outbox.saidAt} >= ${span.from.toISOString()}::timestamptz`,
        sql`${outbox.saidAt} < ${span.to.toISOString()}::timestamptz`,
        sql`${outbox.state} not in ('cancelled', 'dead')`,
        // Further parts of a long text, and changes of one that was sent, are no message of their own.
        sql`${outbox.key} not like '%#%'`,
        sql`${outbox.operation} <> 'edit'`,
        eq(chats.kind, 'private'),
        isNotNull(outbox.personId),
      ),
    )
    .groupBy(outbox.personId)
  return new Map(rows.map(({ personId, count }) => [personId!, count]))
}

/** The posts that are changed in place, by the row that made them. */
export async function findLivingPosts(tx: Tx, outboxIds: readonly string[]) {
  if (outboxIds.length === 0) return new Map<string, { digest: string; changedAt: Date }>()
  const rows = await tx
    .select()
    .from(livingPosts)
    .where(inArray(livingPosts.outboxId, [...outboxIds]))
  return new Map(rows.map(({ outboxId, ...post }) => [outboxId, post]))
}

/** Keeps what a living post shows. */
export async function saveLivingPost(
  tx: Tx,
  post: { outboxId: string; digest: string; changedAt: Date },
): Promise<void> {
  await tx
    .insert(livingPosts)
    .values(post)
    .onConflictDoUpdate({
      target: livingPosts.outboxId,
      set: { digest: post.digest, changedAt: post.changedAt },
    })
}
