import { sql } from 'drizzle-orm'
import { date, index, pgTable, text, unique, uniqueIndex, uuid } from 'drizzle-orm/pg-core'
import { id, instant, sealed } from './columns.ts'
import { people, trees, units } from './organisation.ts'

/** What somebody asked about their own data, with the clock that the law sets (`domain/data-case.ts`). */
export const dataCases = pgTable(
  'data_cases',
  {
    id: id(),
    treeId: uuid('tree_id')
      .notNull()
      .references(() => trees.id),
    /** Of whom the data are. */
    personId: uuid('person_id')
      .notNull()
      .references(() => people.id),
    /** Whose office answers: the unit of the person when they asked. */
    unitId: uuid('unit_id')
      .notNull()
      .references(() => units.id),
    /** `DL-7K2M`, unique in the tree. */
    code: text('code').notNull(),
    /** `withdraw`, `correct`, `copy`, `delete`. */
    request: text('request').notNull(),
    /** `open`, `approved` (a deletion about to be carried out), `done`, `refused`. */
    state: text('state').notNull(),
    /** `chat`; `paper`: the office wrote down what was asked elsewhere. */
    method: text('method').notNull(),
    /** What is to be put right, in the person's words, sealed. */
    textSealed: sealed('text_sealed'),
    /** Product time, as all here. In chat the receipt acknowledges at once. */
    receivedAt: instant('received_at').notNull(),
    acknowledgedAt: instant('acknowledged_at').notNull(),
    acknowledgeBy: date('acknowledge_by').notNull(),
    /** Last day for the answer. */
    dueOn: date('due_on').notNull(),
    /** The last day before it was extended; null: it was not. */
    extendedFrom: date('extended_from'),
    extensionSealed: sealed('extension_sealed'),
    /** Null: the operator, or the bot itself, which `decided_at` then tells. */
    decidedBy: uuid('decided_by').references(() => people.id),
    decidedAt: instant('decided_at'),
    /** The answer, or why it was refused, sealed. */
    outcomeSealed: sealed('outcome_sealed'),
  },
  (t) => [
    unique().on(t.treeId, t.code),
    uniqueIndex('data_cases_open')
      .on(t.personId, t.request)
      .where(sql`state in ('open', 'approved')`),
    index('data_cases_waiting')
      .on(t.treeId, t.dueOn)
      .where(sql`state in ('open', 'approved')`),
  ],
)

/**
 * Register of deletions: ids and times alone. A restored backup brings people back, and by this they are
 * deleted again, so the person need not be there.
 */
export const erasures = pgTable('erasures', {
  personId: uuid('person_id').primaryKey(),
  /** Product time. */
  decidedAt: instant('decided_at').notNull(),
  /** Null: still to be done, also after a restore. */
  erasedAt: instant('erased_at'),
})
