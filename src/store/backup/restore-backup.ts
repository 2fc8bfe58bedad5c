import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import postgres from 'postgres'
import { MIGRATION_LOCK, migrationsFolder } from '../migrate.ts'
import { applyMigrations, functionsOf, splitMigrations } from './apply-migrations.ts'
import { BackupError } from './backup-error.ts'
import type { BackupRecord, Manifest } from './backup-records.ts'
import { clearUntouched } from './clear-untouched.ts'
import { quote } from './dump-database.ts'
import { type OpenedBackup, verifyBackup } from './read-backup.ts'

export interface Restored {
  manifest: Manifest
  rows: number
  /** Messages that were queued or on their way: they wait for the operator. */
  held: number
}

/**
 * Puts a backup into the empty database at `url`: reads it to the end before anything is written, then in one
 * transaction makes the tables as they were, fills them, brings them to this release, and holds every message
 * that was not sent. Throws BackupError; nothing is changed then.
 */
export async function restoreBackup(
  url: string,
  backup: OpenedBackup,
  options: { machineNow: Date; newId: () => string; migrationsFolder?: string },
): Promise<Restored> {
  const { manifest, rows } = await verifyBackup(backup)
  const migrations = splitMigrations(options.migrationsFolder ?? migrationsFolder(), manifest)
  const sql = postgres(url, {
    max: 1,
    idle_timeout: 0,
    max_lifetime: null,
    onnotice: () => {},
    connection: { application_name: 'restore', TimeZone: 'UTC' },
  })
  try {
    const held = await sql.begin(async (tx) => {
      await tx`select pg_advisory_xact_lock(${MIGRATION_LOCK})`
      await clearUntouched(tx, functionsOf(migrations))
      await applyMigrations(tx, migrations.had)
      await fillTables(tx, manifest, backup.records())
      for (const { name, last } of manifest.sequences)
        if (last !== '0') await tx`select setval(${quote(name)}::regclass, ${last}::bigint)`
      await applyMigrations(tx, migrations.newer)
      return holdMessages(tx, manifest, options)
    })
    return { manifest, rows, held }
  } finally {
    await sql.end({ timeout: 5 })
  }
}

async function fillTables(
  tx: postgres.TransactionSql,
  manifest: Manifest,
  records: AsyncGenerator<BackupRecord>,
): Promise<void> {
  if ((await records.next()).value?.kind !== 'manifest') throw new BackupError('damaged')
  for (const { name, columns } of manifest.tables) {
    const copy = tx.unsafe(`copy ${quote(name)} (${columns.map(quote).join(', ')}) from stdin`)
    await pipeline(Readable.from(rowsOf(records)), await copy.writable())
  }
}

/** The rows of one table: up to the record that ends it. */
async function* rowsOf(records: AsyncGenerator<BackupRecord>): AsyncGenerator<Buffer> {
  for (;;) {
    const next = await records.next()
    if (next.done) throw new BackupError('damaged')
    if (next.value.kind === 'table-end') return
    if (next.value.kind === 'rows') yield next.value.bytes
  }
}

/**
 * What had not left comes back held, and so does whatever the clock queues from now on: some of it was sent
 * between the backup and the loss, and nobody here can know which.
 */
async function holdMessages(
  tx: postgres.TransactionSql,
  manifest: Manifest,
  { machineNow, newId }: { machineNow: Date; newId: () => string },
): Promise<number> {
  await tx`delete from leases`
  const held = await tx`
    update outbox set state = 'held', was_uncertain = was_uncertain or state = 'sending',
      error_code = 'restored', lease_holder = null
    where state in ('queued', 'sending')`
  await tx`insert into restores (id, taken_at, restored_at)
    values (${newId()}, ${manifest.takenAt}::timestamptz, ${machineNow.toISOString()}::timestamptz)`
  return held.count
}
