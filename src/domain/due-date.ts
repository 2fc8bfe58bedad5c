import { addDays, formatDay, formatShortDay, lastDayOfMonth, realDay, type Day } from '../time.ts'
import { parsePeriod, type Period } from './period.ts'
import {
  AFTER_EVENT,
  CITED_DOCUMENT,
  COUNTED_FROM,
  EVERY_HALF,
  EVERY_MONTH,
  EVERY_QUARTER,
  EVERY_YEAR,
  EXCEPT_YEAR,
  EXPECTED,
  findNamedDates,
  ONE_YEAR_APART,
  ONGOING,
  SET_ELSEWHERE,
  SET_LATER,
  VAGUE,
  type NamedDate,
} from './vietnamese-deadlines.ts'
import { cleanVietnamese, foldVietnamese } from './vietnamese-fold.ts'

/** What a phrase is read against. */
export interface DueContext {
  /** The programme's year, where it has one; a period's own year goes before it. */
  year?: number | null
  /** The round of a repeated duty; default `once`. */
  period?: Period
}

/** Why a phrase cannot be read as a deadline. */
export type UnreadableReason =
  | 'no-date'
  | 'no-such-day'
  | 'no-year'
  | 'several-dates'
  | 'too-vague'
  | 'needs-month'
  | 'needs-quarter'
  | 'needs-half-year'

/**
 * What a phrase of a plan means. `lastGoodDay` is the last day on which filing is in time, in the zone of
 * the unit; `phrase` is the plan's own wording, mended for broken extraction.
 */
export type ResolvedDue =
  | { kind: 'on'; lastGoodDay: Day; phrase: string }
  /** `dự kiến`: the day may still change; null when the phrase names none. */
  | { kind: 'expected'; lastGoodDay: Day | null; phrase: string }
  /** `thường xuyên`: shown, never nudged. */
  | { kind: 'ongoing'; phrase: string }
  /** Set by a later document: the office is asked. */
  | { kind: 'not-set'; phrase: string }
  /** Due when something has happened; `event` are the plan's words for it. */
  | { kind: 'after-event'; event: string; phrase: string }
  /** The phrase itself leaves this year out (`tính từ năm 2022`). */
  | { kind: 'not-owed'; phrase: string }
  | { kind: 'unreadable'; reason: UnreadableReason; phrase: string }

/**
 * Reads a deadline as the plans say it: any letter case, with or without diacritics, line-wrapped, with
 * the flaws of extracted text. Never gives a day that does not exist.
 */
export function resolveDue(phrase: string, context: DueContext = {}): ResolvedDue {
  const shown = cleanVietnamese(phrase)
  const parts = context.period === undefined ? { year: null } : parsePeriod(context.period)
  const year = parts.year ?? context.year ?? null
  let text = foldVietnamese(shown)

  const apart = ONE_YEAR_APART.exec(text)
  if (apart) {
    if (year === Number(apart[1]))
      return { ...resolveDue(apart[2] ?? '', { ...context, year }), phrase: shown }
    text = without(text, apart)
  }
  const from = COUNTED_FROM.exec(text)
  const except = EXCEPT_YEAR.exec(text)
  if (year !== null && from && year < Number(from[1])) return { kind: 'not-owed', phrase: shown }
  if (year !== null && except && year === Number(except[1])) return { kind: 'not-owed', phrase: shown }
  for (const match of [from, except]) if (match) text = without(text, match)
  if (apart && text.trim() === '') return { kind: 'not-owed', phrase: shown }

  const cited = CITED_DOCUMENT.test(text)
  text = text.replace(CITED_DOCUMENT, (document) => '#'.repeat(document.length))

  const day = lastGoodDayOf(findNamedDates(text), text, { ...parts, year })
  if (typeof day === 'string') {
    return { kind: EXPECTED.test(text) ? 'expected' : 'on', lastGoodDay: day, phrase: shown }
  }
  if (day !== null) return { kind: 'unreadable', reason: day.reason, phrase: shown }
  return withoutDate(text, shown, cited)
}

/** A phrase that names no day: set later, going on, after an event, or not readable. */
function withoutDate(text: string, shown: string, cited: boolean): ResolvedDue {
  if (EXPECTED.test(text)) return { kind: 'expected', lastGoodDay: null, phrase: shown }
  if (SET_LATER.test(text)) return { kind: 'not-set', phrase: shown }
  if (ONGOING.test(text)) return { kind: 'ongoing', phrase: shown }
  const event = AFTER_EVENT.exec(text)
  if (event) {
    const words = shown.slice(event.index + event[0].length).trim()
    return { kind: 'after-event', event: words.replace(/[\s.;,)]+$/, ''), phrase: shown }
  }
  if (cited || SET_ELSEWHERE.test(text)) return { kind: 'not-set', phrase: shown }
  return { kind: 'unreadable', reason: 'no-date', phrase: shown }
}

interface Frame {
  year: number | null
  half?: number
  quarter?: number
  month?: number
}
interface Refused {
  reason: UnreadableReason
}

const FINENESS = ['day', 'month', 'quarter', 'half', 'year'] as const

/** The last good day of the finest date named; of a range its end. Null: the text names no date at all. */
function lastGoodDayOf(named: NamedDate[], text: string, frame: Frame): Day | Refused | null {
  if (VAGUE.test(text) && !named.some((date) => date.unit === 'day')) return { reason: 'too-vague' }
  const ends = named.filter((date) => !date.start)
  const unit = FINENESS.find((unit) => ends.some((date) => date.unit === unit))
  if (!unit) return named.length > 0 || AFTER_EVENT.test(text) ? null : everyPeriodEnd(text, frame)
  const candidates = ends.filter((date) => date.unit === unit).sort((a, b) => a.at - b.at)
  const last = candidates.at(-1)!
  const isRange =
    candidates.length === 2 && /(?:den|-|–)\s*(?:het\s+)?(?:ngay\s+)?$/.test(text.slice(0, last.at))
  if (candidates.length > 1 && !isRange) return { reason: 'several-dates' }
  return endOf(last, frame)
}

function endOf(date: NamedDate, frame: Frame): Day | Refused {
  const year = yearIn(date, frame)
  if (year === null) return { reason: 'no-year' }
  const day = date.before ? firstDay(date, year) : lastDay(date, year)
  if (day === null) return { reason: 'no-such-day' }
  return date.before ? addDays(day, -1) : day
}

function yearIn(date: NamedDate, frame: Frame): number | null {
  if (typeof date.year === 'number') return date.year
  if (frame.year === null) return null
  if (date.year === 'previous') return frame.year - 1
  return date.year === 'next' ? frame.year + 1 : frame.year
}

function firstDay(date: NamedDate, year: number): Day | null {
  if (date.unit === 'day') return realDay(year, date.month!, date.day!)
  return realDay(year, firstMonth(date), 1)
}

function lastDay(date: NamedDate, year: number): Day | null {
  if (date.unit === 'day') return realDay(year, date.month!, date.day!)
  const month = firstMonth(date) + MONTHS[date.unit] - 1
  return month >= 1 && month <= 12 ? lastDayOfMonth(year, month) : null
}

const MONTHS = { month: 1, quarter: 3, half: 6, year: 12 } as const

function firstMonth(date: NamedDate): number {
  if (date.month !== undefined) return date.month
  if (date.quarter !== undefined) return date.quarter * 3 - 2
  return date.half === 2 ? 7 : 1
}

/** `hằng tháng`, `hằng quý`, `6 tháng, năm`, `hằng năm`: the end of the round it is read for. */
function everyPeriodEnd(text: string, frame: Frame): Day | Refused | null {
  if (ONGOING.test(text)) return null
  const { year, half, quarter, month } = frame
  const wants = EVERY_MONTH.test(text)
    ? ({ reason: 'needs-month', month: month } as const)
    : EVERY_QUARTER.test(text)
      ? ({ reason: 'needs-quarter', month: quarter && quarter * 3 } as const)
      : EVERY_HALF.test(text)
        ? ({ reason: 'needs-half-year', month: half && half * 6 } as const)
        : EVERY_YEAR.test(text)
          ? ({ reason: 'no-year', month: 12 } as const)
          : null
  if (!wants) return null
  if (year === null) return { reason: 'no-year' }
  return wants.month ? lastDayOfMonth(year, wants.month) : { reason: wants.reason }
}

// Blanks, so that places in `text` stay places in the words that are shown.
function without(text: string, match: RegExpExecArray): string {
  return text.replace(match[0], ' '.repeat(match[0].length))
}

/** Values for the sentence `hết ngày 09/3, văn bản: trước ngày 10/3/2023`. */
export interface DueWords {
  /** `09/3`. */
  until: string
  /** `09/3/2023`. */
  untilWithYear: string
  /** The plan's words. */
  phrase: string
}

/** The last good day and the plan's words for it, as people are shown both. */
export function describeDue(lastGoodDay: Day, phrase: string): DueWords {
  return {
    until: formatShortDay(lastGoodDay),
    untilWithYear: formatDay(lastGoodDay),
    phrase: cleanVietnamese(phrase),
  }
}
