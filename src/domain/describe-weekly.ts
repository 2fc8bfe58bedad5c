import { type Day, formatDay, formatShortDay } from '../time.ts'
import type { Cause } from './likely-cause.ts'
import type { DigestLine } from './plan-digest.ts'
import type { NamedFigure, Weekly } from './plan-weekly.ts'
import { scopeLine } from './describe-scope.ts'
import { sourceMark, unstatedLine } from './source-words.ts'
import type { ScopeWords } from './unit-tree.ts'

type Words = (key: string, values?: Record<string, string | number>) => string

/** What is known of a unit that may need a call. */
export interface CallNote {
  cause: Cause
  /** Whom to ring, where the reader may know it. */
  phone: { role: 'secretary' | 'deputy'; number: string } | null
}

/** The weekly digest as its reader sees it. Units by name and count, people never. */
export function describeWeekly(
  weekly: Weekly,
  notes: ReadonlyMap<string, CallNote>,
  scope: ScopeWords,
  today: Day,
  t: Words,
): string {
  if (weekly.unchanged) return unchangedLine(weekly, today, t)
  const paragraphs = [t('digest-head', { day: formatDay(today) }), scopeLine(scope, t)]
  if (weekly.figures.length > 0)
    paragraphs.push(weekly.figures.map((figure) => `- ${figureLine(figure, t)}`).join('\n'))
  paragraphs.push(weekWords(weekly, t))
  if (weekly.calls.length > 0) {
    const calls = weekly.calls.map(({ unitId, open, daysLate }) => {
      const unit = scope.unitNames.get(unitId) ?? ''
      const note = notes.get(unitId)
      const cause = note ? ` · ${causeWords(note.cause, t)}` : ''
      const phone = note?.phone
        ? ` · ${t(`digest-phone-${note.phone.role}`, { phone: note.phone.number })}`
        : ''
      return `- ${t('digest-late-unit', { unit, open, days: daysLate })}${cause}${phone}`
    })
    if (weekly.moreLate > 0) calls.push(`- ${t('digest-late-more', { count: weekly.moreLate })}`)
    paragraphs.push([t('digest-calls-head'), ...calls].join('\n'))
  }
  paragraphs.push(t('digest-trace'))
  return paragraphs.join('\n\n')
}

/** `cause-…` in the reader's language. */
export function causeWords(cause: Cause, t: Words): string {
  const { kind, ...values } = cause
  return t(`cause-${kind}`, values)
}

/** One figure with its share and what changed. */
export function figureLine({ kind, now, of, before, stated }: NamedFigure, t: Words): string {
  const share = Math.floor((now / of) * 100)
  const moved = now - before
  const change =
    moved === 0 ? t('digest-same') : t(moved > 0 ? 'digest-more' : 'digest-fewer', { count: Math.abs(moved) })
  const words = t(`digest-figure-${kind}`, { now, of, share, change })
  return stated ? `${words}; ${t('source-part', stated)}` : words
}

function weekWords({ thisWeek, next }: Weekly, t: Words): string {
  if (thisWeek.length > 0)
    return [t('digest-week-head'), ...thisWeek.map((line) => `- ${dueLine(line, t)}`)].join('\n')
  return next
    ? t('digest-week-next', { title: next.title, due: formatShortDay(next.dueOn) })
    : t('digest-week-none')
}

/** What falls due, with its count. */
export function dueLine(line: DigestLine, t: Words): string {
  const { title, done, total, subject, dueOn } = line
  if (total === 0) return unstatedLine(line, t)
  const words = t(`digest-line-${subject}`, { title, done, total, change: '', due: formatShortDay(dueOn) })
  return `${words}${sourceMark(line, t)}`
}

function unchangedLine({ figures }: Weekly, today: Day, t: Words): string {
  const [first] = figures
  return first
    ? t('digest-unchanged', { day: formatDay(today), now: first.now, of: first.of })
    : t('digest-unchanged-empty', { day: formatDay(today) })
}
