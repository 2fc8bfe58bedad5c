import { quarterOf, realDay, type Day } from '../time.ts'
import { resolveDue, type ResolvedDue } from './due-date.ts'
import type { Obligation } from './obligation.ts'
import { listPeriods, namesPeriod, parsePeriod, periodDays, type Period, type YearSpan } from './period.ts'
import { forPeriod, programmeSpan, type Programme } from './programme.ts'

/** A date that the plan left open and the office fixed. */
export interface OfficeDate {
  obligation: string
  period: Period
  lastGoodDay: Day
  phrase: string
}

/** A round that the office opened before its day. */
export interface Opening {
  obligation: string
  period: Period
  opensOn: Day
}

/** One round of an obligation: what is due when, and from when it is shown. */
export interface Round {
  period: Period
  due: ResolvedDue
  opensOn: Day
}

/**
 * The rounds of an obligation within its programme's years, in order, each with its date. Rounds that the
 * plan leaves out are not listed. A date that the office fixed goes before the plan's; what it opened early is
 * shown early.
 */
export function listRounds(
  programme: Programme,
  obligation: Obligation,
  officeDates: readonly OfficeDate[] = [],
  openings: readonly Opening[] = [],
): Round[] {
  const span = programmeSpan(programme)
  const rounds: Round[] = []
  for (const period of countedPeriods(obligation, span)) {
    const fixed = officeDates.find((date) => date.obligation === obligation.code && date.period === period)
    const due = fixed
      ? ({ kind: 'on', lastGoodDay: fixed.lastGoodDay, phrase: fixed.phrase } as const)
      : dueOfRound(obligation, period, span)
    if (due.kind === 'not-owed') continue
    const planned = opensOn(obligation, period, span, due)
    const opened = openings.find((each) => each.obligation === obligation.code && each.period === period)
    rounds.push({ period, due, opensOn: opened && opened.opensOn < planned ? opened.opensOn : planned })
  }
  return rounds
}

/** The last good day of a round; null when it has none (yet). */
export function lastGoodDayOf(due: ResolvedDue): Day | null {
  return due.kind === 'on' || due.kind === 'expected' ? due.lastGoodDay : null
}

function countedPeriods(obligation: Obligation, span: YearSpan): Period[] {
  const all = listPeriods(obligation.repeats, span)
  const first = obligation.from === undefined ? 0 : all.findIndex((p) => covers(obligation.from!, p))
  const last =
    obligation.until === undefined ? all.length - 1 : all.findLastIndex((p) => covers(obligation.until!, p))
  if (first < 0 || last < 0) return []
  return all.slice(first, last + 1).filter((period) => !obligation.except.some((key) => covers(key, period)))
}

function covers(key: string, period: Period): boolean {
  return namesPeriod(key, period) || period.startsWith(`${key}-`)
}

function dueOfRound(obligation: Obligation, period: Period, span: YearSpan): ResolvedDue {
  const phrase = forPeriod(obligation.due, period)
  if (phrase === undefined) return { kind: 'not-owed', phrase: '' }
  const year = span.from === span.to ? span.from : null
  const due = resolveDue(phrase, { year, period })
  if (due.kind === 'not-owed') return due
  const override = forPeriod(obligation.due_on ?? {}, period)
  if (override !== undefined) return overridden(override, yearOf(period, span), due.phrase)
  return obligation.ongoing ? { kind: 'ongoing', phrase: due.phrase } : due
}

function overridden(override: string, year: number, phrase: string): ResolvedDue {
  const day = dayInYear(override, year)
  return day === null
    ? { kind: 'unreadable', reason: 'no-such-day', phrase }
    : { kind: 'on', lastGoodDay: day, phrase }
}

/** A day of a programme file: `2026-03-09`, or `03-09` in the year given. Null when there is none such. */
export function dayInYear(text: string, year: number): Day | null {
  const [first, second, third] = text.split('-').map(Number)
  return third === undefined ? realDay(year, first!, second!) : realDay(first!, second!, third)
}

function opensOn(obligation: Obligation, period: Period, span: YearSpan, due: ResolvedDue): Day {
  const said = forPeriod(obligation.opens_on ?? {}, period)
  const day = said === undefined ? null : dayInYear(said, yearOf(period, span))
  if (day !== null) return day
  const { first } = periodDays(period, span)
  const last = lastGoodDayOf(due)
  if (last === null) return first
  // A year's report is not shown as owed from January: it opens with the quarter in which it falls due.
  const month = String(quarterOf(last) * 3 - 2).padStart(2, '0')
  const quarter = `${last.slice(0, 4)}-${month}-01`
  return quarter < first && last >= first ? first : quarter
}

function yearOf(period: Period, span: YearSpan): number {
  return parsePeriod(period).year ?? span.from
}
