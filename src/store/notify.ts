import { sql } from 'drizzle-orm'
import type { Tx } from './database.ts'

/** What wakes workers; sent with the commit of the transaction. */
export type WakeChannel = 'nhipquy_updates' | 'nhipquy_outbox' | 'nhipquy_clock'

/** Wakes whoever listens, when the transaction commits. Several calls with the same words are one. */
export async function notifyWorkers(tx: Tx, channel: WakeChannel, payload: string): Promise<void> {
  await tx.execute(sql`select pg_notify(${channel}, ${payload})`)
}
