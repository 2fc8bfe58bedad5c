import { sql } from 'drizzle-orm'
import {
  boolean,
  customType,
  index,
  integer,
  numeric,
  pgTable,
  text,
  unique,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core'
import { accounts, chats, consents } from './channels.ts'
import { id, instant, sealed } from './columns.ts'
import { people, trees, units } from './organisation.ts'
import { assignments, formVersions } from './programmes.ts'

const bytes = customType<{ data: Buffer; driverData: Buffer }>({ dataType: () => 'bytea' })

/** An unfinished form. A person's draft belongs to the person; a unit's is shared by those who may file. */
export const drafts = pgTable(
  'drafts',
  {
    id: id(),
    treeId: uuid('tree_id')
      .notNull()
      .references(() => trees.id),
    assignmentId: uuid('assignment_id')
      .notNull()
      .references(() => assignments.id),
    formVersionId: uuid('form_version_id').references(() => formVersions.id),
    /** The person whose draft it is; null for a unit's draft. */
    personId: uuid('person_id').references(() => people.id),
    unitId: uuid('unit_id')
      .notNull()
      .references(() => units.id),
    /** Who holds the pen now. */
    penPersonId: uuid('pen_person_id').references(() => people.id),
    /** `FormState` as JSON, sealed. */
    stateSealed: sealed('state_sealed').notNull(),
    /** `open`, `awaiting-signature` (a contact finished it), `filed`, `cancelled`. */
    state: text('state').notNull(),
    revision: integer('revision').notNull().default(0),
    createdAt: instant('created_at').notNull(),
    updatedAt: instant('updated_at').notNull(),
  },
  (t) => [
    uniqueIndex('drafts_open')
      .on(t.assignmentId)
      .where(sql`state in ('open', 'awaiting-signature')`),
  ],
)

/** A long text that is being put together of several messages: when waiting for more of it ends. */
export const awaitedPieces = pgTable(
  'awaited_pieces',
  {
    id: id(),
    draftId: uuid('draft_id')
      .notNull()
      .unique()
      .references(() => drafts.id),
    /** Who sent the last piece, and where the next question is shown. */
    accountId: uuid('account_id')
      .notNull()
      .references(() => accounts.id),
    chatId: uuid('chat_id')
      .notNull()
      .references(() => chats.id),
    /** Machine time. */
    dueAt: instant('due_at').notNull(),
    attempts: integer('attempts').notNull().default(0),
  },
  (t) => [index('awaited_pieces_due').on(t.dueAt)],
)

/** What answers an assignment. Its content is in immutable versions. */
export const submissions = pgTable(
  'submissions',
  {
    id: id(),
    treeId: uuid('tree_id')
      .notNull()
      .references(() => trees.id),
    assignmentId: uuid('assignment_id')
      .notNull()
      .unique()
      .references(() => assignments.id),
    /** Short receipt code, unique in the tree: `BC-7K2M`. */
    code: text('code').notNull(),
    /** Number of the version that counts. */
    currentNumber: integer('current_number').notNull(),
    /** `filed` (waits for its reviewer), `received`, `commented` (sent back), `final` (no review asked). */
    state: text('state').notNull(),
    createdAt: instant('created_at').notNull(),
  },
  (t) => [unique().on(t.treeId, t.code)],
)

/** One filing, immutable. Answers are sealed; figures are in `measures`. */
export const submissionVersions = pgTable(
  'submission_versions',
  {
    id: id(),
    submissionId: uuid('submission_id')
      .notNull()
      .references(() => submissions.id),
    number: integer('number').notNull(),
    formVersionId: uuid('form_version_id').references(() => formVersions.id),
    /** Answers as JSON, sealed. */
    answersSealed: sealed('answers_sealed').notNull(),
    /** Who signs it, and who typed it (another person for proxy entry). */
    filedBy: uuid('filed_by')
      .notNull()
      .references(() => people.id),
    enteredBy: uuid('entered_by')
      .notNull()
      .references(() => people.id),
    accountId: uuid('account_id').references(() => accounts.id),
    late: boolean('late').notNull(),
    /** `paper`: entered by the office from a sheet of paper, dated on its day; null: answered in the bot. */
    source: text('source').$type<'paper'>(),
    /** Product time. */
    filedAt: instant('filed_at').notNull(),
  },
  (t) => [unique().on(t.submissionId, t.number)],
)

/** A figure read from a submission version, by the name the form gives it. */
export const measures = pgTable(
  'measures',
  {
    id: id(),
    submissionVersionId: uuid('submission_version_id')
      .notNull()
      .references(() => submissionVersions.id),
    name: text('name').notNull(),
    value: numeric('value', { mode: 'number' }).notNull(),
  },
  (t) => [unique().on(t.submissionVersionId, t.name)],
)

/** What the receiving body said about one version. */
export const reviews = pgTable(
  'reviews',
  {
    id: id(),
    submissionVersionId: uuid('submission_version_id')
      .notNull()
      .references(() => submissionVersions.id),
    reviewerId: uuid('reviewer_id')
      .notNull()
      .references(() => people.id),
    /** `received` or `commented`. */
    outcome: text('outcome').notNull(),
    commentSealed: sealed('comment_sealed'),
    at: instant('at').notNull(),
  },
  (t) => [index('reviews_of').on(t.submissionVersionId)],
)

/** One concrete thing promised; its id survives refiling. */
export const deeds = pgTable(
  'deeds',
  {
    id: id(),
    treeId: uuid('tree_id')
      .notNull()
      .references(() => trees.id),
    submissionId: uuid('submission_id')
      .notNull()
      .references(() => submissions.id),
    personId: uuid('person_id').references(() => people.id),
    unitId: uuid('unit_id')
      .notNull()
      .references(() => units.id),
    /** Kind as the form groups it, e.g. `mending`, `breakthrough`; null where the form has none. */
    kind: text('kind'),
    createdAt: instant('created_at').notNull(),
    /** Left out of a later version of its pledge. */
    droppedAt: instant('dropped_at'),
  },
  (t) => [index('deeds_submission').on(t.submissionId)],
)

/** The words of a deed in one version of its pledge. */
export const deedVersions = pgTable(
  'deed_versions',
  {
    id: id(),
    deedId: uuid('deed_id')
      .notNull()
      .references(() => deeds.id),
    submissionVersionId: uuid('submission_version_id')
      .notNull()
      .references(() => submissionVersions.id),
    position: integer('position').notNull(),
    /** The item's answers as JSON, sealed. */
    answersSealed: sealed('answers_sealed').notNull(),
  },
  (t) => [unique().on(t.deedId, t.submissionVersionId)],
)

/** Progress of a deed, append-only; the newest counts. */
export const deedProgress = pgTable(
  'deed_progress',
  {
    id: id(),
    deedId: uuid('deed_id')
      .notNull()
      .references(() => deeds.id),
    /** `planned`, `doing`, `done`, `not-done`. */
    status: text('status').notNull(),
    noteSealed: sealed('note_sealed'),
    by: uuid('by')
      .notNull()
      .references(() => people.id),
    at: instant('at').notNull(),
  },
  (t) => [index('deed_progress_of').on(t.deedId)],
)

/** A photo or file of a draft or filing; fetched by a job, bytes sealed. */
export const attachments = pgTable(
  'attachments',
  {
    id: id(),
    treeId: uuid('tree_id')
      .notNull()
      .references(() => trees.id),
    botId: uuid('bot_id').notNull(),
    assignmentId: uuid('assignment_id')
      .notNull()
      .references(() => assignments.id),
    /** How the channel fetches it again (file id or URL), sealed. */
    sourceSealed: sealed('source_sealed').notNull(),
    /** `waiting`, `stored`, `refused` (too large, wrong kind, unreachable). */
    state: text('state').notNull(),
    stateReason: text('state_reason'),
    mime: text('mime'),
    size: integer('size'),
    contentSealed: bytes('content_sealed'),
    attempts: integer('attempts').notNull().default(0),
    nextAttemptAt: instant('next_attempt_at'),
    createdAt: instant('created_at').notNull(),
  },
  (t) => [
    index('attachments_waiting')
      .on(t.nextAttemptAt)
      .where(sql`state = 'waiting'`),
  ],
)

/** One filling-in for a person without a telephone (`nhập hộ`): by whom, with which consent, what became of it. */
export const proxyEntries = pgTable(
  'proxy_entries',
  {
    id: id(),
    treeId: uuid('tree_id')
      .notNull()
      .references(() => trees.id),
    assignmentId: uuid('assignment_id')
      .notNull()
      .references(() => assignments.id),
    /** For whom. */
    personId: uuid('person_id')
      .notNull()
      .references(() => people.id),
    unitId: uuid('unit_id')
      .notNull()
      .references(() => units.id),
    enteredBy: uuid('entered_by')
      .notNull()
      .references(() => people.id),
    consentId: uuid('consent_id')
      .notNull()
      .references(() => consents.id),
    /** `open` while it is being filled in, `filed`, `closed` (given up, or the person went on themselves). */
    state: text('state').notNull(),
    submissionVersionId: uuid('submission_version_id').references(() => submissionVersions.id),
    createdAt: instant('created_at').notNull(),
    /** The person joined later and was asked whether it is right: once. */
    askedAt: instant('asked_at'),
    /** `confirmed`, `disputed`; null: no answer. */
    answer: text('answer'),
    answeredAt: instant('answered_at'),
  },
  (t) => [
    uniqueIndex('proxy_entries_open')
      .on(t.assignmentId)
      .where(sql`state = 'open'`),
    index('proxy_entries_person').on(t.personId),
    index('proxy_entries_version').on(t.submissionVersionId),
  ],
)
