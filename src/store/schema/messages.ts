import { sql } from 'drizzle-orm'
import { bigserial, boolean, index, integer, pgTable, text, unique, uuid } from 'drizzle-orm/pg-core'
import { bots, chats } from './channels.ts'
import { id, instant, sealed } from './columns.ts'
import { people } from './organisation.ts'
import { assignments } from './programmes.ts'

/** Every update, stored before it is handled. What the guard refuses has no content. */
export const updates = pgTable(
  'updates',
  {
    id: id(),
    /** Order of arrival. */
    seq: bigserial('seq', { mode: 'number' }).notNull(),
    botId: uuid('bot_id')
      .notNull()
      .references(() => bots.id),
    /** Unique per bot: Telegram `update_id`; Zalo chat and message id. */
    updateKey: text('update_key').notNull(),
    /** The platform's chat id: updates of one chat are handled in order. */
    chatExternalId: text('chat_external_id').notNull(),
    /** `waiting`, `handled`, `refused` (by the guard), `ignored`, `parked` (poison). */
    state: text('state').notNull(),
    reason: text('reason'),
    /** The normalised update as JSON, sealed; null once wiped or when refused. */
    contentSealed: sealed('content_sealed'),
    attempts: integer('attempts').notNull().default(0),
    /** Machine time. */
    receivedAt: instant('received_at').notNull(),
    nextAttemptAt: instant('next_attempt_at'),
    handledAt: instant('handled_at'),
    wipedAt: instant('wiped_at'),
  },
  (t) => [
    unique().on(t.botId, t.updateKey),
    index('updates_waiting')
      .on(t.botId, t.chatExternalId, t.seq)
      .where(sql`state = 'waiting'`),
    index('updates_of_chat').on(t.botId, t.chatExternalId, t.receivedAt),
    index('updates_arrival')
      .on(t.seq)
      .where(sql`state = 'waiting'`),
    index('updates_to_wipe')
      .on(t.receivedAt)
      .where(sql`content_sealed is not null`),
  ],
)

/** Every outgoing operation, a row before it is sent. */
export const outbox = pgTable(
  'outbox',
  {
    id: id(),
    /** Order inside a chat. */
    seq: bigserial('seq', { mode: 'number' }).notNull(),
    botId: uuid('bot_id')
      .notNull()
      .references(() => bots.id),
    chatId: uuid('chat_id')
      .notNull()
      .references(() => chats.id),
    threadId: text('thread_id'),
    personId: uuid('person_id').references(() => people.id),
    /** `text`, `photo`, `document`, `edit`, `keyboard-off`. */
    operation: text('operation').notNull(),
    /** `reply` goes before `scheduled`. */
    class: text('class').notNull(),
    /** What makes it the only one of its kind, e.g. `nudge:<assignment>:<stage>:<chat>`. */
    key: text('key').notNull().unique(),
    /** What kind of message, for counts: `reply`, `topic`, `nudge`, `digest`, `notice` … */
    topic: text('topic').notNull(),
    /** The assignment it is about: filing cancels it. */
    assignmentId: uuid('assignment_id').references(() => assignments.id),
    /** The earlier row that an edit or keyboard-off is about. */
    refersTo: uuid('refers_to'),
    /** `OutgoingContent` as JSON, sealed; null once wiped. */
    bodySealed: sealed('body_sealed'),
    /** `queued`, `sending`, `sent`, `uncertain`, `cancelled`, `dead`, `held`. */
    state: text('state').notNull(),
    /** Set once the request may have left without an answer; kept even if it is sent again. */
    wasUncertain: boolean('was_uncertain').notNull().default(false),
    attempts: integer('attempts').notNull().default(0),
    /** Machine time from which it may be sent. */
    dueAt: instant('due_at').notNull(),
    /** Machine time after which it is no longer worth sending; null: always. */
    staleAt: instant('stale_at'),
    leaseHolder: text('lease_holder'),
    leaseUntil: instant('lease_until'),
    externalMessageId: text('external_message_id'),
    /** Stable code of the last failure, never its text. */
    errorCode: text('error_code'),
    createdAt: instant('created_at').notNull(),
    /** Product time at which it was queued: weeks and months of messages are counted by it. */
    saidAt: instant('said_at'),
    sentAt: instant('sent_at'),
    wipedAt: instant('wiped_at'),
  },
  (t) => [
    index('outbox_unsent')
      .on(t.botId, t.chatId, t.seq)
      .where(sql`state in ('queued', 'sending')`),
    index('outbox_of_assignment')
      .on(t.assignmentId)
      .where(sql`state = 'queued'`),
    index('outbox_person').on(t.personId),
    index('outbox_said').on(t.saidAt),
    index('outbox_sent').on(t.chatId, t.externalMessageId),
    index('outbox_to_wipe')
      .on(t.createdAt)
      .where(sql`body_sealed is not null`),
  ],
)

/** A span in which a bot that keeps nothing was not polled; people with an open question are told once. */
export const pollGaps = pgTable('poll_gaps', {
  id: id(),
  botId: uuid('bot_id')
    .notNull()
    .references(() => bots.id),
  fromAt: instant('from_at').notNull(),
  toAt: instant('to_at').notNull(),
  toldAt: instant('told_at'),
})

/** One stage of one reminder, said once; several may stand in one message. Its key is the planner's. */
export const reminders = pgTable(
  'reminders',
  {
    key: text('key').primaryKey(),
    /** The message that carries it. Cancelled or dead for want of a chat: the key may be said again. */
    outboxId: uuid('outbox_id')
      .notNull()
      .references(() => outbox.id),
    /** Shared by the reminders of one message; what a snooze under it refers to. */
    batchId: uuid('batch_id').notNull(),
    personId: uuid('person_id').references(() => people.id),
    /** What has to be done; null where a message only tells. */
    assignmentId: uuid('assignment_id').references(() => assignments.id),
    /** Product time. */
    at: instant('at').notNull(),
  },
  (t) => [
    index('reminders_message').on(t.outboxId),
    index('reminders_batch').on(t.batchId),
    index('reminders_assignment').on(t.assignmentId),
  ],
)

/** A wish to be reminded of something again. */
export const snoozes = pgTable(
  'snoozes',
  {
    id: id(),
    personId: uuid('person_id')
      .notNull()
      .references(() => people.id),
    assignmentId: uuid('assignment_id')
      .notNull()
      .references(() => assignments.id),
    /** `tonight`, `tomorrow`, `three-days`, `later`. */
    choice: text('choice').notNull(),
    /** Product time; null: with the next reminder that comes anyway. */
    until: instant('until'),
    at: instant('at').notNull(),
  },
  (t) => [index('snoozes_until').on(t.until), index('snoozes_of').on(t.personId, t.assignmentId)],
)

/** A group post that is changed as the count rises; one for each group and deadline. */
export const livingPosts = pgTable('living_posts', {
  /** The row that made the post. */
  outboxId: uuid('outbox_id')
    .primaryKey()
    .references(() => outbox.id),
  /** Digest of the text that it shows, or will when its queued change arrives. */
  digest: text('digest').notNull(),
  /** Machine time of the newest change. */
  changedAt: instant('changed_at').notNull(),
})
