import { type FormDefinition, formDefinition } from '../domain/form-definition.ts'
import type { RosterChangeContent, RosterChangeKind } from '../domain/roster-change.ts'
import type { FormAnswers } from '../forms/index.ts'
import type { Day } from '../time.ts'
import type { Translate } from './command.ts'

/** What a change of each kind has to be asked; kinds that are not here need no more than a yes. */
const FIELDS: Partial<Record<RosterChangeKind, (label: Label) => object[]>> = {
  new: (label) => [
    { id: 'name', kind: 'short-text', label: label('name'), max: 120 },
    {
      id: 'category',
      kind: 'choice',
      label: label('category'),
      options: [
        { id: 'official', label: label('official') },
        { id: 'probationary', label: label('probationary') },
      ],
    },
    {
      id: 'code',
      kind: 'short-text',
      label: label('code'),
      help: label('code-help'),
      optional: true,
      max: 40,
    },
    {
      id: 'phone',
      kind: 'short-text',
      label: label('phone'),
      optional: true,
      max: 20,
      with_previous: true,
    },
  ],
  transferred: (label) => [
    { id: 'unit', kind: 'short-text', label: label('unit'), help: label('unit-help'), max: 120 },
  ],
  away: (label) => [{ id: 'until', kind: 'date', label: label('away-until'), example: label('day-example') }],
  phone: (label) => [{ id: 'phone', kind: 'short-text', label: label('new-phone'), max: 20 }],
  acting: (label) => [
    {
      id: 'role',
      kind: 'choice',
      label: label('role'),
      options: [
        { id: 'secretary', label: label('role-secretary') },
        { id: 'deputy', label: label('role-deputy') },
      ],
    },
    { id: 'until', kind: 'date', label: label('acting-until'), example: label('day-example') },
  ],
}

type Label = (key: string) => { vi: string; en: string }

/** The form of a change; null where there is nothing to ask. */
export function changeForm(kind: RosterChangeKind, t: Translate): FormDefinition | null {
  const fields = FIELDS[kind]
  if (!fields) return null
  const label: Label = (key) => ({ vi: t('vi', `change-field-${key}`), en: t('en', `change-field-${key}`) })
  const both = { vi: t('vi', `change-do-${kind}`), en: t('en', `change-do-${kind}`) }
  return formDefinition.parse({ code: 'change', title: both, fields: fields(label) })
}

/** Why an answer cannot be used; each has a sentence `change-problem-<code>`. */
type ChangeProblem = 'name' | 'phone' | 'day-past'

const PHONE = /^\+?[0-9][0-9 .()-]{5,19}$/
const NAME = /^\p{L}[\p{L}\p{M}.'’-]*(?: [\p{L}\p{M}.'’-]+)+$/u

/** What was answered, as a change; the unit of a transfer is looked up by the caller and given as `toUnitId`. */
export function readChange(
  kind: RosterChangeKind,
  answers: FormAnswers,
  today: Day,
  toUnitId: string | null,
): RosterChangeContent | ChangeProblem {
  const text = (id: string) => {
    const value = answers[id]
    return typeof value === 'string' ? value.trim().replace(/\s+/g, ' ') : ''
  }
  const phone = text('phone')
  const until = text('until')
  switch (kind) {
    case 'new': {
      if (!NAME.test(text('name'))) return 'name'
      if (phone !== '' && !PHONE.test(phone)) return 'phone'
      const category = text('category') === 'probationary' ? 'probationary' : 'party-member'
      return { kind, fullName: text('name'), code: text('code') || null, category, phone: phone || null }
    }
    case 'phone':
      return PHONE.test(phone) ? { kind, phone } : 'phone'
    case 'away':
      return until >= today ? { kind, until } : 'day-past'
    case 'acting':
      return until >= today
        ? { kind, role: text('role') === 'deputy' ? 'deputy' : 'secretary', until }
        : 'day-past'
    case 'transferred':
      return { kind, toUnitId: toUnitId ?? '' }
    default:
      return { kind }
  }
}
