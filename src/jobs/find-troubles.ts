import type { Tools } from '../commands/command.ts'
import type { Trouble } from '../domain/plan-alerts.ts'
import { findLastBackups } from '../store/backups.ts'
import { readDatabaseTime } from '../store/leases.ts'
import { countBots, countFailedSince, countTroubles } from '../store/status-figures.ts'

/** What is asked of the machine and the settings, beside the database. */
export interface TroubleSources {
  /** Folders whose disk must not fill up. */
  folders: readonly string[]
  /** Bytes free and in all of the disk that holds a folder; null when it cannot be asked. */
  freeSpace: (folder: string) => Promise<{ free: number; total: number } | null>
  /** A nightly backup is wanted. */
  wantsBackup: boolean
  /** Product time may differ from machine time: the platforms' servers are on this machine. */
  mayMoveClock: boolean
}

const DAY_MS = 86_400_000
const QUOTA_SHARE = 0.8
const LEAST_FREE = 1024 ** 3
const LEAST_SHARE = 0.05
const OLDEST_BACKUP_MS = 1.5 * DAY_MS
const CLOCK_MS = 60_000

/** Everything that an operator should mend now. */
export async function findTroubles(tools: Tools, sources: TroubleSources): Promise<Trouble[]> {
  return [
    ...(await findBotTroubles(tools)),
    ...(await findDiskTroubles(sources)),
    ...(await findBackupTroubles(tools, sources)),
    ...(await findClockTroubles(tools, sources)),
    ...(await findMessageTroubles(tools)),
  ]
}

async function findBotTroubles({ tx, machineNow, bots }: Tools): Promise<Trouble[]> {
  const month = new Date(Date.UTC(machineNow.getUTCFullYear(), machineNow.getUTCMonth(), 1))
  const found: Trouble[] = []
  for (const { id, handle, state, reason, sentThisMonth } of await countBots(tx, month)) {
    if (state === 'stopped')
      found.push({ kind: 'bot-stopped', subject: handle, values: { bot: handle, reason: reason ?? '-' } })
    const { messagesPerMonth: limit } = bots.can(id).quota
    if (limit !== null && sentThisMonth >= limit * QUOTA_SHARE)
      found.push({ kind: 'quota', subject: handle, values: { bot: handle, sent: sentThisMonth, limit } })
  }
  return found
}

async function findDiskTroubles({ folders, freeSpace }: TroubleSources): Promise<Trouble[]> {
  const found: Trouble[] = []
  for (const folder of folders) {
    const space = await freeSpace(folder)
    if (space === null || (space.free >= LEAST_FREE && space.free >= space.total * LEAST_SHARE)) continue
    const megabytes = Math.floor(space.free / 1024 ** 2)
    found.push({ kind: 'disk', subject: folder, values: { folder, megabytes } })
  }
  return found
}

async function findBackupTroubles({ tx, machineNow }: Tools, sources: TroubleSources): Promise<Trouble[]> {
  if (!sources.wantsBackup) return []
  const { good, last } = await findLastBackups(tx)
  const age = good ? machineNow.getTime() - good.startedAt.getTime() : 0
  if (!last?.errorCode && age < OLDEST_BACKUP_MS) return []
  const days = good ? Math.floor(age / DAY_MS) : 0
  return [{ kind: 'backup', subject: '', values: { days, code: last?.errorCode ?? '-' } }]
}

async function findClockTroubles(tools: Tools, { mayMoveClock }: TroubleSources): Promise<Trouble[]> {
  const { tx, now, machineNow } = tools
  const moved = mayMoveClock ? 0 : Math.abs(now.getTime() - machineNow.getTime())
  const apart = mayMoveClock ? 0 : Math.abs((await readDatabaseTime(tx)).getTime() - machineNow.getTime())
  const most = Math.max(moved, apart)
  if (most < CLOCK_MS) return []
  return [{ kind: 'clock', subject: '', values: { minutes: Math.round(most / 60_000) } }]
}

async function findMessageTroubles({ tx, machineNow }: Tools): Promise<Trouble[]> {
  const failed = await countFailedSince(tx, new Date(machineNow.getTime() - DAY_MS))
  const { parkedUpdates } = await countTroubles(tx)
  const found: Trouble[] = []
  if (failed > 0) found.push({ kind: 'failed', subject: '', values: { count: failed } })
  if (parkedUpdates > 0) found.push({ kind: 'parked', subject: '', values: { count: parkedUpdates } })
  return found
}
