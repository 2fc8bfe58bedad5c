import { wipeContentBefore } from '../store/wipe-content.ts'
import type { Parts } from '../tools.ts'

const DAY_MS = 86_400_000

/** Wipes raw updates and message bodies that are older than the retention (days, machine time). Returns how many. */
export async function wipeOldContent(parts: Parts, retentionDays: number): Promise<number> {
  const now = parts.clock.machine()
  const before = new Date(now.getTime() - retentionDays * DAY_MS)
  return wipeContentBefore(parts.db, before, now)
}
