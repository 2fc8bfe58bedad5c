import type { Tools } from '../commands/command.ts'
import { isAwake } from '../domain/waking-hours.ts'
import { addDays, dayOf, DEFAULT_ZONE, instantOf } from '../time.ts'

const MORNING = '08:00'
const DAY_MS = 86_400_000

/** At once in the daytime, else in the next morning; after three days it is news to nobody. Machine time. */
export function whenAwake({ now, machineNow }: Pick<Tools, 'now' | 'machineNow'>): {
  dueAt: Date
  staleAt: Date
} {
  let waitMs = 0
  if (!isAwake(now, DEFAULT_ZONE)) {
    const today = instantOf(dayOf(now), MORNING, DEFAULT_ZONE)
    const morning = today > now ? today : instantOf(addDays(dayOf(now), 1), MORNING, DEFAULT_ZONE)
    waitMs = morning.getTime() - now.getTime()
  }
  const dueAt = new Date(machineNow.getTime() + waitMs)
  return { dueAt, staleAt: new Date(dueAt.getTime() + 3 * DAY_MS) }
}
