import { sql } from 'drizzle-orm'
import type { Tx } from './database.ts'

/**
 * Takes the slot of a repeated piece of work that began at `start` (product time); false when it, or a
 * later one, was taken before. Waits for whoever is taking it, and is free again if they fail.
 */
export async function claimSlot(tx: Tx, name: string, start: Date): Promise<boolean> {
  const rows = await tx.execute(sql`
    insert into planned as p (key, at) values (${`slot:${name}`}, ${start.toISOString()}::timestamptz)
    on conflict (key) do update set at = excluded.at where p.at < excluded.at
    returning key`)
  return rows.length > 0
}

/** Whether the slot that began at `start`, or a later one, was taken; takes nothing. */
export async function isSlotTaken(tx: Tx, name: string, start: Date): Promise<boolean> {
  const rows = await tx.execute(sql`
    select 1 from planned where key = ${`slot:${name}`} and at >= ${start.toISOString()}::timestamptz`)
  return rows.length > 0
}
