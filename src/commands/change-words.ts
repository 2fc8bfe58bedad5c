import type { RosterChangeContent } from '../domain/roster-change.ts'
import { listPersonViews } from '../store/people.ts'
import type { RosterChange } from '../store/roster-changes.ts'
import { findUnit } from '../store/units.ts'
import { dayOf, formatDay } from '../time.ts'
import type { Tools } from './command.ts'
import { wordsFor } from './thing-words.ts'

type Reader = Tools & { locale: 'vi' | 'en' }

/** `vắng đến hết ngày 30/6/2026`: what a change does, without whose it is. */
export async function describeChange(tools: Reader, content: RosterChangeContent): Promise<string> {
  const t = wordsFor(tools)
  switch (content.kind) {
    case 'new': {
      const { code, phone, category } = content
      const status = t(`change-field-${category === 'probationary' ? 'probationary' : 'official'}`)
      return [t('change-says-new', { status }), code, phone].filter((part) => part !== null).join(', ')
    }
    case 'transferred': {
      const unit = await findUnit(tools.tx, content.toUnitId, dayOf(tools.now))
      return t('change-says-transferred', { unit: unit?.name ?? '' })
    }
    case 'away':
      return t('change-says-away', { until: formatDay(content.until) })
    case 'phone':
      return t('change-says-phone', { phone: content.phone })
    case 'acting':
      return t(`change-says-acting-${content.role}`, { until: formatDay(content.until) })
    default:
      return t(`change-says-${content.kind}`)
  }
}

/** Whom a change is about, in which unit. */
export async function subjectOf(
  tools: Reader,
  change: Pick<RosterChange, 'unitId' | 'personId' | 'content'>,
): Promise<{ name: string; unit: string }> {
  const day = dayOf(tools.now)
  const [person] = change.personId ? await listPersonViews(tools.tx, [change.personId], day) : []
  const name = change.content.kind === 'new' ? change.content.fullName : (person?.fullName ?? '')
  return { name, unit: (await findUnit(tools.tx, change.unitId, day))?.name ?? '' }
}
