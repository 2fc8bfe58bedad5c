import { sql } from 'drizzle-orm'
import type { Database } from './database.ts'

/** Rows of one statement: locks stay short. */
const BATCH = 2_000

/**
 * Empties the content of finished updates and messages from before an instant; ids, times and states stay.
 * What waits to be handled or sent keeps its content. Returns how many rows were emptied.
 */
export async function wipeContentBefore(db: Database, before: Date, now: Date): Promise<number> {
  const limit = sql`${before.toISOString()}::timestamptz`
  const at = sql`${now.toISOString()}::timestamptz`
  const wipes = [
    sql`update updates set content_sealed = null, wiped_at = ${at} where id in (
      select id from updates
      where content_sealed is not null and received_at < ${limit} and state <> 'waiting' limit ${BATCH})`,
    sql`update outbox set body_sealed = null, wiped_at = ${at} where id in (
      select id from outbox
      where body_sealed is not null and created_at < ${limit} and state not in ('queued', 'sending', 'held')
      limit ${BATCH})`,
  ]
  let total = 0
  for (const wipe of wipes) {
    for (let isMore = true; isMore;) {
      const { count } = await db.execute(wipe)
      total += count
      isMore = count === BATCH
    }
  }
  return total
}
