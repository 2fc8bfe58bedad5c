import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { isPostmasterOf } from './process-identity.ts'

/** What a server wrote into `postmaster.pid` (PostgreSQL source, src/include/utils/pidfile.h). */
export interface PostmasterPid {
  pid: number
  port: number
  /** `starting`, `ready`, `stopping`, `standby`; empty while the file is being written. */
  status: string
}

export async function readPostmasterPid(pgdata: string): Promise<PostmasterPid | null> {
  const text = await readFile(join(pgdata, 'postmaster.pid'), 'utf8').catch(() => null)
  if (text === null) return null
  const lines = text.split('\n')
  return { pid: Number(lines[0]), port: Number(lines[3]), status: lines[7]?.trim() ?? '' }
}

/** The running server of `pgdata`, or null. */
export async function findPostmaster(pgdata: string): Promise<PostmasterPid | null> {
  const found = await readPostmasterPid(pgdata)
  return found && (await isPostmasterOf(found.pid, pgdata)) ? found : null
}

/**
 * Lets a new server start although a dead one left `postmaster.pid` behind, even when its process number
 * now belongs to some other program, or to its own remains where nobody reaps orphans. Removing the file would also remove the key of the shared memory, by
 * which Postgres makes sure that no backend of the dead server still writes. So only the number is
 * replaced, by our own: a server takes the number of its parent for a stale one.
 */
export async function disownPostmasterPid(pgdata: string): Promise<void> {
  const path = join(pgdata, 'postmaster.pid')
  const text = await readFile(path, 'utf8').catch(() => null)
  if (text !== null) await writeFile(path, text.replace(/^.*$/m, String(process.pid)))
}
