import type { Config } from '../config.ts'
import { identityOf, isIdentityAlive } from '../store/cluster/process-identity.ts'
import type { Database } from '../store/database.ts'
import { listLeases, releaseLease } from '../store/leases.ts'

/**
 * The name of this process in leases. With a database of our own every replica runs on this machine, and the
 * name tells whether its process still lives.
 */
export async function nameHolder(config: Config, id: string): Promise<string> {
  return config.databaseUrl ? id : `${id} ${await identityOf(process.pid)}`
}

/**
 * Frees what a killed process of this machine held, so that the next start need not wait for the leases to
 * end: a platform that keeps nothing would lose what people send meanwhile. Returns how many.
 */
export async function freeLeasesOfTheDead(config: Config, db: Database): Promise<number> {
  if (config.databaseUrl) return 0
  let freed = 0
  for (const { name, holder } of await listLeases(db)) {
    const identity = holder.slice(holder.indexOf(' ') + 1)
    // A name without a process was given by a replica that reached this database by its address.
    if (identity === holder || (await isIdentityAlive(identity))) continue
    await releaseLease(db, name, holder)
    freed += 1
  }
  return freed
}
