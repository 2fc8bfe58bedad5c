import type { Choice } from '../channels/channel-adapter.ts'
import type { Nudge } from '../domain/plan-nudges.ts'
import { shortId } from '../domain/short-id.ts'
import { formatDay, formatShortDay } from '../time.ts'

/** What a nudge is about, in words. */
export interface NudgeSubject {
  title: string
  /** The plan's own words for the deadline. */
  phrase: string
  /** What people type to answer it. */
  command: string
  unitName: string
  /** Names of those who owe it, by person id in the order of the roster; for the secretary alone. */
  names: ReadonlyMap<string, string>
  /** People may answer it in the group itself. */
  isForGroup: boolean
}

/** The text of a nudge and the choices under it. */
export function nudgeWords(
  nudge: Nudge,
  subject: NudgeSubject,
  t: (key: string, values?: Record<string, string | number>) => string,
): { text: string; choices?: Choice[][] } {
  const { title, phrase, unitName: unit, command, names } = subject
  const { daysLeft: days, dueOn } = nudge
  if (nudge.to === 'group') {
    const text = groupWords(nudge, subject, t)
    return { text: subject.isForGroup ? `${text}\n${t('here-invite')}` : text }
  }
  if (nudge.to === 'paste') return { text: `${t('paste-head')}\n${groupWords(nudge, subject, t)}` }
  const stage = days > 0 ? 'before' : days === 0 ? 'today' : 'after'
  const due = formatShortDay(dueOn)
  if (nudge.to === 'person') {
    const head = t(`nudge-head-${stage}`, { due, days })
    const body = t(`nudge-private-${nudge.forUnit ? 'unit' : 'own'}`, { title, unit })
    const when = t(`nudge-when-${stage}`, { due, phrase })
    const how = t('nudge-private-how', { command })
    const choices = [[{ action: `work:open:${shortId(nudge.assignmentId)}`, label: t('nudge-open') }]]
    return { text: [head, `${body}\n${when}`, how].join('\n\n'), choices }
  }
  const { done, total, missing } = nudge
  const owing = new Set(missing)
  const list = [...names].filter(([personId]) => owing.has(personId)).map(([, name]) => `- ${name}`)
  return {
    text: [
      t(`nudge-head-${stage}`, { due, days }),
      `${t('nudge-private-unit', { title, unit })}\n${t(`nudge-when-${stage}`, { due, phrase })}`,
      [t('nudge-secretary-list', { done, total, missing: missing.length }), ...list].join('\n'),
      t('nudge-secretary-how'),
    ].join('\n\n'),
  }
}

/** What a group hears: counts, never names. */
function groupWords(
  nudge: Extract<Nudge, { to: 'group' | 'paste' }>,
  { title, phrase, command, unitName: unit }: NudgeSubject,
  t: (key: string, values?: Record<string, string | number>) => string,
): string {
  const values = { title, phrase, command, due: formatDay(nudge.dueOn) }
  if (nudge.subject === 'unit') return t('nudge-group-unit', { ...values, unit })
  if (nudge.counts.kind === 'no-counts') return t('nudge-group-plain', values)
  const { done, total, missing } = nudge.counts
  return t('nudge-group-counts', { ...values, done, total, missing })
}
