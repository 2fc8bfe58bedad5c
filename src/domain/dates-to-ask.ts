import { addDays, type Day } from '../time.ts'
import { listOpenDates, type OpenDate } from './open-dates.ts'
import { periodDays } from './period.ts'
import { programmeSpan, type Programme } from './programme.ts'
import type { OfficeDate } from './rounds.ts'

/** The office is asked about rounds that begin within this many days. */
const AHEAD_DAYS = 92

/** The open dates that are worth asking for on `today`: of rounds that run or come near. */
export function listDatesToAsk(
  programme: Programme,
  officeDates: readonly OfficeDate[],
  today: Day,
): OpenDate[] {
  const span = programmeSpan(programme)
  return listOpenDates(programme, officeDates).filter(({ period }) => {
    const { first, last } = periodDays(period, span)
    return first <= addDays(today, AHEAD_DAYS) && last >= today
  })
}
