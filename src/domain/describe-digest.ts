import type { Digest, DigestLine } from './plan-digest.ts'
import { type Day, formatDay, formatShortDay } from '../time.ts'
import { scopeLine } from './describe-scope.ts'
import { unstatedLine, sourceMark } from './source-words.ts'
import type { ScopeWords } from './unit-tree.ts'

/** At most this many late units are listed; the rest are counted. */
const MOST_LATE = 5

type Words = (key: string, values?: Record<string, string | number>) => string

/** A digest as its reader sees it. Units by name and count, people never. */
export function describeDigest(digest: Digest, scope: ScopeWords, today: Day, t: Words): string {
  const head = t('digest-head', { day: formatDay(today) })
  const lineOf = (line: DigestLine) => {
    const { title, done, total, subject, dueOn, doneSinceLastWeek } = line
    if (total === 0) return `- ${unstatedLine(line, t)}`
    const change = doneSinceLastWeek > 0 ? t('digest-change', { count: doneSinceLastWeek }) : ''
    return `- ${t(`digest-line-${subject}`, { title, done, total, change, due: formatShortDay(dueOn) })}${sourceMark(line, t)}`
  }
  const paragraphs = [head, scopeLine(scope, t)]
  if (digest.lines.length > 0) paragraphs.push(digest.lines.map(lineOf).join('\n'))
  if (digest.coming.length > 0)
    paragraphs.push([t('digest-coming-head'), ...digest.coming.map(lineOf)].join('\n'))
  if (paragraphs.length === 2) paragraphs.push(t('digest-nothing-due'))
  else if (digest.quiet && digest.lines.length > 0) paragraphs.push(t('digest-quiet'))
  if (digest.late.length > 0) {
    const late = digest.late.slice(0, MOST_LATE).map(({ unitId, open, daysLate }) => {
      const unit = scope.unitNames.get(unitId) ?? ''
      return `- ${t('digest-late-unit', { unit, open, days: daysLate })}`
    })
    const more = digest.late.length - late.length
    if (more > 0) late.push(`- ${t('digest-late-more', { count: more })}`)
    paragraphs.push([t('digest-late-head'), ...late].join('\n'))
  }
  paragraphs.push(t('digest-trace'))
  return paragraphs.join('\n\n')
}
