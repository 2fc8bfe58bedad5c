import { sql, type SQL } from 'drizzle-orm'
import type { PgColumn } from 'drizzle-orm/pg-core'
import type { Day } from '../time.ts'
import type { Tx } from './database.ts'
import { listSuccessors } from './unit-changes.ts'

/** Units together with those that were closed into them. */
export interface UnitHomes {
  /** The units asked about, and every closed one that goes on in one of them. */
  unitIds: string[]
  /** The unit in which one goes on; one that was not closed is its own. */
  homeOf(unitId: string): string
}

/** What was filed in a unit that was merged belongs, as of a day, to the unit in which it goes on. */
export async function withClosedUnits(tx: Tx, unitIds: readonly string[], day: Day): Promise<UnitHomes> {
  const successors = await listSuccessors(tx, day)
  const asked = new Set(unitIds)
  const closed = [...successors].flatMap(([unitId, into]) => (asked.has(into) ? [unitId] : []))
  return {
    unitIds: [...new Set([...unitIds, ...closed])],
    homeOf: (unitId) => successors.get(unitId) ?? unitId,
  }
}

/** As SQL, for a few rows: the unit in which the one of this column goes on as of a day. */
export function homeUnit(column: PgColumn, day: Day): SQL<string> {
  return sql<string>`coalesce((
    with recursive line as (
      select s.successor_id, 1 as steps from unit_successors s
      where s.unit_id = ${column} and s.from_on <= ${day}
      union all
      select s.successor_id, line.steps + 1 from line
      join unit_successors s on s.unit_id = line.successor_id
      where s.from_on <= ${day} and line.steps < 32
    ) select line.successor_id from line order by line.steps desc limit 1), ${column})`
}
