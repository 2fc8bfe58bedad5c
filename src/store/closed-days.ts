import { sql } from 'drizzle-orm'
import type { Day } from '../time.ts'
import type { Tx } from './database.ts'
import { uuidArray } from './uuid-array.ts'

/** The days within a span that are the last good day of anything that counts in these programmes. */
export async function listDueDaysWithin(
  tx: Tx,
  programmeIds: readonly string[],
  span: { from: Day; to: Day },
): Promise<Day[]> {
  if (programmeIds.length === 0) return []
  const rows = await tx.execute<{ due_on: Day }>(sql`
    select distinct a.due_on::text as due_on from assignments a join obligations o on o.id = a.obligation_id
    where o.programme_id = any(${uuidArray(programmeIds)}) and a.due_on between ${span.from} and ${span.to}
      and a.state in ('open', 'done') and not a.before_bot and not a.voluntary
    order by 1`)
  return [...rows].map((row) => row.due_on)
}
