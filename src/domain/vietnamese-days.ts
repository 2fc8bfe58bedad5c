import { addDays, type Day, daysBetween, lastDayOfMonth, mondayOf, realDay, weekdayOf } from '../time.ts'
import { readNumberWords } from './vietnamese-numbers.ts'
import { readQuarter } from './vietnamese-quarters.ts'
import { plain } from './vietnamese-text.ts'

/** What a date without year is about: something that was held, or anything. */
export type DateOutlook = 'past' | 'any'

/** A day, or why there is none: not understood, or a day that no calendar has (31/02). */
export type ReadDate = { day: Day } | { problem: 'date-unreadable' | 'date-not-in-calendar' }

const number = '(\\d{1,2}|(?:(?:muoi|hai|ba|mot|bon|tu|nam|lam|sau|bay|tam|chin|gieng|chap) ?){1,3})'
const dayAndMonth = new RegExp(
  `^(?:(?:mung|mong|ngay|hom) )*${number} ?thang ${number}(?:(?: ?/ ?| )(\\d{4}))?$`,
)
const weekdays: Record<string, number> = { hai: 1, ba: 2, tu: 3, nam: 4, sau: 5, bay: 6 }
const relative: Record<string, number> = {
  'hom nay': 0,
  nay: 0,
  'bua nay': 0,
  'hom qua': -1,
  qua: -1,
  'bua qua': -1,
  'hom kia': -2,
  mai: 1,
  'ngay mai': 1,
  'ngay kia': 2,
  today: 0,
  yesterday: -1,
  tomorrow: 1,
}

/**
 * A day as people say it, reckoned from `today`: `9/3`, `09-03-2026`, `2026-03-09`, `hôm qua`,
 * `thứ sáu tuần trước`, `mùng 3 tháng 2` (by the solar calendar), `ngày 9`, `3 ngày trước`. With outlook
 * `any` also periods, by their last day: `hết quý I`, `tháng 6`, `cuối năm`. A missing year is this year, or
 * the neighbour that makes sense: last year for something held, next year for what would be half a year ago.
 */
export function readDate(text: string, today: Day, outlook: DateOutlook = 'any'): ReadDate {
  let said = plain(text)
    .replace(/\b(?:luc|hoi|vao luc)? ?\d{1,2} ?(?:h|gio|:)(?: ?\d{2})?(?: phut)?\b/, ' ')
    .replace(/[\s,]+/g, ' ')
    .trim()
  const before = /^truoc (?:ngay )?(?=\d)/.exec(said)
  if (before) said = said.slice(before[0].length)
  said = said
    .replace(/^(?:(?:vao|den|cham nhat|han|muon nhat|la|luc|khoang) )+/, '')
    .replace(/^(?:het )?ngay (?=\d)/, 'ngay ')
    .replace(/^(?:thu (?:hai|ba|tu|nam|sau|bay|[2-7])|chu nhat|cn|t[2-7])[ ,]+(?=(?:ngay )?\d)/, '')
  const read = readOne(said, today, outlook)
  return before && 'day' in read ? { day: addDays(read.day, -1) } : read
}

function readOne(said: string, today: Day, outlook: DateOutlook): ReadDate {
  const bare = said.replace(/^(?:ngay|mung|mong) (?=\d{1,2} ?[/.-])/, '')
  const iso = /^(\d{4})[-/](\d{1,2})[-/](\d{1,2})$/.exec(bare)
  if (iso) return calendar(Number(iso[3]), Number(iso[2]), Number(iso[1]), today, outlook)
  const written = /^(\d{1,2}) ?[/.-] ?(\d{1,2})(?: ?[/.-] ?(\d{4}|\d{2}))?$/.exec(bare)
  if (written) return calendar(Number(written[1]), Number(written[2]), yearOf(written[3]), today, outlook)
  // `tháng mười một năm 2026`: before a year, `năm` is no five.
  const withYear = /^(.+) nam (\d{4})$/.exec(said)
  const worded = dayAndMonth.exec(withYear?.[1] ?? said)
  if (worded) {
    const [day, month] = [small(worded[1]!), small(worded[2]!)]
    const year = yearOf(withYear?.[2] ?? worded[3])
    if (day !== null && month !== null) return calendar(day, month, year, today, outlook)
  }
  const day =
    byRelation(said, today) ??
    byWeekday(said, today, outlook) ??
    byDayOfMonth(said, today, outlook) ??
    (outlook === 'any' ? byPeriod(said, today) : null)
  return day === null ? { problem: 'date-unreadable' } : { day }
}

function calendar(
  day: number,
  month: number,
  year: number | null,
  today: Day,
  outlook: DateOutlook,
): ReadDate {
  const thisYear = Number(today.slice(0, 4))
  // 29/02 without a year exists in some neighbouring year only.
  const years = year !== null ? [year] : sensibleYears(thisYear, outlook)
  const days = years.map((one) => realDay(one, month, day)).filter((one) => one !== null)
  if (days.length === 0) return { problem: 'date-not-in-calendar' }
  if (year !== null) return { day: days[0]! }
  const sensible = days.find((one) =>
    outlook === 'past' ? daysBetween(today, one) <= 31 : daysBetween(one, today) <= 183,
  )
  return { day: sensible ?? days[0]! }
}

/** In order of preference. */
function sensibleYears(thisYear: number, outlook: DateOutlook): number[] {
  return outlook === 'past' ? [thisYear, thisYear - 1] : [thisYear, thisYear + 1]
}

function byRelation(said: string, today: Day): Day | null {
  const shift = relative[said.replace(/^(?:sang|trua|chieu|toi|dem) /, '')]
  if (shift !== undefined) return addDays(today, shift)
  const ago = /^(?:cach day )?(\S+) (ngay|tuan)(?: (truoc|nua))?$/.exec(said)
  if (!ago || (!said.startsWith('cach day') && !ago[3])) return null
  const count = small(ago[1]!)
  if (count === null) return null
  return addDays(today, count * (ago[2] === 'tuan' ? 7 : 1) * (ago[3] === 'nua' ? 1 : -1))
}

function byWeekday(said: string, today: Day, outlook: DateOutlook): Day | null {
  const found =
    /^(?:(?:sang|trua|chieu|toi) )?(?:thu (hai|ba|tu|nam|sau|bay|[2-7])|t([2-7])|(chu nhat|cn))(?: (.+))?$/.exec(
      said,
    )
  if (!found) return null
  const name = found[1] ?? found[2]
  const weekday = found[3] ? 7 : (weekdays[name!] ?? Number(name) - 1)
  const ofThisWeek = addDays(mondayOf(today), weekday - 1)
  switch (found[4]) {
    case 'tuan truoc':
    case 'tuan roi':
    case 'tuan qua':
      return addDays(ofThisWeek, -7)
    case 'tuan nay':
      return ofThisWeek
    case 'tuan sau':
    case 'tuan toi':
      return addDays(ofThisWeek, 7)
    case 'vua roi':
    case 'vua qua':
    case 'roi':
    case 'truoc':
      return latest(weekday, today)
    case 'toi':
    case 'sap toi':
      return addDays(latest(weekday, today), 7)
    case undefined:
    case 'nay':
      return outlook === 'past' || weekdayOf(today) === weekday
        ? latest(weekday, today)
        : addDays(latest(weekday, today), 7)
    default:
      return null
  }
}

function latest(weekday: number, today: Day): Day {
  return addDays(today, -((weekdayOf(today) - weekday + 7) % 7))
}

function byDayOfMonth(said: string, today: Day, outlook: DateOutlook): Day | null {
  const found = new RegExp(`^(?:ngay|mung|mong|hom) ${number}$`).exec(said)
  const day = found && small(found[1]!)
  if (!day) return null
  const [year, month] = today.split('-').map(Number) as [number, number]
  const index = year * 12 + month - 1
  for (const shift of outlook === 'past' ? [0, -1, -2] : [0, 1, 2]) {
    const real = realDay(Math.floor((index + shift) / 12), ((index + shift) % 12) + 1, day)
    if (real && (outlook === 'past' ? real <= today : real >= today)) return real
  }
  return null
}

function byPeriod(said: string, today: Day): Day | null {
  const thisYear = Number(today.slice(0, 4))
  const period = said.replace(/^(?:(?:het|cuoi|trong|truoc het) )+/, '')
  const year =
    /^nam (nay|sau|\d{4})$/.exec(period)?.[1] ?? (period === 'nam' && period !== said ? 'nay' : undefined)
  if (year) return `${year === 'nay' ? thisYear : year === 'sau' ? thisYear + 1 : year}-12-31`
  const month = new RegExp(`^thang (nay|sau|${number})(?: ?[/-] ?| nam | )?(\\d{4})?$`).exec(period)
  if (month) {
    const current = Number(today.slice(5, 7))
    const wanted = month[1] === 'nay' ? current : month[1] === 'sau' ? current + 1 : small(month[1]!)
    if (wanted === null || wanted > 13) return null
    const said = month[3] ? Number(month[3]) : thisYear
    return nextIfLongPast(lastDayOfMonth(said, wanted), month[3] === undefined, today)
  }
  const quarter = period.startsWith('q') ? readQuarter(period) : null
  if (!quarter) return null
  const last = lastDayOfMonth(quarter.year ?? thisYear, quarter.quarter * 3)
  return nextIfLongPast(last, quarter.year === null, today)
}

function nextIfLongPast(day: Day, guessed: boolean, today: Day): Day {
  if (!guessed || daysBetween(day, today) <= 183) return day
  return lastDayOfMonth(Number(day.slice(0, 4)) + 1, Number(day.slice(5, 7)))
}

function yearOf(text: string | undefined): number | null {
  if (!text) return null
  return text.length === 2 ? 2000 + Number(text) : Number(text)
}

function small(text: string): number | null {
  const said = text.trim()
  if (said === 'gieng') return 1
  if (said === 'chap') return 12
  return /^\d+$/.test(said) ? Number(said) : readNumberWords(said)
}
