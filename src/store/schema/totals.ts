import { integer, pgTable, text, unique, uuid } from 'drizzle-orm/pg-core'
import { id, instant } from './columns.ts'
import { people, trees, units } from './organisation.ts'
import { obligations } from './programmes.ts'

/**
 * What a secretary states for a whole unit in one round, instead of entries person by person; it counts those
 * who filed themselves too. Immutable: a correction is the next number.
 */
export const unitTotals = pgTable(
  'unit_totals',
  {
    id: id(),
    treeId: uuid('tree_id')
      .notNull()
      .references(() => trees.id),
    unitId: uuid('unit_id')
      .notNull()
      .references(() => units.id),
    obligationId: uuid('obligation_id')
      .notNull()
      .references(() => obligations.id),
    /** `2026`, `2026-Q1` … */
    period: text('period').notNull(),
    number: integer('number').notNull(),
    /** People who did it, out of `total` who owe it. */
    done: integer('done').notNull(),
    total: integer('total').notNull(),
    /** Deeds promised by them; null where none were stated. */
    deeds: integer('deeds'),
    statedBy: uuid('stated_by')
      .notNull()
      .references(() => people.id),
    /** Product time. */
    at: instant('at').notNull(),
  },
  (t) => [unique().on(t.unitId, t.obligationId, t.period, t.number)],
)
