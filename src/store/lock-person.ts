import { eq } from 'drizzle-orm'
import type { Tx } from './database.ts'
import { people } from './schema/index.ts'

/** Waits for whoever is changing something of this person, and keeps others waiting until the commit. */
export async function lockPerson(tx: Tx, personId: string): Promise<void> {
  await tx.select({ id: people.id }).from(people).where(eq(people.id, personId)).for('no key update')
}
