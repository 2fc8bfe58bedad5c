import {
  type Field,
  type FieldCondition,
  type FormDefinition,
  type SimpleField,
} from '../domain/form-definition.ts'
import { answerAt, type GroupItem, itemsOf, type Path, pathOf, splitPath } from './answers.ts'
import { valueOf } from './figures.ts'
import type { FormView } from './form-view.ts'

export type GroupField = Extract<Field, { kind: 'group' }>

/** One question: its field, and the item it is in. */
export interface Place {
  path: Path
  field: SimpleField
  /** The printed number: `3`, `3.2` (second item of a group of one field) or `3.2.1`. */
  number: string
  /** What is typed before `=` where several are asked: `3`, or `1` inside an item. */
  key: string
  inside: { group: GroupField; item: GroupItem; index: number } | null
}

/** Whether people are asked: prefilled and computed fields are only shown. */
export function isAsked(field: Field): boolean {
  return field.kind !== 'prefilled' && field.kind !== 'computed'
}

/** Printed numbers by field id. They count every question, so that they never move with the answers. */
export function fieldNumbers(definition: FormDefinition): Map<string, number> {
  return new Map(definition.fields.filter(isAsked).map((field, index) => [field.id, index + 1]))
}

export function questionCount(definition: FormDefinition): number {
  return definition.fields.filter(isAsked).length
}

export function findField(definition: FormDefinition, id: string): Field | null {
  return definition.fields.find((field) => field.id === id) ?? null
}

export function findGroup(definition: FormDefinition, id: string): GroupField | null {
  const field = findField(definition, id)
  return field?.kind === 'group' ? field : null
}

/** Null when the form has no such question, or the item is gone. */
export function placeOf(view: FormView, path: Path): Place | null {
  const { field: id, inside } = splitPath(path)
  const numbers = fieldNumbers(view.definition)
  if (!inside) {
    const field = findField(view.definition, id)
    if (!field || field.kind === 'group') return null
    const number = String(numbers.get(id) ?? '')
    return { path, field, number, key: number, inside: null }
  }
  const group = findGroup(view.definition, inside.group)
  const index = itemsOf(view.answers, inside.group).findIndex((item) => item.id === inside.item)
  const field = group?.fields.find((one) => one.id === id)
  if (!group || !field || index < 0) return null
  const item = itemsOf(view.answers, inside.group)[index]!
  const asked = group.fields.filter(isAsked)
  const key = String(asked.indexOf(field) + 1)
  const number = `${numbers.get(group.id)}.${index + 1}${asked.length > 1 ? `.${key}` : ''}`
  return { path, field, number, key, inside: { group, item, index } }
}

/** Whether the answers so far call for this field; the condition looks into the same item first. */
export function isShown(view: FormView, field: Field, item?: GroupItem): boolean {
  return !field.when || holds(view, field.when, item)
}

function holds(view: FormView, condition: FieldCondition, item?: GroupItem): boolean {
  const value = item?.answers[condition.field] ?? valueOf(view, condition.field)
  const answered = value !== undefined && !(Array.isArray(value) && value.length === 0)
  if (condition.answered !== undefined && condition.answered !== answered) return false
  const fits = (wanted: string | number | boolean) =>
    Array.isArray(value) ? (value as unknown[]).includes(wanted) : value === wanted
  if (condition.is !== undefined && !fits(condition.is)) return false
  return condition.any_of === undefined || condition.any_of.some(fits)
}

/** The fields of an item, or of the form (without `item`), that are asked now, in messages: one list each. */
export function blocksOf(view: FormView, inside?: { group: GroupField; item: GroupItem }): Path[][] {
  const blocks: Path[][] = []
  const fields: readonly Field[] = inside ? inside.group.fields : view.definition.fields
  for (const field of fields) {
    if (!isAsked(field) || !isShown(view, field, inside?.item)) continue
    const path = pathOf(field.id, inside ? { group: inside.group.id, item: inside.item.id } : undefined)
    const previous = blocks.at(-1)
    const joins = field.with_previous && field.kind !== 'group' && previous
    if (joins && findField(view.definition, previous[0]!)?.kind !== 'group') previous.push(path)
    else blocks.push([path])
  }
  return blocks
}

/** A halt on the way through the form: questions of one message, or the menu of a group. */
export type Stop = { kind: 'questions'; paths: Path[] } | { kind: 'group-menu'; group: GroupField }

/** All halts in order, answered or not. */
export function listStops(view: FormView): Stop[] {
  const stops: Stop[] = []
  for (const paths of blocksOf(view)) {
    const group = paths.length === 1 ? findGroup(view.definition, paths[0]!) : null
    if (!group) {
      stops.push({ kind: 'questions', paths })
      continue
    }
    for (const item of itemsOf(view.answers, group.id))
      for (const inner of blocksOf(view, { group, item })) stops.push({ kind: 'questions', paths: inner })
    stops.push({ kind: 'group-menu', group })
  }
  return stops
}

/** Questions and groups that still wait for an answer. */
export function isOpen(view: FormView, skipped: readonly Path[], path: Path): boolean {
  return answerAt(view.answers, path) === undefined && !skipped.includes(path)
}
