import type { Choice } from '../channels/channel-adapter.ts'
import type { Translate } from '../commands/command.ts'
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
  /** Names of those who owe it, by person id; for the secretary alone. */
  names: ReadonlyMap<string, string>
}

/** The text of a nudge and the choices under it. */
export function nudgeWords(
  nudge: Nudge,
  subject: NudgeSubject,
  locale: 'vi' | 'en',
  translate: Translate,
): { text: string; choices?: Choice[][] } {
  const t = (key: string, values: Record<string, string | number> = {}) => translate(locale, key, values)
  const due = formatShortDay(nudge.dueOn)
  const values = { ...subject, names: '', due, days: nudge.daysLeft }
  if (nudge.to === 'group') {
    const inGroup = { ...values, due: formatDay(nudge.dueOn) }
    if (nudge.subject === 'unit') return { text: t('nudge-group-unit', inGroup) }
    if (nudge.counts.kind === 'no-counts') return { text: t('nudge-group-plain', inGroup) }
    return { text: t('nudge-group-counts', { ...inGroup, ...nudge.counts }) }
  }
  const stage = nudge.daysLeft > 0 ? 'before' : nudge.daysLeft === 0 ? 'today' : 'after'
  if (nudge.to === 'person') {
    const action = `work:open:${shortId(nudge.assignmentId)}`
    return {
      text: t(`nudge-private-${stage}`, values),
      choices: [[{ action, label: t('nudge-open') }]],
    }
  }
  const names = nudge.missing.map((personId) => `- ${subject.names.get(personId) ?? ''}`).join('\n')
  const body = t('nudge-secretary-body', {
    title: subject.title,
    unit: subject.unitName,
    done: nudge.total - nudge.missing.length,
    total: nudge.total,
    missing: nudge.missing.length,
    names,
  })
  return { text: `${t(`nudge-secretary-${stage}`, values)}\n\n${body}` }
}
