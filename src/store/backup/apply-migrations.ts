import { readMigrationFiles } from 'drizzle-orm/migrator'
import type postgres from 'postgres'
import { BackupError } from './backup-error.ts'
import type { Manifest } from './backup-records.ts'

/** The migrations of this release, split where a backup stands: those it had, and those that came since. */
export interface MigrationSplit {
  had: ReturnType<typeof readMigrationFiles>
  newer: ReturnType<typeof readMigrationFiles>
}

/** Throws BackupError `newer-release` when the backup has seen a migration that this release does not have. */
export function splitMigrations(migrationsFolder: string, manifest: Manifest): MigrationSplit {
  const ours = readMigrationFiles({ migrationsFolder })
  const known = new Map(ours.map((each) => [each.folderMillis, each]))
  for (const { createdAt, hash } of manifest.migrations) {
    if (known.get(createdAt)?.hash !== hash) throw new BackupError('newer-release')
  }
  const had = new Set(manifest.migrations.map(({ createdAt }) => createdAt))
  return {
    had: ours.filter(({ folderMillis }) => had.has(folderMillis)),
    newer: ours.filter(({ folderMillis }) => !had.has(folderMillis)),
  }
}

/** Runs migrations inside the caller's transaction and notes them where Drizzle looks. */
export async function applyMigrations(
  sql: postgres.TransactionSql,
  migrations: MigrationSplit['had'],
): Promise<void> {
  await sql`create schema if not exists drizzle`
  await sql`create table if not exists drizzle.__drizzle_migrations
    (id serial primary key, hash text not null, created_at bigint)`
  for (const migration of migrations) {
    for (const statement of migration.sql) await sql.unsafe(statement)
    await sql`insert into drizzle.__drizzle_migrations (hash, created_at)
      values (${migration.hash}, ${migration.folderMillis})`
  }
}

/** Names of the functions that the migrations of this release make. */
export function functionsOf({ had, newer }: MigrationSplit): string[] {
  const made = [...had, ...newer].flatMap(({ sql }) =>
    sql.flatMap((text) => [...text.matchAll(/create\s+(?:or\s+replace\s+)?function\s+"?(\w+)"?/gi)]),
  )
  return [...new Set(made.map((match) => match[1]!))]
}
