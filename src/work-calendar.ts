import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { CalendarVietnamese } from 'date-chinese'
import { parse } from 'yaml'
import { z } from 'zod'
import { workingDayOnOrAfter, type IsWorkingDay } from './domain/work-days.ts'
import { packageRoot } from './package-root.ts'
import { addDays, type Day, realDay, weekdayOf } from './time.ts'

const monthDay = z.string().regex(/^\d{2}-\d{2}$/)
const day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/)
const tet = z.strictObject({ before: z.int().min(0), after: z.int().min(1) })

/** The file of holidays: what the law fixes, and what the Government decides for single years. */
const holidayFile = z.strictObject({
  fixed: z.array(monthDay),
  lunar: z.array(monthDay),
  tet,
  national_day_with: monthDay,
  years: z.record(
    z.string().regex(/^\d{4}$/),
    z.strictObject({
      tet: tet.optional(),
      national_day_with: monthDay.optional(),
      off: z.array(day).default([]),
      working: z.array(day).default([]),
    }),
  ),
})

type HolidayFile = z.infer<typeof holidayFile>

/**
 * Working days of Viet Nam from a file of holidays: weekends and holidays are off, a holiday on a weekend
 * gives the next working day off, swapped days are as the file says. Lunar dates are computed for Viet
 * Nam's meridian. Throws when the file is unusable.
 */
export function loadWorkCalendar(
  file: string = join(packageRoot(), 'programmes', 'holidays', 'vn.yaml'),
): IsWorkingDay {
  const holidays = holidayFile.parse(parse(readFileSync(file, 'utf8')))
  const years = new Map<number, IsWorkingDay>()
  return (asked) => {
    const year = Number(asked.slice(0, 4))
    let isWorking = years.get(year)
    if (!isWorking) {
      isWorking = workDaysOf(year, holidays)
      years.set(year, isWorking)
    }
    return isWorking(asked)
  }
}

function workDaysOf(year: number, holidays: HolidayFile): IsWorkingDay {
  const own = holidays.years[String(year)]
  const { before, after } = own?.tet ?? holidays.tet
  const newYear = lunarDay(year, 1, 1)
  const legal = [
    ...[...holidays.fixed, own?.national_day_with ?? holidays.national_day_with].map(
      (each) => `${year}-${each}`,
    ),
    ...holidays.lunar.map((each) => lunarDay(year, Number(each.slice(0, 2)), Number(each.slice(3)))),
    ...Array.from({ length: before + after }, (_, i) => addDays(newYear, i - before)),
  ]
  const off = new Set([...legal, ...(own?.off ?? [])])
  const on = new Set(own?.working)
  const isWorking = (asked: Day) => on.has(asked) || (weekdayOf(asked) < 6 && !off.has(asked))
  for (const holiday of legal.filter((each) => weekdayOf(each) >= 6).sort()) {
    off.add(workingDayOnOrAfter(holiday, isWorking))
  }
  return isWorking
}

/** The day of a Vietnamese lunar date in the lunar year that begins in `year`; never a leap month. */
function lunarDay(year: number, month: number, date: number): Day {
  const calendar = new CalendarVietnamese()
  // The cycle and its year come from the first day of the year, which the library computes.
  calendar.fromJDE(calendar.newYear(year))
  const [cycle, yearOfCycle] = calendar.get()
  calendar.set(cycle!, yearOfCycle!, month, 0, date)
  const found = calendar.toGregorian(year)
  const real = realDay(found.year, found.month, found.day)
  if (!real) throw new Error(`no day for the lunar date ${date}/${month} of ${year}`)
  return real
}
