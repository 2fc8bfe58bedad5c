import { type Day, instantOf, wallTime } from '../time.ts'

/** Hours of a day (`HH:MM`) between which people may be written to without having asked. */
export interface WakingHours {
  from: string
  until: string
}

/** Nothing that waits for an hour of its own is said before eight; quiet hours begin at nine in the evening. */
export const WAKING_HOURS: WakingHours = { from: '08:00', until: '21:00' }

/** Whether people of a zone may be written to now, without having asked. */
export function isAwake(now: Date, zone: string, hours: WakingHours = WAKING_HOURS): boolean {
  const { day } = wallTime(now, zone)
  return now >= instantOf(day, hours.from, zone) && now < endOfWaking(day, zone, hours)
}

/** The instant from which people of a zone are left alone on a day. */
export function endOfWaking(day: Day, zone: string, hours: WakingHours = WAKING_HOURS): Date {
  return instantOf(day, hours.until, zone)
}
