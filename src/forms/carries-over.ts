import type { Field, SimpleField } from '../domain/form-definition.ts'
import type { FileAnswer, SimpleAnswer } from './answers.ts'
import { isSameKind } from './plan-migration.ts'
import { checkChoices } from './read-choice.ts'

/** Whether an answer that was taken by one version of a question would be taken by another, meaning the same. */
export function carriesOver(
  before: Field,
  after: Field | null | undefined,
  value: SimpleAnswer,
  today: string,
): boolean {
  if (!after || after.kind === 'group' || !isSameKind(before, after)) return false
  return fits(after, value, today)
}

function fits(field: SimpleField, value: SimpleAnswer, today: string): boolean {
  switch (field.kind) {
    case 'short-text':
    case 'long-text':
      return (value as string).length <= field.max
    case 'choice':
      return field.options.some(({ id }) => id === value)
    case 'choices': {
      const ids = value as string[]
      const known = ids.every((id) => field.options.some((option) => option.id === id))
      return known && 'value' in checkChoices(field, ids)
    }
    case 'number': {
      const number = value as number
      const { min = field.whole ? 0 : -Infinity, max = Infinity } = field
      return number >= min && number <= max && (!field.whole || Number.isInteger(number))
    }
    case 'date':
      return !field.past_only || (value as string) <= today
    case 'photo':
    case 'file':
      return (value as FileAnswer[]).length <= field.max
    default:
      return true
  }
}
