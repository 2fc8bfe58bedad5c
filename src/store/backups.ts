import { desc, isNull } from 'drizzle-orm'
import type { Database, Tx } from './database.ts'
import { backups } from './schema/index.ts'

export type BackupRow = typeof backups.$inferSelect

/** Notes a backup that was made, or failed (`errorCode`). Times are machine time. */
export async function noteBackup(db: Database | Tx, row: BackupRow): Promise<void> {
  await db.insert(backups).values(row)
}

/** The newest backup that is there, and the newest attempt; null when there was none. */
export async function findLastBackups(
  db: Database | Tx,
): Promise<{ good: BackupRow | null; last: BackupRow | null }> {
  const newest = desc(backups.startedAt)
  const [good] = await db.select().from(backups).where(isNull(backups.errorCode)).orderBy(newest).limit(1)
  const [last] = await db.select().from(backups).orderBy(newest).limit(1)
  return { good: good ?? null, last: last ?? null }
}
