import { type Field, type SimpleField, wordsOf } from '../domain/form-definition.ts'
import { formatDay } from '../time.ts'
import type { FormAnswers, GroupItem } from './answers.ts'
import { isAsked } from './form-places.ts'
import type { ItemExample } from './form-context.ts'

type Group = Extract<Field, { kind: 'group' }>

/**
 * An item of an earlier form as one to choose in this group, its values as a person would type them. What the group
 * does not ask falls away; where it calls its text otherwise, the first text is the first text. Null: nothing fits.
 */
export function carryOver(group: Group, answers: GroupItem['answers']): ItemExample | null {
  const carried: Record<string, string> = {}
  for (const field of group.fields.filter(isAsked)) {
    const typed = typedAs(field, answers[field.id])
    if (typed !== null) carried[field.id] = typed
  }
  const text = group.fields.find(({ kind }) => kind === 'short-text' || kind === 'long-text')
  if (text && carried[text.id] === undefined) {
    const first = Object.entries(answers).find(
      ([id, value]) => typeof value === 'string' && /\s/.test(value) && !(id in carried),
    )
    if (!first) return null
    carried[text.id] = first[1] as string
  }
  return Object.keys(carried).length > 0 ? { answers: carried, carried: true } : null
}

function typedAs(field: SimpleField, value: FormAnswers[string] | undefined): string | null {
  if (field.kind === 'choice') {
    const option = field.options.find(({ id }) => id === value)
    return option ? wordsOf(option.label, 'vi') : null
  }
  if (typeof value === 'number') return String(value)
  if (typeof value === 'boolean') return value ? 'có' : 'không'
  if (typeof value === 'string') return /^\d{4}-\d{2}-\d{2}$/.test(value) ? formatDay(value) : value
  if (Array.isArray(value) && value.every((one) => typeof one === 'string')) return value.join(', ')
  return null
}
