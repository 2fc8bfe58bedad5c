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
import type { Reach } from '../../domain/reach.ts'
import { id, instant, sealed } from './columns.ts'

/** One organisation tree: codes and office rights are unique inside it. A deployment may hold several. */
export const trees = pgTable('trees', {
  id: id(),
  /** Code of the root unit. */
  code: text('code').notNull().unique(),
  createdAt: instant('created_at').notNull(),
})

/** A node of a tree. Everything that changes over the years is in `unit_versions`. */
export const units = pgTable(
  'units',
  {
    id: id(),
    treeId: uuid('tree_id')
      .notNull()
      .references(() => trees.id),
    code: text('code').notNull(),
    /** `secretary`, `members`; null: as the nearest unit above that says it, `secretary` where none does. */
    reach: text('reach').$type<Reach>(),
    createdAt: instant('created_at').notNull(),
  },
  (t) => [unique().on(t.treeId, t.code)],
)

/** Name, kind and parent of a unit from `valid_from` to the day before `valid_to` (null: still). */
export const unitVersions = pgTable(
  'unit_versions',
  {
    id: id(),
    treeId: uuid('tree_id')
      .notNull()
      .references(() => trees.id),
    unitId: uuid('unit_id')
      .notNull()
      .references(() => units.id),
    name: text('name').notNull(),
    /** A kind of the programme's vocabulary: `cell-street`, `cell-agency`, `committee-commune` … */
    kind: text('kind').notNull(),
    parentId: uuid('parent_id').references(() => units.id),
    /** IANA zone; dates without hour end at this zone's midnight. */
    zone: text('zone').notNull().default('Asia/Ho_Chi_Minh'),
    validFrom: date('valid_from').notNull(),
    validTo: date('valid_to'),
  },
  (t) => [
    uniqueIndex('unit_versions_current')
      .on(t.unitId)
      .where(sql`valid_to is null`),
    index('unit_versions_parent').on(t.parentId),
  ],
)

/** A person of the roster. Names and codes are in clear (sorting, search), the phone is sealed. */
export const people = pgTable(
  'people',
  {
    id: id(),
    treeId: uuid('tree_id')
      .notNull()
      .references(() => trees.id),
    code: text('code').notNull(),
    fullName: text('full_name').notNull(),
    phoneSealed: sealed('phone_sealed'),
    /** Language of the person's messages: `vi` or `en`. */
    language: text('language').notNull().default('vi'),
    /** Channel on which the person wants what comes by itself; null: where they joined last. */
    preferredChannel: text('preferred_channel'),
    /** How often reminders come: `all`, or `last` for the last before a deadline only. */
    reminders: text('reminders').notNull().default('all'),
    createdAt: instant('created_at').notNull(),
  },
  (t) => [unique().on(t.treeId, t.code)],
)

/** A person belongs to a unit during a span; category, exemption and workplace are dated with it. */
export const memberships = pgTable(
  'memberships',
  {
    id: id(),
    treeId: uuid('tree_id')
      .notNull()
      .references(() => trees.id),
    personId: uuid('person_id')
      .notNull()
      .references(() => people.id),
    unitId: uuid('unit_id')
      .notNull()
      .references(() => units.id),
    /** `party-member`, `probationary`, `cadre`, `civil-servant`, `public-employee`, `worker`, `union-member` … */
    category: text('category').notNull().default('party-member'),
    /** Exempt from sessions (`miễn sinh hoạt`): owes nothing. */
    exempt: boolean('exempt').notNull().default(false),
    workplace: text('workplace'),
    validFrom: date('valid_from').notNull(),
    validTo: date('valid_to'),
  },
  (t) => [
    uniqueIndex('memberships_current')
      .on(t.personId, t.unitId)
      .where(sql`valid_to is null`),
    index('memberships_unit').on(t.unitId),
  ],
)

/** A post or a right in a unit during a span: what a person may do there, and the position they hold. */
export const posts = pgTable(
  'posts',
  {
    id: id(),
    treeId: uuid('tree_id')
      .notNull()
      .references(() => trees.id),
    personId: uuid('person_id')
      .notNull()
      .references(() => people.id),
    unitId: uuid('unit_id')
      .notNull()
      .references(() => units.id),
    /** `member`, `secretary`, `deputy`, `contact`, `leader`, `office`. */
    role: text('role').notNull(),
    /** The post as people call it, e.g. `Trưởng trạm y tế`; a programme may rank them. */
    position: text('position'),
    positionRank: integer('position_rank'),
    keyLeader: boolean('key_leader').notNull().default(false),
    /** Stands in for the holder until `valid_to`, then ends by itself; owes nothing for it. */
    acting: boolean('acting').notNull().default(false),
    validFrom: date('valid_from').notNull(),
    validTo: date('valid_to'),
  },
  (t) => [index('posts_person').on(t.personId), index('posts_unit').on(t.unitId)],
)

/** A leader to whom a unit is assigned besides the tree (`cấp ủy viên phụ trách`). */
export const supervisions = pgTable(
  'supervisions',
  {
    id: id(),
    treeId: uuid('tree_id')
      .notNull()
      .references(() => trees.id),
    personId: uuid('person_id')
      .notNull()
      .references(() => people.id),
    unitId: uuid('unit_id')
      .notNull()
      .references(() => units.id),
    validFrom: date('valid_from').notNull(),
    validTo: date('valid_to'),
  },
  (t) => [
    uniqueIndex('supervisions_current')
      .on(t.personId, t.unitId)
      .where(sql`valid_to is null`),
  ],
)

/** A span in which a person is away: not reminded and not counted as missing. `valid_to` is the day of return. */
export const absences = pgTable(
  'absences',
  {
    id: id(),
    treeId: uuid('tree_id')
      .notNull()
      .references(() => trees.id),
    personId: uuid('person_id')
      .notNull()
      .references(() => people.id),
    validFrom: date('valid_from').notNull(),
    validTo: date('valid_to').notNull(),
    createdAt: instant('created_at').notNull(),
  },
  (t) => [index('absences_person').on(t.personId), index('absences_tree').on(t.treeId, t.validTo)],
)

/** A change of the roster that somebody proposed, and what the office said to it. */
export const rosterChanges = pgTable(
  'roster_changes',
  {
    id: id(),
    treeId: uuid('tree_id')
      .notNull()
      .references(() => trees.id),
    /** The unit whose list it is about. */
    unitId: uuid('unit_id')
      .notNull()
      .references(() => units.id),
    /** Null for a newcomer, until the change is confirmed. */
    personId: uuid('person_id').references(() => people.id),
    /** `new`, `left`, `transferred`, `away`, `back`, `exempt`, `not-exempt`, `official`, `phone`, `acting`, `acting-ended`. */
    kind: text('kind').notNull(),
    /** `RosterChangeContent` as JSON, sealed: names and numbers of people. */
    contentSealed: sealed('content_sealed').notNull(),
    /** `proposed`, `confirmed`, `refused`, `taken-back`. */
    state: text('state').notNull(),
    proposedBy: uuid('proposed_by')
      .notNull()
      .references(() => people.id),
    /** Product time. */
    proposedAt: instant('proposed_at').notNull(),
    decidedBy: uuid('decided_by').references(() => people.id),
    decidedAt: instant('decided_at'),
    reasonSealed: sealed('reason_sealed'),
  },
  (t) => [
    index('roster_changes_waiting')
      .on(t.unitId)
      .where(sql`state = 'proposed'`),
  ],
)

/** A change of the tree that is planned for a day: merge, split, rename or move. */
export const unitChanges = pgTable(
  'unit_changes',
  {
    id: id(),
    treeId: uuid('tree_id')
      .notNull()
      .references(() => trees.id),
    effectiveOn: date('effective_on').notNull(),
    /** `UnitChange` (`domain/plan-unit-change.ts`). */
    content: jsonb('content').notNull(),
    /** `planned`, `applied`, `undone` (before its day), `failed` (no longer possible on its day). */
    state: text('state').notNull(),
    /** Why it failed: stable code. */
    reason: text('reason'),
    createdAt: instant('created_at').notNull(),
    decidedAt: instant('decided_at'),
  },
  (t) => [
    index('unit_changes_planned')
      .on(t.effectiveOn)
      .where(sql`state = 'planned'`),
  ],
)

/** The unit in which a closed one goes on: its figures count there in every comparison from that day on. */
export const unitSuccessors = pgTable('unit_successors', {
  unitId: uuid('unit_id')
    .primaryKey()
    .references(() => units.id),
  successorId: uuid('successor_id')
    .notNull()
    .references(() => units.id),
  fromOn: date('from_on').notNull(),
})
