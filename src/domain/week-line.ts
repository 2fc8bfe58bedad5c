import { addDays, type Day, instantOf, mondayOf, wallTime } from '../time.ts'
import type { CountsByUnit, DigestLine, LateUnit } from './plan-digest.ts'
import { planDigest } from './plan-digest.ts'
import type { LocalCalendar } from './nudge-stage.ts'
import { endOfWaking } from './waking-hours.ts'
import { workingDayOnOrBefore } from './work-days.ts'

/** Friday's hour. */
const HOUR = '16:00'

/** When the line is told, and of which Monday. */
export interface WeekLineTime {
  monday: Day
  /** Not worth telling any more from here on (product time). */
  until: Date
}

/** On Friday (or the working day before it) from 16:00 to the evening; null at any other time. */
export function weekLineTime({ zone, isWorking, hours }: LocalCalendar, now: Date): WeekLineTime | null {
  const { day } = wallTime(now, zone)
  const start = mondayOf(day)
  const told = workingDayOnOrBefore(addDays(start, 4), isWorking)
  const until = endOfWaking(day, zone, hours)
  if (day !== told || now < instantOf(day, HOUR, zone) || now >= until) return null
  return { monday: addDays(start, 7), until }
}

/** What Monday's digest will say of a unit if nothing happens, and what would change it. */
export interface WeekLine {
  unitId: string
  late: LateUnit
  /** What is open and due before Monday, by unit's own count. */
  open: DigestLine[]
}

/** The line of one unit; null when Monday's digest will not name it. */
export function weekLineOf(counts: CountsByUnit, unitId: string, monday: Day): WeekLine | null {
  const { late, lines } = planDigest(counts, [unitId], monday)
  const [own] = late
  if (!own) return null
  return { unitId, late: own, open: lines.filter(({ dueOn, done, total }) => dueOn < monday && done < total) }
}
