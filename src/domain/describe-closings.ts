import { type Day, formatDay, formatShortDay } from '../time.ts'
import type { Closing } from './plan-closings.ts'
import { sourceMark } from './source-words.ts'
import { scopeLine } from './describe-scope.ts'
import type { ScopeWords } from './unit-tree.ts'

type Words = (key: string, values?: Record<string, string | number>) => string

/** Longer lists are counted from here on. */
const MOST_UNITS = 12

/** What is missing after a last day, for whoever answers for the branch. Units by name, people by count. */
export function describeClosings(
  closings: readonly Closing[],
  scope: ScopeWords,
  today: Day,
  t: Words,
): string {
  const isAnyOpen = closings.some(({ missing }) => missing.length > 0)
  return [
    t('closing-head', { day: formatDay(today) }),
    scopeLine(scope, t),
    ...closings.map((closing) => closingWords(closing, scope, t)),
    isAnyOpen ? t(scope.count === 1 ? 'closing-next-unit' : 'closing-next') : t('closing-thanks'),
  ].join('\n\n')
}

function closingWords(closing: Closing, scope: ScopeWords, t: Words): string {
  const { title, subject, dueOn, done, total, missing } = closing
  const words = t(`closing-${subject}`, { title, done, total, due: formatShortDay(dueOn) })
  const line = `${words}${sourceMark(closing, t)}`
  if (missing.length === 0) return done < total ? line : `${line} ${t('closing-complete')}`
  if (scope.count === 1) return `${line} ${t('closing-open', { count: total - done })}`
  const units = missing.slice(0, MOST_UNITS).map(({ unitId, open }) => {
    const unit = scope.unitNames.get(unitId) ?? ''
    return `- ${subject === 'units' ? unit : t('closing-unit', { unit, open })}`
  })
  if (missing.length > MOST_UNITS)
    units.push(`- ${t('closing-more', { count: missing.length - MOST_UNITS })}`)
  return [`${line} ${t('closing-missing')}`, ...units].join('\n')
}
