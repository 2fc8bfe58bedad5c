import type { Digest } from './plan-digest.ts'
import { type Day, formatDay, formatShortDay } from '../time.ts'
import type { ScopeWords } from './unit-tree.ts'

/** At most this many late units are listed; the rest are counted. */
const MOST_LATE = 5

type Words = (key: string, values?: Record<string, string | number>) => string

/** A digest as its reader sees it. Units by name and count, people never. */
export function describeDigest(digest: Digest, scope: ScopeWords, today: Day, t: Words): string {
  const head = t('digest-head', { day: formatDay(today) })
  const about =
    scope.top === null
      ? t('digest-scope-several', { count: scope.count })
      : t('digest-scope', { unit: scope.top, count: scope.count })
  const lines = digest.lines.map((line, i) => {
    const change = line.doneSinceLastWeek > 0 ? t('digest-change', { count: line.doneSinceLastWeek }) : ''
    const { title, done, total, subject } = line
    return `${i + 1}. ${t(`digest-line-${subject}`, { title, done, total, change, due: formatShortDay(line.dueOn) })}`
  })
  const figures = lines.length > 0 ? lines.join('\n') : t('digest-nothing-due')
  const paragraphs = [head, about, figures]
  if (lines.length > 0 && digest.quiet) paragraphs.push(t('digest-quiet'))
  if (digest.late.length > 0) {
    const late = digest.late.slice(0, MOST_LATE).map(({ unitId, open, daysLate }) => {
      const unit = scope.unitNames.get(unitId) ?? ''
      return `- ${t('digest-late-unit', { unit, open, days: daysLate })}`
    })
    const more = digest.late.length - late.length
    if (more > 0) late.push(`- ${t('digest-late-more', { count: more })}`)
    paragraphs.push([t('digest-late-head'), ...late].join('\n'))
  }
  if (digest.coming.length > 0) {
    const coming = digest.coming.map(
      ({ title, dueOn, open }) => `- ${t('digest-coming-line', { title, due: formatShortDay(dueOn), open })}`,
    )
    paragraphs.push([t('digest-coming-head'), ...coming].join('\n'))
  }
  paragraphs.push(t('digest-trace'))
  return paragraphs.join('\n\n')
}
