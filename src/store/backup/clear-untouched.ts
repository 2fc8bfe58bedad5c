import { getTableName, isTable } from 'drizzle-orm'
import type postgres from 'postgres'
import * as schema from '../schema/index.ts'
import { BackupError } from './backup-error.ts'
import { quote } from './dump-database.ts'

/** What a database has of itself as soon as the product was opened on it, before anybody used it. */
const OWN = new Set(['clock', 'leases', 'vault_keys', 'bots', 'planned', 'backups'])

/**
 * Takes the empty tables of an unused database away, so that a backup can bring its own. Throws BackupError
 * `not-empty` when any other table has a row, and `in-use` when a process of the product is connected.
 */
export async function clearUntouched(
  sql: postgres.TransactionSql,
  functions: readonly string[],
): Promise<void> {
  const others = await sql`
    select 1 from pg_stat_activity
    where datname = current_database() and pid <> pg_backend_pid() and application_name like 'nhipquy %'`
  if (others.length > 0) throw new BackupError('in-use')
  const tables = await sql<{ name: string }[]>`
    select c.relname as name from pg_class c
    where c.relnamespace = 'public'::regnamespace and c.relkind = 'r'`
  for (const { name } of tables) {
    if (OWN.has(name)) continue
    const rows = await sql.unsafe(`select 1 from ${quote(name)} limit 1`)
    if (rows.length > 0) throw new BackupError('not-empty')
  }
  const ours = new Set<string>(
    Object.values(schema)
      .filter((each) => isTable(each))
      .map((table) => getTableName(table)),
  )
  for (const { name } of tables) if (ours.has(name)) await sql.unsafe(`drop table ${quote(name)} cascade`)
  for (const name of functions) await sql.unsafe(`drop function if exists ${quote(name)}() cascade`)
  await sql`drop table if exists drizzle.__drizzle_migrations`
}
