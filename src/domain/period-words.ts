import type { Period } from './period.ts'

const ROMAN = ['', 'I', 'II', 'III', 'IV']

/** A round in words: `quý I/2026`, `6 tháng đầu năm 2026`, `tháng 3/2026`, `năm 2026`; empty for what comes once. */
export function periodWords(
  period: Period,
  t: (key: string, values?: Record<string, string | number>) => string,
): string {
  const [year, part] = period.split('-')
  if (!year || !/^\d{4}$/.test(year)) return ''
  if (!part) return t('period-year', { year })
  if (part.startsWith('Q')) return t('period-quarter', { quarter: ROMAN[Number(part[1])] ?? part, year })
  if (part.startsWith('H')) return t(part === 'H1' ? 'period-first-half' : 'period-second-half', { year })
  return t('period-month', { month: Number(part), year })
}

/** A title with its round behind it, unless the title already names a quarter, month or year. */
export function titleWithPeriod(
  title: string,
  period: Period,
  t: (key: string, values?: Record<string, string | number>) => string,
): string {
  const words = periodWords(period, t)
  return words === '' || /\d{4}/.test(title) ? title : `${title} – ${words}`
}
