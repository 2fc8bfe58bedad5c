import { type Day, formatDay, formatShortDay } from '../time.ts'
import { decideGroupCounts } from './face-saving.ts'
import type { Digest } from './plan-digest.ts'
import { sourceMark, unstatedLine } from './source-words.ts'

/**
 * The progress of one unit for its members: done of due where a count points at nobody, else only the
 * day. `open` readers (secretary, office …) see every count.
 */
export function describeProgress(
  digest: Digest,
  unit: { name: string; members: number },
  open: boolean,
  today: Day,
  t: (key: string, values?: Record<string, string | number>) => string,
): string {
  const lines = [...digest.lines, ...digest.coming].map((line) => {
    const { title, done, total, dueOn, subject } = line
    if (total === 0) return `- ${unstatedLine(line, t)}`
    const due = formatShortDay(dueOn)
    if (subject === 'units')
      return `- ${t(done === total ? 'progress-line-unit-done' : 'progress-line-unit-open', { title, due })}`
    const isTold = open || done === total || decideGroupCounts(total, done, unit.members).kind === 'counts'
    const words = t(isTold ? 'progress-line-people' : 'progress-line-no-counts', { title, due, done, total })
    return `- ${words}${isTold ? sourceMark(line, t) : ''}`
  })
  return [
    t('progress-head', { day: formatDay(today) }),
    unit.name,
    lines.length > 0 ? [...lines, '', t('source-foot')].join('\n') : t('progress-nothing-due'),
  ].join('\n\n')
}
