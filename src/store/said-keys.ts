import { sql } from 'drizzle-orm'
import type { Tx } from './database.ts'

/** Which of these keys of the outbox were said before, or wait to be sent. */
export async function listSaidKeys(tx: Tx, keys: readonly string[]): Promise<Set<string>> {
  if (keys.length === 0) return new Set()
  const rows = await tx.execute<{ key: string }>(sql`
    select key from outbox
    where key in (select jsonb_array_elements_text(${JSON.stringify(keys)}::jsonb))`)
  return new Set([...rows].map(({ key }) => key))
}
