import { sql } from 'drizzle-orm'
import { bigint, index, integer, jsonb, pgTable, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core'
import { id, instant } from './columns.ts'
import { trees } from './organisation.ts'

/** The one row that makes product time: machine time plus this many milliseconds. */
export const clock = pgTable('clock', {
  id: integer('id').primaryKey(),
  offsetMs: bigint('offset_ms', { mode: 'number' }).notNull(),
})

/** What the operator has settled for the whole deployment (`store/settings.ts`), by name. */
export const settings = pgTable('settings', {
  name: text('name').primaryKey(),
  value: text('value').notNull(),
  /** Product time. */
  setAt: instant('set_at').notNull(),
})

/** Who does what until when (database time): polling a bot, ticking. */
export const leases = pgTable('leases', {
  name: text('name').primaryKey(),
  holder: text('holder').notNull(),
  until: instant('until').notNull(),
})

/** Who saw, exported, changed or entered what about whom; append-only (a trigger refuses the rest). */
export const audit = pgTable(
  'audit',
  {
    id: id(),
    treeId: uuid('tree_id').references(() => trees.id),
    /** Person id, or null for the operator. */
    actorPersonId: uuid('actor_person_id'),
    /** The role by which it was allowed; `operator` for the command line. */
    actorRole: text('actor_role').notNull(),
    action: text('action').notNull(),
    aboutPersonId: uuid('about_person_id'),
    aboutUnitId: uuid('about_unit_id'),
    /** Ids and counts only, never words of a person. */
    details: jsonb('details'),
    /** Product time. */
    at: instant('at').notNull(),
  },
  (t) => [index('audit_about_person').on(t.aboutPersonId), index('audit_at').on(t.at)],
)

/** A scheduled thing that was planned, once: `digest:<person>:2026-03-09`, `topic:<programme>:<topic>` … */
export const planned = pgTable('planned', {
  key: text('key').primaryKey(),
  at: instant('at').notNull(),
})

/** The key under which this database was first written: another secret is refused at start, not at first use. */
export const vaultKeys = pgTable('vault_keys', {
  keyId: text('key_id').primaryKey(),
  firstUsedAt: instant('first_used_at').notNull(),
})

/** A backup that was tried. Times are machine time: its age is what counts. */
export const backups = pgTable('backups', {
  id: id(),
  /** Name of the file, without its folder; null when it failed. */
  file: text('file'),
  bytes: bigint('bytes', { mode: 'number' }),
  startedAt: instant('started_at').notNull(),
  finishedAt: instant('finished_at').notNull(),
  /** Stable code of the failure; null when it is there. */
  errorCode: text('error_code'),
})

/** This database came out of a backup. Until the operator decides, nothing scheduled is sent. */
export const restores = pgTable('restores', {
  id: id(),
  /** When the backup was taken (product time). */
  takenAt: instant('taken_at').notNull(),
  /** Machine time. */
  restoredAt: instant('restored_at').notNull(),
  /** When the operator sent or dropped what was held (product time). */
  decidedAt: instant('decided_at'),
})

/** A trouble of the running service that the office is told of once, and once more when it is over. */
export const troubles = pgTable(
  'troubles',
  {
    id: id(),
    /** `bot-stopped`, `quota`, `failed`, `parked`, `disk`, `backup`, `clock`. */
    kind: text('kind').notNull(),
    /** What it is about where there are several: a bot's handle, a folder. Empty otherwise. */
    subject: text('subject').notNull(),
    /** Counts and names of things in the program, for the sentence. */
    values: jsonb('values').notNull(),
    /** Machine time, as all here. */
    firstSeenAt: instant('first_seen_at').notNull(),
    lastSeenAt: instant('last_seen_at').notNull(),
    toldAt: instant('told_at'),
    /** Not told before then. */
    mutedUntil: instant('muted_until'),
    overAt: instant('over_at'),
  },
  (t) => [
    uniqueIndex('troubles_open')
      .on(t.kind, t.subject)
      .where(sql`over_at is null`),
  ],
)
