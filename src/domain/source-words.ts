import { formatShortDay } from '../time.ts'
import type { DigestLine } from './plan-digest.ts'

type Sourced = Pick<DigestLine, 'done' | 'total' | 'stated' | 'unstated'>
type Words = (key: string, values?: Record<string, string | number>) => string

/**
 * How a figure of people came about, behind it: ` (số tổng, 48 việc)`, ` (từng người 10/12, số tổng 23/25)`, and
 * how many units said nothing. Nothing behind it: counted person by person, as the foot of every list says.
 */
export function sourceMark({ done, total, stated, unstated }: Sourced, t: Words): string {
  const mark = stated ? ` (${statedWords({ done, total }, stated, t)})` : ''
  return unstated ? `${mark} · ${t('source-unstated', { units: unstated })}` : mark
}

/** The line where no number is known at all. */
export function unstatedLine({ title, dueOn, unstated = 0 }: DigestLine, t: Words): string {
  return t('source-unstated-line', { title, units: unstated, due: formatShortDay(dueOn) })
}

function statedWords(
  all: { done: number; total: number },
  stated: NonNullable<DigestLine['stated']>,
  t: Words,
): string {
  const deeds = stated.deeds > 0 ? `, ${t('totals-deeds', { deeds: stated.deeds })}` : ''
  if (stated.total >= all.total) return `${t('source-stated')}${deeds}`
  const each = { done: all.done - stated.done, total: all.total - stated.total }
  const both = { ...each, statedDone: stated.done, statedTotal: stated.total }
  return `${t('source-both', both)}${deeds}`
}
