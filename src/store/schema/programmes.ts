import { sql } from 'drizzle-orm'
import {
  boolean,
  date,
  index,
  integer,
  jsonb,
  pgTable,
  text,
  unique,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core'
import { accounts } from './channels.ts'
import { id, instant } from './columns.ts'
import { people, trees, units } from './organisation.ts'

/** A plan of one unit for a year or a term. */
export const programmes = pgTable(
  'programmes',
  {
    id: id(),
    treeId: uuid('tree_id')
      .notNull()
      .references(() => trees.id),
    code: text('code').notNull(),
    ownerUnitId: uuid('owner_unit_id')
      .notNull()
      .references(() => units.id),
    /** `draft` (imported), `published` (assignments exist, nothing is sent), `live`, `closed`. */
    state: text('state').notNull(),
    /** First day of use: what was due before is never nudged, never late. */
    liveFrom: date('live_from'),
    createdAt: instant('created_at').notNull(),
  },
  (t) => [unique().on(t.treeId, t.code)],
)

/** The programme file as imported, immutable. */
export const programmeVersions = pgTable(
  'programme_versions',
  {
    id: id(),
    programmeId: uuid('programme_id')
      .notNull()
      .references(() => programmes.id),
    number: integer('number').notNull(),
    /** The parsed programme (`domain/programme.ts`), as validated. */
    content: jsonb('content').notNull(),
    digest: text('digest').notNull(),
    importedAt: instant('imported_at').notNull(),
    publishedAt: instant('published_at'),
  },
  (t) => [unique().on(t.programmeId, t.number)],
)

/** A form as imported, immutable: the same content is stored once per programme. */
export const formVersions = pgTable(
  'form_versions',
  {
    id: id(),
    programmeId: uuid('programme_id')
      .notNull()
      .references(() => programmes.id),
    code: text('code').notNull(),
    number: integer('number').notNull(),
    /** `FormDefinition` (`domain/form-definition.ts`). */
    content: jsonb('content').notNull(),
    digest: text('digest').notNull(),
    createdAt: instant('created_at').notNull(),
  },
  (t) => [unique().on(t.programmeId, t.code, t.number)],
)

/** The lasting identity of an obligation over all versions of its programme. */
export const obligations = pgTable(
  'obligations',
  {
    id: id(),
    treeId: uuid('tree_id')
      .notNull()
      .references(() => trees.id),
    programmeId: uuid('programme_id')
      .notNull()
      .references(() => programmes.id),
    code: text('code').notNull(),
  },
  (t) => [unique().on(t.programmeId, t.code)],
)

/** A date that the plan left open and the office fixed later. The newest counts. */
export const officeDates = pgTable('office_dates', {
  id: id(),
  obligationId: uuid('obligation_id')
    .notNull()
    .references(() => obligations.id),
  period: text('period').notNull(),
  dueOn: date('due_on').notNull(),
  phrase: text('phrase').notNull(),
  setBy: uuid('set_by').references(() => people.id),
  setAt: instant('set_at').notNull(),
})

/** One thing owed by one person or one unit in one period. */
export const assignments = pgTable(
  'assignments',
  {
    id: id(),
    treeId: uuid('tree_id')
      .notNull()
      .references(() => trees.id),
    obligationId: uuid('obligation_id')
      .notNull()
      .references(() => obligations.id),
    /** `once`, `2026`, `2026-H1`, `2026-Q1`, `2026-03`. */
    period: text('period').notNull(),
    /** Null: the unit owes it. */
    personId: uuid('person_id').references(() => people.id),
    /** The unit that owes it, or where the person files. */
    unitId: uuid('unit_id')
      .notNull()
      .references(() => units.id),
    /** Last good day; null while no date is set or when it is `thường xuyên`. */
    dueOn: date('due_on'),
    dueZone: text('due_zone').notNull(),
    /** The words of the plan that the date came from. */
    duePhrase: text('due_phrase').notNull(),
    /** First day on which it is shown as owed. */
    opensOn: date('opens_on'),
    /** `open`, `done`, `withdrawn`. */
    state: text('state').notNull(),
    voluntary: boolean('voluntary').notNull().default(false),
    /** Was due before the programme went live: outside nudges, lateness and shares. */
    beforeBot: boolean('before_bot').notNull().default(false),
    /** When it was filed first; kept when it is sent back and open again. */
    doneAt: instant('done_at'),
    /** The round takes no more filings since then; null: it does. */
    closedAt: instant('closed_at'),
    createdAt: instant('created_at').notNull(),
  },
  (t) => [
    uniqueIndex('assignments_person')
      .on(t.obligationId, t.period, t.personId)
      .where(sql`person_id is not null`),
    uniqueIndex('assignments_unit')
      .on(t.obligationId, t.period, t.unitId)
      .where(sql`person_id is null`),
    index('assignments_of_unit').on(t.unitId),
    index('assignments_of_person').on(t.personId),
    index('assignments_open_due')
      .on(t.dueOn)
      .where(sql`state = 'open'`),
  ],
)

/** Why an assignment came, moved, was extended or withdrawn; append-only. */
export const assignmentChanges = pgTable(
  'assignment_changes',
  {
    id: id(),
    assignmentId: uuid('assignment_id')
      .notNull()
      .references(() => assignments.id),
    /** `created`, `moved`, `extended`, `withdrawn`, `restored`, `volunteered`, `done`, `reopened`, `transferred`. */
    kind: text('kind').notNull(),
    fromDueOn: date('from_due_on'),
    toDueOn: date('to_due_on'),
    /** Person code, `operator` or `programme`. */
    by: text('by').notNull(),
    reason: text('reason'),
    at: instant('at').notNull(),
  },
  (t) => [index('assignment_changes_of').on(t.assignmentId)],
)

/** "Đã nghiên cứu": a person says that they studied a topic. */
export const topicAcknowledgements = pgTable(
  'topic_acknowledgements',
  {
    id: id(),
    treeId: uuid('tree_id')
      .notNull()
      .references(() => trees.id),
    programmeId: uuid('programme_id')
      .notNull()
      .references(() => programmes.id),
    topicCode: text('topic_code').notNull(),
    personId: uuid('person_id')
      .notNull()
      .references(() => people.id),
    accountId: uuid('account_id').references(() => accounts.id),
    at: instant('at').notNull(),
  },
  (t) => [unique().on(t.programmeId, t.topicCode, t.personId)],
)

/** What the office did with a round: opened it before its day, closed it, opened it again. The newest holds. */
export const roundChanges = pgTable(
  'round_changes',
  {
    id: id(),
    obligationId: uuid('obligation_id')
      .notNull()
      .references(() => obligations.id),
    period: text('period').notNull(),
    /** `opened`, `closed`, `reopened`. */
    change: text('change').notNull(),
    /** Of an opening: the day from which it is shown. */
    opensOn: date('opens_on'),
    /** Person code or `operator`. */
    by: text('by').notNull(),
    reason: text('reason').notNull(),
    at: instant('at').notNull(),
  },
  (t) => [index('round_changes_of').on(t.obligationId, t.period, t.at)],
)

/** A topic that the office holds back; `until`: the day on which it goes out after all, null: when told. */
export const topicHolds = pgTable(
  'topic_holds',
  {
    id: id(),
    programmeId: uuid('programme_id')
      .notNull()
      .references(() => programmes.id),
    topicCode: text('topic_code').notNull(),
    until: date('until'),
    heldBy: uuid('held_by')
      .notNull()
      .references(() => people.id),
    heldAt: instant('held_at').notNull(),
    releasedAt: instant('released_at'),
  },
  (t) => [index('topic_holds_of').on(t.programmeId, t.topicCode)],
)
