import { eq } from 'drizzle-orm'
import type { Tx } from './database.ts'
import { people } from './schema/index.ts'
import type { Vault } from './vault.ts'

/** The telephone number that the roster gives for a person; null when it gives none. */
export async function findPhone(
  { tx, vault }: { tx: Tx; vault: Vault },
  personId: string,
): Promise<string | null> {
  const [row] = await tx.select({ sealed: people.phoneSealed }).from(people).where(eq(people.id, personId))
  return row?.sealed ? vault.open(`people.phone_sealed:${personId}`, row.sealed) : null
}
