import { readSettings } from '../store/settings.ts'
import { claimSlot } from '../store/slots.ts'
import { type Parts, withTools } from '../tools.ts'
import { applyDueUnitChanges } from './apply-due-unit-changes.ts'
import { backUpDaily, type DailyBackup } from './back-up-daily.ts'
import { eraseApproved } from './erase-approved.ts'
import type { TroubleSources } from './find-troubles.ts'
import { fetchAttachments } from './fetch-attachments.ts'
import { runPass } from './run-pass.ts'
import { watchTroubles } from './watch-troubles.ts'
import { wipeOldContent } from './wipe-old-content.ts'

const HOUR_MS = 3_600_000

/**
 * Everything that the clock asks of whoever holds the ticks. What fails in one place does not hold up the
 * rest; the first failure is thrown at the end and its work comes again.
 */
export async function runTick(
  parts: Parts,
  settings: { backup?: DailyBackup; troubles?: TroubleSources; registers?: readonly string[] } = {},
): Promise<void> {
  const { backup, troubles, registers } = settings
  const failures: unknown[] = []
  for (const work of [
    // Before the day's assignments are planned: they are those of the new tree.
    () => applyDueUnitChanges(parts),
    () => runPass(parts, { spaced: true }),
    () => fetchAttachments(parts),
    () => wipeHourly(parts),
    () => eraseApproved(parts, registers),
    ...(backup ? [() => backUpDaily(parts, backup)] : []),
    ...(troubles ? [() => watchTroubles(parts, troubles)] : []),
  ]) {
    try {
      await work()
    } catch (error) {
      failures.push(error)
    }
  }
  if (failures.length > 0) throw failures[0]
}

async function wipeHourly(parts: Parts): Promise<void> {
  const hour = new Date(Math.floor(parts.clock.machine().getTime() / HOUR_MS) * HOUR_MS)
  if (!(await withTools(parts, ({ tx }) => claimSlot(tx, 'wipe', hour)))) return
  const { retentionDays } = await readSettings(parts.db)
  await wipeOldContent(parts, retentionDays)
}
