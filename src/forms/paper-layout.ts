import { type Field, type FormDefinition, type SimpleField, wordsOf } from '../domain/form-definition.ts'
import { answerAt, type GroupItem, itemsOf, pathOf } from './answers.ts'
import { valueOf } from './figures.ts'
import { fieldNumbers, type GroupField, isAsked, isShown } from './form-places.ts'
import type { FormView } from './form-view.ts'
import { type ShownValue, showValue } from './list-lines.ts'

/** What stands after a question on paper. */
export type PaperSpace =
  /** Ruled lines to write on. */
  | { kind: 'lines'; count: number }
  /** Boxes to tick. */
  | { kind: 'boxes'; options: string[]; several: boolean }
  /** `… / …`. */
  | { kind: 'yes-no' }
  | { kind: 'ratio' }
  /** `…/…/…`. */
  | { kind: 'date' }
  | { kind: 'number'; unit: string | null }
  | { kind: 'people'; names: string[] }
  /** Enclosed, not written. */
  | { kind: 'enclosed'; max: number }

export interface PaperQuestion {
  /** The same number as in chat; null for what is printed ready-made. */
  number: string | null
  label: string
  help: string | null
  optional: boolean
  /** Null where the value is printed. */
  space: PaperSpace | null
  value: ShownValue | null
}

/** A repeating group: one row per item, columns numbered so that `3.2.1=` is row 2, column 1. */
export interface PaperTable {
  number: string
  label: string
  help: string | null
  item: string
  columns: PaperQuestion[]
  rows: { number: string; values: (ShownValue | null)[] }[]
}

export type PaperBlock = ({ kind: 'question' } & PaperQuestion) | ({ kind: 'table' } & PaperTable)

/** A form on A4 as plain data, top to bottom; whatever is printed from it keys in as `1=… 2=…`. */
export interface PaperLayout {
  title: string
  intro: string | null
  blocks: PaperBlock[]
}

/**
 * Lays a form out for paper, blank or with the answers that there are. Conditional questions are printed
 * while their condition is open, since a pen may fulfil it; a table has room for the usual number of items.
 */
export function layOutPaper(view: FormView): PaperLayout {
  const { definition, context } = view
  const isBlank = Object.keys(view.answers).length === 0
  const shown = definition.fields.filter((field) => isBlank || isShown(view, field))
  return {
    title: wordsOf(definition.title, context.locale),
    intro: definition.intro ? wordsOf(definition.intro, context.locale) : null,
    blocks: shown.map((field) =>
      field.kind === 'group'
        ? { kind: 'table', ...tableOf(view, field) }
        : { kind: 'question', ...questionOf(view, field, numberOf(definition, field)) },
    ),
  }
}

function numberOf(definition: FormDefinition, field: Field): string | null {
  const number = fieldNumbers(definition).get(field.id)
  return number === undefined ? null : String(number)
}

function questionOf(
  view: FormView,
  field: SimpleField,
  number: string | null,
  item?: GroupItem,
): PaperQuestion {
  const { locale } = view.context
  const value = valueOf(view, field.id, item) as Parameters<typeof showValue>[2] | undefined
  return {
    number,
    label: wordsOf(field.label, locale),
    help: field.help ? wordsOf(field.help, locale) : null,
    optional: field.optional,
    space: isAsked(field) && value === undefined ? spaceOf(view, field) : null,
    value: value === undefined ? null : showValue(view, field, value),
  }
}

function tableOf(view: FormView, group: GroupField): PaperTable {
  const { locale } = view.context
  const number = numberOf(view.definition, group)!
  const items = itemsOf(view.answers, group.id)
  const asked = group.fields.filter(isAsked)
  const rows = Array.from({ length: Math.max(items.length, group.usual?.[1] ?? 3) }, (_, index) => {
    const item = items[index]
    const values = asked.map((field) => {
      const value = item && answerAt(view.answers, pathOf(field.id, { group: group.id, item: item.id }))
      return value === undefined ? null : showValue(view, field, value)
    })
    return { number: `${number}.${index + 1}`, values }
  })
  return {
    number,
    label: wordsOf(group.label, locale),
    help: group.help ? wordsOf(group.help, locale) : null,
    item: wordsOf(group.item, locale),
    columns: asked.map((field, index) => ({
      number: asked.length > 1 ? String(index + 1) : null,
      label: wordsOf(field.label, locale),
      help: field.help ? wordsOf(field.help, locale) : null,
      optional: field.optional,
      space: spaceOf(view, field),
      value: null,
    })),
    rows,
  }
}

function spaceOf({ context }: FormView, field: SimpleField): PaperSpace {
  switch (field.kind) {
    case 'choice':
    case 'choices': {
      const options = field.options.map(({ label }) => wordsOf(label, context.locale))
      return { kind: 'boxes', options, several: field.kind === 'choices' }
    }
    case 'number':
      return { kind: 'number', unit: field.unit ? wordsOf(field.unit, context.locale) : null }
    case 'ratio':
    case 'date':
      return { kind: field.kind }
    case 'yes-no':
      return { kind: 'yes-no' }
    case 'people':
      return { kind: 'people', names: context.roster.map(({ name }) => name) }
    case 'photo':
    case 'file':
      return { kind: 'enclosed', max: field.max }
    default:
      return { kind: 'lines', count: field.kind === 'long-text' ? 5 : 1 }
  }
}
