import type { Field, SimpleField } from '../domain/form-definition.ts'
import { type FormAnswers, type GroupItem, itemsOf, type PeopleAnswer, type RatioAnswer } from './answers.ts'
import type { FormView } from './form-view.ts'

/** Present, absent with and without reason, out of those due. */
export interface PeopleCounts {
  due: number
  present: number
  excused: number
  unexcused: number
}

export function countPeople(answer: PeopleAnswer): PeopleCounts {
  const excused = answer.absent.filter((one) => one.excused).length
  const unexcused = answer.absent.length - excused
  return { due: answer.due, present: answer.due - answer.absent.length - answer.unnamed, excused, unexcused }
}

/** Any field's value: given, prefilled or reckoned; undefined while it is unknown. */
export function valueOf(view: FormView, id: string, item?: GroupItem): FormAnswers[string] | undefined {
  const field = fieldNear(view, id, item)
  if (!field) return undefined
  if (field.kind === 'prefilled') return view.context.prefill[field.source]
  if (field.kind === 'computed') return computedValue(view, field, item) ?? undefined
  if (field.kind === 'group') return itemsOf(view.answers, id)
  return item && id in item.answers ? item.answers[id] : view.answers[id]
}

/** The number that a field stands for in sums and shares; null while it is unknown. */
export function figureOf(view: FormView, id: string, item?: GroupItem): number | null {
  const field = fieldNear(view, id, item)
  const value = valueOf(view, id, item)
  if (!field || value === undefined) return null
  switch (field.kind) {
    case 'ratio':
      return (value as RatioAnswer).part
    case 'people':
      return countPeople(value as PeopleAnswer).present
    case 'yes-no':
      return value === true ? 1 : 0
    default:
      if (Array.isArray(value)) return value.length
      return typeof value === 'number' ? value : null
  }
}

/** Share in per cent (one decimal), sum or count; null while a part is unknown. */
export function computedValue(
  view: FormView,
  field: Extract<SimpleField, { kind: 'computed' }>,
  item?: GroupItem,
): number | null {
  if (field.count !== undefined) return itemsOf(view.answers, field.count).length
  if (field.percent) {
    const [part, whole] = field.percent.map((id) => figureOf(view, id, item))
    return part === null || part === undefined || !whole ? null : Math.round((part / whole) * 1000) / 10
  }
  const parts = (field.sum ?? []).map((id) => figureOf(view, id, item))
  const known = parts.filter((part) => part !== null)
  return known.length === 0 ? null : known.reduce((sum, part) => sum + part, 0)
}

/** A field of the item's group, else of the form. */
function fieldNear(view: FormView, id: string, item?: GroupItem): Field | undefined {
  if (item) {
    const group = view.definition.fields.find(
      (field) => field.kind === 'group' && itemsOf(view.answers, field.id).some((one) => one.id === item.id),
    )
    const inner = group?.kind === 'group' ? group.fields.find((field) => field.id === id) : undefined
    if (inner) return inner
  }
  return view.definition.fields.find((field) => field.id === id)
}
