import type { FormDefinition, SimpleField } from '../domain/form-definition.ts'
import type { FormAnswers, GroupItem, PeopleAnswer, RatioAnswer } from './answers.ts'
import { itemsOf } from './answers.ts'
import { countPeople } from './figures.ts'

/** A figure of one filing, by the name that the form gives it. */
export interface Measure {
  name: string
  value: number
}

/**
 * The figures of clean answers (as `confirmed` gives them). An option's measure is 1 or 0; a text, date, photo
 * or file counts when it was given; inside a group, and under the same name, figures add up. What was not
 * answered has no figure.
 */
export function readMeasures(definition: FormDefinition, answers: FormAnswers): Measure[] {
  const sums = new Map<string, number>()
  const add = (name: string | undefined, value: number) => {
    if (name !== undefined) sums.set(name, (sums.get(name) ?? 0) + value)
  }
  for (const field of definition.fields) {
    if (field.kind !== 'group') {
      readField(field, answers[field.id] as GroupItem['answers'][string] | undefined, add)
      continue
    }
    if (answers[field.id] === undefined) continue
    const items = itemsOf(answers, field.id)
    add(field.measure, items.length)
    for (const item of items) for (const inner of field.fields) readField(inner, item.answers[inner.id], add)
  }
  return [...sums].map(([name, value]) => ({ name, value }))
}

function readField(
  field: SimpleField,
  value: GroupItem['answers'][string] | undefined,
  add: (name: string | undefined, value: number) => void,
): void {
  if (value === undefined) return
  switch (field.kind) {
    case 'choice':
    case 'choices': {
      const chosen = Array.isArray(value) ? (value as string[]) : [value as string]
      for (const option of field.options) add(option.measure, chosen.includes(option.id) ? 1 : 0)
      return add(field.measure, chosen.length)
    }
    case 'ratio':
      add(field.measure, (value as RatioAnswer).part)
      return add(field.measure_of, (value as RatioAnswer).whole)
    case 'people':
      return readPeopleCounts(field.measure, value as PeopleAnswer, add)
    case 'yes-no':
      return add(field.measure, value === true ? 1 : 0)
    default:
      if (Array.isArray(value)) return add(field.measure, value.length)
      return add(field.measure, typeof value === 'number' ? value : 1)
  }
}

function readPeopleCounts(
  measure: string | undefined,
  answer: PeopleAnswer,
  add: (name: string | undefined, value: number) => void,
): void {
  if (measure === undefined) return
  const { due, present, excused, unexcused } = countPeople(answer)
  add(`${measure}_due`, due)
  add(`${measure}_present`, present)
  // Absent without names: how many had a reason is not known.
  if (answer.unnamed > 0) return
  add(`${measure}_excused`, excused)
  add(`${measure}_unexcused`, unexcused)
}
