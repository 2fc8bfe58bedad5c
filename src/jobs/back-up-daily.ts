import { mkdir, readdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { describeError } from '../log.ts'
import { noteBackup } from '../store/backups.ts'
import { claimSlot, isSlotTaken } from '../store/slots.ts'
import { dayOf, DEFAULT_ZONE, instantOf, wallTime } from '../time.ts'
import { type Parts, withTools } from '../tools.ts'

/** Product time: nobody works, and nothing is due. */
const AT = '02:00'
const HOUR_MS = 3_600_000
const NAME = /^nhipquy-\d{4}-\d{2}-\d{2}-\d{4}\.nqb$/

export interface DailyBackup {
  /** Folder on the machine that ticks. */
  dir: string
  /** How many are kept; older ones are deleted after a good one. */
  keep: number
  write: (file: string) => Promise<{ bytes: number }>
}

/**
 * Writes one backup a day, the first time that the clock is past two in the night; one that failed is tried
 * again every hour. Returns the file's name, or null when nothing was to be done.
 */
export async function backUpDaily(parts: Parts, { dir, keep, write }: DailyBackup): Promise<string | null> {
  const now = parts.clock.product()
  const due = instantOf(dayOf(now), AT, DEFAULT_ZONE)
  if (now < due) return null
  if (await withTools(parts, ({ tx }) => isSlotTaken(tx, 'backup', due))) return null
  const hour = new Date(Math.floor(now.getTime() / HOUR_MS) * HOUR_MS)
  if (!(await withTools(parts, ({ tx }) => claimSlot(tx, 'backup-try', hour)))) return null
  const { hour: hours, minute, day } = wallTime(now)
  const file = `nhipquy-${day}-${String(hours).padStart(2, '0')}${String(minute).padStart(2, '0')}.nqb`
  const startedAt = parts.clock.machine()
  const note = { id: parts.newId(), startedAt, file: null, bytes: null, errorCode: null }
  try {
    await mkdir(dir, { recursive: true, mode: 0o700 })
    const { bytes } = await write(join(dir, file))
    await withTools(parts, async ({ tx }) => {
      await noteBackup(tx, { ...note, file, bytes, finishedAt: parts.clock.machine() })
      await claimSlot(tx, 'backup', due)
    })
  } catch (error) {
    const errorCode = codeOf(error)
    await withTools(parts, ({ tx }) =>
      noteBackup(tx, { ...note, errorCode, finishedAt: parts.clock.machine() }),
    )
    throw error
  }
  await forgetOld(parts, dir, keep)
  return file
}

async function forgetOld(parts: Parts, dir: string, keep: number): Promise<void> {
  const names = (await readdir(dir)).filter((name) => NAME.test(name)).sort()
  for (const name of names.slice(0, Math.max(0, names.length - keep))) {
    await rm(join(dir, name)).catch((error: unknown) =>
      parts.log.warn({ err: describeError(error) }, 'an old backup could not be deleted'),
    )
  }
}

function codeOf(error: unknown): string {
  const { code } = (error ?? {}) as { code?: unknown }
  return typeof code === 'string' ? code : 'FAILED'
}
