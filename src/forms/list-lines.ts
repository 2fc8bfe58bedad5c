import { type Field, type SimpleField, wordsOf } from '../domain/form-definition.ts'
import {
  answerAt,
  type FileAnswer,
  type GroupItem,
  itemsOf,
  type Path,
  pathOf,
  type PeopleAnswer,
  type RatioAnswer,
  type SimpleAnswer,
} from './answers.ts'
import { countPeople, valueOf } from './figures.ts'
import type { FormState } from './form-state.ts'
import { fieldNumbers, type GroupField, isAsked, isShown, placeOf } from './form-places.ts'
import type { FormView } from './form-view.ts'

/** An answer as it is shown, before it has words. */
export type ShownValue =
  | { kind: 'text'; text: string }
  | { kind: 'number'; value: number; unit: string | null }
  | { kind: 'percent'; value: number }
  | { kind: 'ratio'; part: number; whole: number }
  | { kind: 'day'; day: string }
  | { kind: 'options'; labels: string[] }
  | { kind: 'yes-no'; yes: boolean }
  | {
      kind: 'people'
      due: number
      present: number
      unnamed: number
      excused: { name: string; reason: string | null }[]
      unexcused: { name: string; reason: string | null }[]
    }
  | { kind: 'files'; count: number }
  | { kind: 'count'; count: number }

/** One numbered line of a form: in the review, in `xem`, on a receipt, on paper. */
export interface FormLine {
  /** Printed number; null for what is only shown (prefilled, computed). */
  number: string | null
  path: Path
  label: string
  value: ShownValue | null
  state: 'answered' | 'skipped' | 'open' | 'known'
  /** The person who gave the answer. */
  author: string | null
  /** 0 a question of the form, 1 inside an item. */
  depth: 0 | 1
}

type Shown = Pick<FormState, 'authors' | 'skipped'>

/** All visible lines in order: a group's own line (with its count), then one line per field of each item. */
export function listLines(view: FormView, state: Shown = { authors: {}, skipped: [] }): FormLine[] {
  const numbers = fieldNumbers(view.definition)
  return view.definition.fields
    .filter((field) => isShown(view, field))
    .flatMap((field) => {
      if (field.kind !== 'group') return [lineOf(view, state, field.id, field)]
      const count = itemsOf(view.answers, field.id).length
      const head: FormLine = {
        number: String(numbers.get(field.id)),
        path: field.id,
        label: shortLabel(view, field),
        value: { kind: 'count', count },
        state: count > 0 ? 'answered' : state.skipped.includes(field.id) ? 'skipped' : 'open',
        author: null,
        depth: 0,
      }
      return [head, ...itemsOf(view.answers, field.id).flatMap((item) => itemLines(view, state, field, item))]
    })
}

/** The lines of one item. */
export function itemLines(view: FormView, state: Shown, group: GroupField, item: GroupItem): FormLine[] {
  return group.fields
    .filter((field) => isShown(view, field, item))
    .map((field) =>
      lineOf(view, state, pathOf(field.id, { group: group.id, item: item.id }), field, { group, item }),
    )
}

/** The line of one path; null when the form has no such question. */
export function findLine(view: FormView, state: Shown, path: Path): FormLine | null {
  const place = placeOf(view, path)
  return place && lineOf(view, state, path, place.field, place.inside ?? undefined)
}

function lineOf(
  view: FormView,
  state: Shown,
  path: Path,
  field: SimpleField,
  inside?: { group: GroupField; item: GroupItem },
): FormLine {
  const asked = isAsked(field)
  const value = asked
    ? answerAt(view.answers, path)
    : (valueOf(view, field.id, inside?.item) as SimpleAnswer | undefined)
  const given = value !== undefined
  return {
    number: asked ? (placeOf(view, path)?.number ?? null) : null,
    path,
    label: shortLabel(view, field),
    value: given ? showValue(view, field, value) : null,
    state: !asked ? 'known' : given ? 'answered' : state.skipped.includes(path) ? 'skipped' : 'open',
    author: state.authors[path] ?? null,
    depth: inside ? 1 : 0,
  }
}

function shortLabel(view: FormView, field: Field): string {
  return wordsOf(field.short ?? field.label, view.context.locale)
}

/** An answer in the form's own words (option labels, units), ready for sentences. */
export function showValue(view: FormView, field: SimpleField, value: SimpleAnswer): ShownValue {
  const { locale } = view.context
  switch (field.kind) {
    case 'choice':
    case 'choices': {
      const ids = Array.isArray(value) ? (value as string[]) : [value as string]
      const chosen = field.options.filter((option) => ids.includes(option.id))
      return { kind: 'options', labels: chosen.map((option) => wordsOf(option.label, locale)) }
    }
    case 'number':
      return { kind: 'number', value: value as number, unit: field.unit ? wordsOf(field.unit, locale) : null }
    case 'computed':
      return field.percent
        ? { kind: 'percent', value: value as number }
        : { kind: 'number', value: value as number, unit: null }
    case 'prefilled':
      return typeof value === 'number'
        ? { kind: 'number', value, unit: null }
        : { kind: 'text', text: value as string }
    case 'ratio':
      return { kind: 'ratio', ...(value as RatioAnswer) }
    case 'date':
      return { kind: 'day', day: value as string }
    case 'yes-no':
      return { kind: 'yes-no', yes: value as boolean }
    case 'photo':
    case 'file':
      return { kind: 'files', count: (value as FileAnswer[]).length }
    case 'people':
      return showPeople(value as PeopleAnswer)
    default:
      return { kind: 'text', text: value as string }
  }
}

function showPeople(answer: PeopleAnswer): ShownValue {
  const named = (excused: boolean) =>
    answer.absent.filter((one) => one.excused === excused).map(({ name, reason }) => ({ name, reason }))
  const { due, present } = countPeople(answer)
  return {
    kind: 'people',
    due,
    present,
    unnamed: answer.unnamed,
    excused: named(true),
    unexcused: named(false),
  }
}
