import { type Day, formatDay } from '../time.ts'
import type { RollUpFigure } from './plan-roll-up.ts'
import type { RollUpPeriod } from './roll-up-span.ts'

type Words = (key: string, values?: Record<string, string | number>) => string

const ROMAN = ['', 'I', 'II', 'III', 'IV'] as const

/** What a roll-up says besides its figures. */
export interface RollUpHead {
  unit: string
  period: RollUpPeriod
  today: Day
}

/**
 * A quarter or a year in figures, each with where it comes from and what it was in the period before. `kindWords`:
 * the programme's names of kinds of unit.
 */
export function describeRollUp(
  figures: readonly RollUpFigure[],
  before: readonly RollUpFigure[],
  { unit, period, today }: RollUpHead,
  kindWords: (kind: string) => string,
  t: Words,
): string {
  const head = t('rollup-head', { period: periodWordsOf(period, t), day: formatDay(today) })
  if (figures.length === 0) return [head, unit, t('rollup-empty')].join('\n\n')
  const earlier = new Map(before.map((figure) => [figure.key, figure]))
  const lines = figures.map((figure) => {
    const was = earlier.get(figure.key)
    const parts = figure.byKind.map(({ kind, value }) => `${kindWords(kind)} ${value}`).join(', ')
    return [
      `- ${figureWords(figure, t)}: ${numbers(figure, t)}`,
      parts && ` [${parts}]`,
      ` · ${t(`rollup-${figure.source}`)}`,
      was && ` (${t(`rollup-before-${period.kind}`)} ${numbers(was, t)})`,
    ]
      .filter(Boolean)
      .join('')
  })
  return [head, unit, lines.join('\n'), t('digest-trace')].join('\n\n')
}

/** `quý I/2026`, `năm 2026`. */
export function periodWordsOf(period: RollUpPeriod, t: Words): string {
  const year = String(period.year)
  return period.kind === 'quarter'
    ? t('period-quarter', { quarter: ROMAN[period.quarter], year })
    : t('period-year', { year })
}

/** The product's words for a figure, else the form's. */
export function figureWords({ key, label }: Pick<RollUpFigure, 'key' | 'label'>, t: Words): string {
  return label ?? t(`figure-${key.replaceAll('_', '-')}`)
}

function numbers({ value, of }: RollUpFigure, t: Words): string {
  return of === null || of === 0
    ? t('rollup-count', { value })
    : t('rollup-share', { value, of, share: Math.round((value / of) * 1000) / 10 })
}
