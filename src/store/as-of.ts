import { and, gt, isNull, lte, or, type SQL } from 'drizzle-orm'
import type { PgColumn } from 'drizzle-orm/pg-core'
import type { Day } from '../time.ts'

/** Dated rows hold from `valid_from` to the day before `valid_to`; null: still. */
export function holdsOn(table: { validFrom: PgColumn; validTo: PgColumn }, day: Day): SQL {
  return and(lte(table.validFrom, day), or(isNull(table.validTo), gt(table.validTo, day)))!
}
