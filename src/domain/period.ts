import { lastDayOfMonth, type Day } from '../time.ts'

/** `once`, `2026`, `2026-H1`, `2026-Q1` or `2026-03`: which round of a repeated duty. */
export type Period = string

export type Repetition = 'once' | 'yearly' | 'half-year' | 'quarterly' | 'monthly'

/** First and last year of a programme. */
export interface YearSpan {
  from: number
  to: number
}

/** A period taken apart; `once` has no year. */
export interface PeriodParts {
  year: number | null
  half?: number
  quarter?: number
  month?: number
}

export const PERIOD_PATTERN = /^(?:once|\d{4}(?:-(?:H[12]|Q[1-4]|0[1-9]|1[0-2]))?)$/

/** Takes a period apart. Throws on text that is none. */
export function parsePeriod(period: Period): PeriodParts {
  if (!PERIOD_PATTERN.test(period)) throw new Error(`not a period: ${period}`)
  if (period === 'once') return { year: null }
  const [year, part] = period.split('-') as [string, string?]
  const parts: PeriodParts = { year: Number(year) }
  if (part === undefined) return parts
  if (part.startsWith('H')) return { ...parts, half: Number(part.slice(1)) }
  if (part.startsWith('Q')) return { ...parts, quarter: Number(part.slice(1)) }
  return { ...parts, month: Number(part) }
}

/** Every period of a repetition within the span, in order. */
export function listPeriods(repetition: Repetition, span: YearSpan): Period[] {
  if (repetition === 'once') return ['once']
  const periods: Period[] = []
  for (let year = span.from; year <= span.to; year += 1) {
    if (repetition === 'yearly') periods.push(`${year}`)
    else for (const part of PARTS[repetition]) periods.push(`${year}-${part}`)
  }
  return periods
}

const PARTS = {
  'half-year': ['H1', 'H2'],
  quarterly: ['Q1', 'Q2', 'Q3', 'Q4'],
  monthly: Array.from({ length: 12 }, (_, index) => String(index + 1).padStart(2, '0')),
} as const

/** First and last day of a period; `once` runs over the whole span. */
export function periodDays(period: Period, span: YearSpan): { first: Day; last: Day } {
  const { year, half, quarter, month } = parsePeriod(period)
  if (year === null) return monthsOf(span.from, 1, span.to, 12)
  if (half) return monthsOf(year, half * 6 - 5, year, half * 6)
  if (quarter) return monthsOf(year, quarter * 3 - 2, year, quarter * 3)
  if (month) return monthsOf(year, month, year, month)
  return monthsOf(year, 1, year, 12)
}

function monthsOf(firstYear: number, firstMonth: number, lastYear: number, lastMonth: number) {
  return {
    first: `${firstYear}-${String(firstMonth).padStart(2, '0')}-01`,
    last: lastDayOfMonth(lastYear, lastMonth),
  }
}

/** Whether a key of a programme file (`Q1`, `H2`, `03`, `2022`, `2022-Q1`, `once`) names this period. */
export function namesPeriod(key: string, period: Period): boolean {
  return key === period || period.slice(5) === key
}
