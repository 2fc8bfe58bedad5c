import { sql } from 'drizzle-orm'
import { boolean, index, integer, pgTable, text, unique, uniqueIndex, uuid } from 'drizzle-orm/pg-core'
import { id, instant, sealed } from './columns.ts'
import { people, trees, units } from './organisation.ts'

/** One bot of one channel, found again by its `getMe` id; its token is never stored. */
export const bots = pgTable(
  'bots',
  {
    id: id(),
    channel: text('channel').notNull(),
    externalId: text('external_id').notNull(),
    /** Shown name; on Zalo what people type after `@`. */
    displayName: text('display_name').notNull(),
    /** Telegram username without `@`; Zalo account name. */
    handle: text('handle').notNull(),
    canJoinGroups: boolean('can_join_groups').notNull().default(true),
    /** `active`; `paused` while no token is given; `stopped` after 401 or 409. */
    state: text('state').notNull(),
    stateReason: text('state_reason'),
    /** Webhook URL registered last, and a digest of its secret: `setWebhook` is called only on change. */
    webhookUrl: text('webhook_url'),
    webhookDigest: text('webhook_digest'),
    /** Digest of the command menus registered last. */
    menuDigest: text('menu_digest'),
    /** Next update to ask for (Telegram `offset`). */
    pollCursor: text('poll_cursor'),
    /** Machine time of the last answered poll; a gap after it is noticed (Zalo keeps nothing). */
    polledAt: instant('polled_at'),
    /** Machine time until which the whole bot is silent. */
    pausedUntil: instant('paused_until'),
    /** Machine time until which only replies are sent: the month's quota is used up. */
    quotaUntil: instant('quota_until'),
    createdAt: instant('created_at').notNull(),
  },
  (t) => [unique().on(t.channel, t.externalId)],
)

/** The bot that serves a unit and, unless they have their own, the units below it. */
export const unitBots = pgTable(
  'unit_bots',
  {
    id: id(),
    treeId: uuid('tree_id')
      .notNull()
      .references(() => trees.id),
    unitId: uuid('unit_id')
      .notNull()
      .references(() => units.id),
    channel: text('channel').notNull(),
    botId: uuid('bot_id')
      .notNull()
      .references(() => bots.id),
    assignedAt: instant('assigned_at').notNull(),
  },
  (t) => [unique().on(t.unitId, t.channel)],
)

/** Where we talk: a private chat or a group, as one bot sees it. */
export const chats = pgTable(
  'chats',
  {
    id: id(),
    botId: uuid('bot_id')
      .notNull()
      .references(() => bots.id),
    externalId: text('external_id').notNull(),
    /** `private` or `group`. */
    kind: text('kind').notNull(),
    /** `active`; `dead` after the bot was blocked or removed. */
    state: text('state').notNull().default('active'),
    language: text('language'),
    /** Machine time before which nothing is sent here (`retry_after`). */
    pausedUntil: instant('paused_until'),
    createdAt: instant('created_at').notNull(),
  },
  (t) => [unique().on(t.botId, t.externalId)],
)

/** One person's identity on one bot. `person_id` is null for a stranger. */
export const accounts = pgTable(
  'accounts',
  {
    id: id(),
    botId: uuid('bot_id')
      .notNull()
      .references(() => bots.id),
    externalId: text('external_id').notNull(),
    /** The private chat with this account. */
    chatId: uuid('chat_id').references(() => chats.id),
    treeId: uuid('tree_id').references(() => trees.id),
    personId: uuid('person_id').references(() => people.id),
    /** `stranger`, `linked`, `unreachable` (blocked the bot), `unlinked`. */
    state: text('state').notNull().default('stranger'),
    linkedAt: instant('linked_at'),
    unlinkedAt: instant('unlinked_at'),
    createdAt: instant('created_at').notNull(),
  },
  (t) => [unique().on(t.botId, t.externalId), index('accounts_person').on(t.personId)],
)

/** A group chat bound to a unit. */
export const groupBindings = pgTable(
  'group_bindings',
  {
    id: id(),
    treeId: uuid('tree_id')
      .notNull()
      .references(() => trees.id),
    chatId: uuid('chat_id')
      .notNull()
      .references(() => chats.id),
    /** Forum topic to post into, as the platform names it. */
    threadId: text('thread_id'),
    unitId: uuid('unit_id')
      .notNull()
      .references(() => units.id),
    /** `pending` until the secretary confirms, `bound`, `refused`, `unbound`. */
    state: text('state').notNull(),
    requestedAt: instant('requested_at').notNull(),
    decidedBy: uuid('decided_by').references(() => people.id),
    decidedAt: instant('decided_at'),
  },
  (t) => [
    uniqueIndex('group_bindings_live')
      .on(t.chatId, t.unitId)
      .where(sql`state in ('pending', 'bound')`),
    index('group_bindings_unit').on(t.unitId),
  ],
)

/** A one-time code, stored only as a keyed hash. `person_id` null: the code binds a group to the unit. */
export const invites = pgTable(
  'invites',
  {
    id: id(),
    treeId: uuid('tree_id')
      .notNull()
      .references(() => trees.id),
    unitId: uuid('unit_id')
      .notNull()
      .references(() => units.id),
    personId: uuid('person_id').references(() => people.id),
    /** `member` or `group` or `link` (second channel of a person). */
    kind: text('kind').notNull(),
    codeHash: text('code_hash').notNull().unique(),
    createdBy: text('created_by').notNull(),
    createdAt: instant('created_at').notNull(),
    expiresAt: instant('expires_at').notNull(),
    usedAt: instant('used_at'),
    usedByAccountId: uuid('used_by_account_id').references(() => accounts.id),
    revokedAt: instant('revoked_at'),
  },
  (t) => [index('invites_person').on(t.personId), index('invites_unit').on(t.unitId)],
)

/** Wrong codes typed in a chat, for the limits per chat and in total. */
export const codeAttempts = pgTable(
  'code_attempts',
  {
    id: id(),
    chatId: uuid('chat_id')
      .notNull()
      .references(() => chats.id),
    at: instant('at').notNull(),
  },
  (t) => [index('code_attempts_at').on(t.at)],
)

/** One decision about one purpose; the newest counts. Proof: text version, time, channel, message. */
export const consents = pgTable(
  'consents',
  {
    id: id(),
    treeId: uuid('tree_id')
      .notNull()
      .references(() => trees.id),
    personId: uuid('person_id')
      .notNull()
      .references(() => people.id),
    /** `messages`, `pledges`, `photos`, `exemplar`, `proxy` (somebody of the unit types for the person). */
    purpose: text('purpose').notNull(),
    /** `granted`, `refused`, `withdrawn`, `void` (somebody else had answered). */
    decision: text('decision').notNull(),
    textVersion: text('text_version').notNull(),
    /** `chat`, `paper`, `spoken`. */
    method: text('method').notNull().default('chat'),
    channel: text('channel'),
    botId: uuid('bot_id').references(() => bots.id),
    accountId: uuid('account_id').references(() => accounts.id),
    /** The platform's id of the message that said so. */
    messageExternalId: text('message_external_id'),
    /** Who wrote down what was given on paper or spoken; null: the person answered in chat. */
    recordedBy: uuid('recorded_by').references(() => people.id),
    /** Name of the witness of what was spoken, sealed. */
    witnessSealed: sealed('witness_sealed'),
    at: instant('at').notNull(),
  },
  (t) => [index('consents_person').on(t.personId, t.purpose, t.at)],
)

/** What one account is in the middle of in one chat, outside the drafts themselves. */
export const dialogs = pgTable(
  'dialogs',
  {
    id: id(),
    chatId: uuid('chat_id')
      .notNull()
      .references(() => chats.id),
    accountId: uuid('account_id')
      .notNull()
      .references(() => accounts.id),
    /** `form` (answers go to `draft_id`), `consent`, `menu`, `review`, … */
    kind: text('kind').notNull(),
    draftId: uuid('draft_id'),
    /** JSON of the dialog, sealed. */
    stateSealed: sealed('state_sealed').notNull(),
    /** The numbered choices shown last, sealed JSON; a typed number picks among them. */
    choicesSealed: sealed('choices_sealed'),
    /** Product time after which a menu outside a form no longer takes numbers; null: never. */
    choicesExpireAt: instant('choices_expire_at'),
    /** Outbox row of the prompt shown last. */
    promptId: uuid('prompt_id'),
    revision: integer('revision').notNull().default(0),
    updatedAt: instant('updated_at').notNull(),
  },
  (t) => [unique().on(t.chatId, t.accountId)],
)
