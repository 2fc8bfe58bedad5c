import { addDays, type Day, lastDayOfMonth, quarterOf } from '../time.ts'
import type { Span } from './roll-up.ts'
import { readQuarter } from './vietnamese-quarters.ts'
import { plain } from './vietnamese-text.ts'

export type Quarter = 1 | 2 | 3 | 4

/** A quarter or a whole year that a roll-up is about. */
export type RollUpPeriod =
  | { kind: 'quarter'; year: number; quarter: Quarter }
  | { kind: 'year'; year: number }

export function quarterSpan(year: number, quarter: Quarter): Span {
  const first = quarter * 3 - 2
  return { from: `${year}-${String(first).padStart(2, '0')}-01`, to: lastDayOfMonth(year, quarter * 3) }
}

export function spanOf(period: RollUpPeriod): Span {
  return period.kind === 'quarter'
    ? quarterSpan(period.year, period.quarter)
    : { from: `${period.year}-01-01`, to: `${period.year}-12-31` }
}

/** The quarter that holds a day. */
export function quarterAt(day: Day): { kind: 'quarter'; year: number; quarter: Quarter } {
  return { kind: 'quarter', year: Number(day.slice(0, 4)), quarter: quarterOf(day) as Quarter }
}

/** The period of the same length before. */
export function periodBefore(period: RollUpPeriod): RollUpPeriod {
  return period.kind === 'year'
    ? { kind: 'year', year: period.year - 1 }
    : quarterAt(addDays(spanOf(period).from, -1))
}

/** As keys of rounds are written: `2026-Q1`, `2026`. */
export function periodKey(period: RollUpPeriod): string {
  return period.kind === 'quarter' ? `${period.year}-Q${period.quarter}` : String(period.year)
}

/** `2026-Q1`, `quý 1`, `Q3/2026`, `năm 2026`, `năm nay`; null for what is no period. */
export function readRollUpPeriod(text: string, today: Day): RollUpPeriod | null {
  const said = plain(text)
  const thisYear = Number(today.slice(0, 4))
  const key = /^(\d{4})-q([1-4])$/.exec(said)
  if (key) return { kind: 'quarter', year: Number(key[1]), quarter: Number(key[2]) as Quarter }
  if (/^(?:quy nay|this quarter)$/.test(said)) return quarterAt(today)
  if (/^(?:quy truoc|last quarter)$/.test(said)) return periodBefore(quarterAt(today))
  if (/^(?:(?:ca )?nam(?: nay)?|year|this year)$/.test(said)) return { kind: 'year', year: thisYear }
  if (/^(?:nam truoc|last year)$/.test(said)) return { kind: 'year', year: thisYear - 1 }
  const year = /^(?:nam |year )?(\d{4})$/.exec(said)
  if (year) return { kind: 'year', year: Number(year[1]) }
  if (!/^(?:quy|qui|q)/.test(said)) return null
  const quarter = readQuarter(said)
  return quarter && { kind: 'quarter', year: quarter.year ?? thisYear, quarter: quarter.quarter as Quarter }
}
