import { join } from 'node:path'
import { drizzle } from 'drizzle-orm/postgres-js'
import { migrate } from 'drizzle-orm/postgres-js/migrator'
import postgres from 'postgres'
import { packageRoot } from '../package-root.ts'

// Any constant will do; every process that migrates this product must use the same one.
export const MIGRATION_LOCK = 7_164_902

/** The checked-in migrations. */
export function migrationsFolder(): string {
  return join(packageRoot(), 'drizzle')
}

/**
 * Brings the database at `url` to the newest migration. Safe for simultaneous starts: Drizzle's migrator
 * is not, so an advisory lock on a connection of its own lets one process in at a time.
 */
export async function migrateDatabase(
  url: string,
  options: { migrationsFolder?: string } = {},
): Promise<void> {
  const sql = postgres(url, {
    max: 1,
    idle_timeout: 0,
    max_lifetime: null,
    onnotice: () => {},
    connection: { application_name: 'nhipquy migrate' },
  })
  try {
    await sql`select pg_advisory_lock(${MIGRATION_LOCK})`
    await migrate(drizzle(sql), { migrationsFolder: options.migrationsFolder ?? migrationsFolder() })
    await sql`select pg_advisory_unlock(${MIGRATION_LOCK})`
  } finally {
    await sql.end({ timeout: 5 })
  }
}
