import type { FormDefinition } from '../domain/form-definition.ts'
import type { Obligation } from '../domain/obligation.ts'
import type { Translate } from './command.ts'

/** The form of what has none of its own: one line on what was done and, if wished or asked for, a photo. */
export function doneForm(
  obligation: Pick<Obligation, 'title' | 'needs_photo'>,
  translate: Translate,
): FormDefinition {
  const both = (key: string) => ({ vi: translate('vi', key), en: translate('en', key) })
  const common = { with_previous: false }
  return {
    code: 'done',
    title: obligation.title,
    fields: [
      {
        ...common,
        id: 'line',
        kind: 'short-text',
        label: both('work-done-line'),
        short: both('work-done-line-short'),
        example: both('work-done-line-example'),
        optional: false,
        max: 500,
      },
      {
        ...common,
        id: 'photo',
        kind: 'photo',
        label: both('work-done-photo'),
        short: both('work-done-photo-short'),
        optional: !obligation.needs_photo,
        max: 3,
      },
    ],
  }
}
