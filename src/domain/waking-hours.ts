import { type Day, instantOf, wallTime } from '../time.ts'

/** The first hour of a day at which people are written to without having asked … */
const FIRST_HOUR = '08:00'
/** … and the hour from which they are left alone. */
const LAST_HOUR = '20:00'

/** Whether people of a zone may be written to now, without having asked. */
export function isAwake(now: Date, zone: string): boolean {
  const { day } = wallTime(now, zone)
  return now >= instantOf(day, FIRST_HOUR, zone) && now < endOfWaking(day, zone)
}

/** The instant from which people of a zone are left alone on a day. */
export function endOfWaking(day: Day, zone: string): Date {
  return instantOf(day, LAST_HOUR, zone)
}
