import { addDays, type Day } from '../time.ts'

/** Whether offices work on a day: weekends, public holidays and swapped days are in it. */
export type IsWorkingDay = (day: Day) => boolean

/** Longer than every row of holidays. */
const MOST_DAYS = 30

/** The day itself when it is a working day, else the working day before it. */
export function workingDayOnOrBefore(day: Day, isWorking: IsWorkingDay): Day {
  return nearest(day, isWorking, -1)
}

/** The day itself when it is a working day, else the working day after it. */
export function workingDayOnOrAfter(day: Day, isWorking: IsWorkingDay): Day {
  return nearest(day, isWorking, 1)
}

/** A calendar in which some days are decided otherwise: an office's own days off and days made up for. */
export function withOwnDays(
  isWorking: IsWorkingDay,
  own: { holidays: readonly Day[]; working_days: readonly Day[] },
): IsWorkingDay {
  if (own.holidays.length + own.working_days.length === 0) return isWorking
  const off = new Set(own.holidays)
  const on = new Set(own.working_days)
  return (day) => on.has(day) || (!off.has(day) && isWorking(day))
}

function nearest(day: Day, isWorking: IsWorkingDay, step: 1 | -1): Day {
  for (let i = 0; i < MOST_DAYS; i += 1) {
    const other = addDays(day, i * step)
    if (isWorking(other)) return other
  }
  return day
}
