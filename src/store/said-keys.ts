import { and, eq, ne, sql } from 'drizzle-orm'
import type { Tx } from './database.ts'
import { outbox } from './schema/index.ts'

/** Which of these keys of the outbox were said before, or wait to be sent. */
export async function listSaidKeys(tx: Tx, keys: readonly string[]): Promise<Set<string>> {
  if (keys.length === 0) return new Set()
  const rows = await tx.execute<{ key: string }>(sql`
    select key from outbox
    where key in (select jsonb_array_elements_text(${JSON.stringify(keys)}::jsonb))`)
  return new Set([...rows].map(({ key }) => key))
}

/** Keys of everything of one kind that a person was sent, or will be. */
export async function listKeysTo(tx: Tx, personId: string, topic: string): Promise<string[]> {
  const rows = await tx
    .select({ key: outbox.key })
    .from(outbox)
    .where(and(eq(outbox.personId, personId), eq(outbox.topic, topic), ne(outbox.state, 'cancelled')))
  return rows.map(({ key }) => key)
}
