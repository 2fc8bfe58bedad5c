import { type Day, formatDay, formatShortDay } from '../time.ts'
import { decideGroupCounts } from './face-saving.ts'
import type { Digest } from './plan-digest.ts'

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
  const lines = digest.lines.map(({ title, done, total, dueOn, subject }, i) => {
    const due = formatShortDay(dueOn)
    const counts = decideGroupCounts(total, done, unit.members)
    if (subject === 'units')
      return `${i + 1}. ${t(done === total ? 'progress-line-unit-done' : 'progress-line-unit-open', { title, due })}`
    if (open || done === total || counts.kind === 'counts')
      return `${i + 1}. ${t('progress-line-people', { title, done, total, due })}`
    return `${i + 1}. ${t('progress-line-no-counts', { title, due })}`
  })
  return [
    t('progress-head', { day: formatDay(today) }),
    unit.name,
    lines.length > 0 ? lines.join('\n') : t('digest-nothing-due'),
  ].join('\n\n')
}
