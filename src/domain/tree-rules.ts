import type { Day } from '../time.ts'
import { kindFits } from './audience-rule.ts'
import type { UnitView } from './person.ts'
import type { Reminding } from './programme-parts.ts'
import { WAKING_HOURS, type WakingHours } from './waking-hours.ts'
import { type IsWorkingDay, withOwnDays } from './work-days.ts'

/** What holds for every message to a tree, whichever programme it comes from. */
export interface TreeRules {
  perWeek: number
  hours: WakingHours
  isWorking: IsWorkingDay
  isBusy: (unit: Pick<UnitView, 'kind' | 'code'>, day: Day) => boolean
}

/** The rules of several programmes in use together: the most considerate of each counts. */
export function treeRules(all: readonly Reminding[], isWorking: IsWorkingDay): TreeRules {
  const seasons = all.flatMap((one) => one.busy_seasons)
  return {
    perWeek: Math.min(...all.map((one) => one.per_week), 21),
    hours: {
      from: [WAKING_HOURS.from, ...all.map((one) => one.quiet.until)].sort().at(-1)!,
      until: all.map((one) => one.quiet.from).sort()[0] ?? WAKING_HOURS.until,
    },
    isWorking: withOwnDays(isWorking, {
      holidays: all.flatMap((one) => one.holidays),
      working_days: all.flatMap((one) => one.working_days),
    }),
    isBusy: (unit, day) =>
      seasons.some(
        ({ from, to, unit_kinds: kinds, units }) =>
          isWithin(day, from, to) &&
          (kinds === undefined || kindFits(unit.kind, kinds)) &&
          (units === undefined || units.includes(unit.code)),
      ),
  }
}

/** Days with a year, or of every year; the latter may run over New Year. */
function isWithin(day: Day, from: string, to: string): boolean {
  const start = from.length === 5 ? `${day.slice(0, 4)}-${from}` : from
  const end = to.length === 5 ? `${day.slice(0, 4)}-${to}` : to
  return start <= end ? day >= start && day <= end : day >= start || day <= end
}
