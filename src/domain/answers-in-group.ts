import type { Field, FormDefinition } from './form-definition.ts'
import type { Obligation } from './obligation.ts'

type Opened = Pick<Obligation, 'subject' | 'visibility' | 'answer_in_group'>

/**
 * Whether a person may answer this in front of the group: the programme says so, shows the answers to the cell
 * anyway, and asks for nothing in the form that it marks `private`, such as the mending of a shortcoming. What a
 * unit owes is written in private.
 */
export function mayAnswerInGroup(obligation: Opened, form: FormDefinition): boolean {
  const isOpened = obligation.answer_in_group && obligation.visibility === 'cell'
  return isOpened && obligation.subject === 'person' && !form.fields.some(isPrivate)
}

function isPrivate(field: Field): boolean {
  if (field.private) return true
  if (field.kind === 'group') return field.fields.some(isPrivate)
  return 'options' in field && field.options.some((option) => option.private === true)
}
