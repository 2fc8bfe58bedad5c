import { sql } from 'drizzle-orm'
import type { Tx } from './database.ts'

/** What wakes workers; sent with the commit of the transaction. */
export type WakeChannel = 'nhipquy_updates' | 'nhipquy_outbox' | 'nhipquy_clock'

/** What each open transaction will tell. */
const toldBy = new WeakMap<Tx, Set<string>>()

/** Wakes whoever listens, when the transaction commits. Several calls with the same words are one. */
export async function notifyWorkers(tx: Tx, channel: WakeChannel, payload: string): Promise<void> {
  const told = toldBy.get(tx) ?? new Set<string>()
  toldBy.set(tx, told)
  if (told.has(`${channel} ${payload}`)) return
  told.add(`${channel} ${payload}`)
  await tx.execute(sql`select pg_notify(${channel}, ${payload})`)
}
