import type { Database } from './database.ts'
import { vaultKeys } from './schema/index.ts'
import { VaultKeyError } from './vault.ts'

/**
 * Remembers the key of a new database, and throws `VaultKeyError` when this one was written with another:
 * everything sealed in it would be unreadable, and new rows unreadable to the rest.
 */
export async function checkVaultKey(db: Database, keyId: string, machineNow: Date): Promise<void> {
  const known = await db.select().from(vaultKeys)
  if (known.length === 0)
    await db.insert(vaultKeys).values({ keyId, firstUsedAt: machineNow }).onConflictDoNothing()
  else if (!known.some((row) => row.keyId === keyId)) throw new VaultKeyError(known[0]!.keyId)
}
