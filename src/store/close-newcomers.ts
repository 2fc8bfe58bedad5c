import { sql } from 'drizzle-orm'
import type { StoreTools } from './audit.ts'

/** Who comes to owe something of a round that is closed finds it closed. */
export async function closeNewcomers({ tx, now }: StoreTools, treeId: string): Promise<void> {
  await tx.execute(sql`
    update assignments a set closed_at = ${now.toISOString()}::timestamptz
    from (
      select distinct on (obligation_id, period) obligation_id, period, change
      from round_changes order by obligation_id, period, at desc, id desc
    ) newest
    where newest.change = 'closed' and a.obligation_id = newest.obligation_id and a.period = newest.period
      and a.tree_id = ${treeId} and a.state = 'open' and a.closed_at is null
      and not exists (select 1 from submissions s where s.assignment_id = a.id)`)
}
