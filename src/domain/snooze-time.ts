import { addDays, type Day, instantOf, wallTime } from '../time.ts'

/** When somebody wants to be reminded again; `later`: with the next reminder that comes anyway. */
export const SNOOZE_CHOICES = ['tonight', 'tomorrow', 'three-days', 'later'] as const
export type SnoozeChoice = (typeof SNOOZE_CHOICES)[number]

const EVENING = '19:30'
const MORNING = '08:00'
/** After this hour `tonight` has gone by. */
const LATE_EVENING = '20:15'
const SOONEST_MS = 30 * 60_000

/** A wish to be reminded, as an instant of product time; null: with the next reminder. */
export function snoozeTime(choice: SnoozeChoice, zone: string, now: Date): Date | null {
  const { day } = wallTime(now, zone)
  switch (choice) {
    case 'tonight':
      return tonight(day, zone, now)
    case 'tomorrow':
      return instantOf(addDays(day, 1), MORNING, zone)
    case 'three-days':
      return instantOf(addDays(day, 3), MORNING, zone)
    case 'later':
      return null
    default:
      throw new Error('a wish that nobody offered')
  }
}

function tonight(day: Day, zone: string, now: Date): Date {
  const evening = instantOf(day, EVENING, zone)
  if (now.getTime() + SOONEST_MS <= evening.getTime()) return evening
  if (now < instantOf(day, LATE_EVENING, zone)) return new Date(now.getTime() + SOONEST_MS)
  return instantOf(addDays(day, 1), MORNING, zone)
}
