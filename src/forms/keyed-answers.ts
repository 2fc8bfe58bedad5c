import { narrow } from '../domain/vietnamese-text.ts'
import { itemsOf, type Path, pathOf } from './answers.ts'
import { fieldNumbers, findGroup, type GroupField, isAsked, isShown } from './form-places.ts'
import { addItem, presentGroup, type Turn } from './turn.ts'

/** `1=… 2=…`: a number of the printed form and what was typed for it. */
export interface KeyedAnswer {
  key: string
  text: string
}

/** Rows of a printed table that one message may add. */
const rowsAtOnce = 20

const keys = /(^|[\s,;])(\d{1,2}(?:\.\d{1,2}){0,2})\s*=\s*/g

/** Whether a message is keyed in from paper: one number in full means that all are. */
export function isKeyedFromPaper(text: string): boolean {
  return /(?:^|[\s,;])\d{1,2}\.\d{1,2}\.\d{1,2}\s*=/.test(narrow(text))
}

/**
 * Splits a message that begins with `N=` at every number that `isKnown`; null for any other message. One
 * whose first number is unknown comes back as it is, for the person to be told.
 */
export function splitKeyed(text: string, isKnown: (key: string) => boolean): KeyedAnswer[] | null {
  const said = narrow(text)
  if (!/^\d{1,2}(?:\.\d{1,2}){0,2}\s*=/.test(said)) return null
  const found = [...said.matchAll(keys)].filter((match, index) => index === 0 || isKnown(match[2]!))
  return found.map((match, index) => ({
    key: match[2]!,
    text: said.slice(match.index + match[0].length, found[index + 1]?.index).replace(/[\s,;]+$/, ''),
  }))
}

/** What a key means: a question, or a question of an item that is made by answering it. */
export interface KeyedPlace {
  group: GroupField | null
  /** Counted from 0; beyond the items there are it means a new one. */
  index: number
  field: string
}

/**
 * Finds what a number means: bare, the form's question, or inside an item the item's own; `2.1` inside a group
 * the second item's first question; `3.2.1` always the whole printed number. `isPrinted`: the message is keyed in
 * from paper, so that every number is the form's. Null when there is no such thing.
 */
export function findKeyed(turn: Turn, key: string, isPrinted = false): KeyedPlace | null {
  const [a, b, c] = key.split('.').map(Number) as [number, number?, number?]
  const inside = !isPrinted && isInGroup(turn) ? presentGroup(turn) : null
  if (c !== undefined) return inGroup(turn, groupNumbered(turn, a), b!, c)
  if (b !== undefined) {
    const group = groupNumbered(turn, a)
    if (group && group.fields.filter(isAsked).length === 1) return inGroup(turn, group, b, 1)
    return inGroup(turn, inside, a, b)
  }
  if (inside) return inGroup(turn, inside, presentIndex(turn, inside) + 1, a)
  const group = groupNumbered(turn, a)
  if (group) {
    const isSingle = group.fields.filter(isAsked).length === 1
    return isSingle ? inGroup(turn, group, itemsOf(turn.state.answers, group.id).length + 1, 1) : null
  }
  const id = [...fieldNumbers(turn.view.definition)].find(([, number]) => number === a)?.[0]
  const field = turn.view.definition.fields.find((one) => one.id === id)
  return field && isShown(turn.view, field) ? { group: null, index: 0, field: field.id } : null
}

/** Which item each row is, as `deeds.0`: rows keep their meaning while one message adds items. */
export type KeyedRows = Map<string, string>

export function rowsNow({ view, state }: Turn): KeyedRows {
  const groups = view.definition.fields.filter((field) => field.kind === 'group')
  return new Map(
    groups.flatMap(({ id }) =>
      itemsOf(state.answers, id).map((item, index) => [`${id}.${index}`, item.id] as const),
    ),
  )
}

/** The path of a keyed place; makes the item of a new row, whatever rows were left blank before it. */
export function pathOfKeyed(turn: Turn, { group, index, field }: KeyedPlace, rows: KeyedRows): Path {
  if (!group) return field
  const row = `${group.id}.${index}`
  const item = rows.get(row) ?? addItem(turn, group.id).id
  rows.set(row, item)
  return pathOf(field, { group: group.id, item })
}

function isInGroup({ state, view }: Turn): boolean {
  const asked = state.asked[0] ?? ''
  return asked.includes('.') || findGroup(view.definition, asked) !== null
}

/** The item asked about now, else the one that would be next. */
function presentIndex({ state }: Turn, group: GroupField): number {
  const items = itemsOf(state.answers, group.id)
  const at = items.findIndex((item) => state.asked[0]?.startsWith(`${group.id}.${item.id}.`))
  return at < 0 ? items.length : at
}

function groupNumbered(turn: Turn, number: number): GroupField | null {
  const id = [...fieldNumbers(turn.view.definition)].find(([, one]) => one === number)?.[0]
  return id ? findGroup(turn.view.definition, id) : null
}

function inGroup(turn: Turn, group: GroupField | null, item: number, field: number): KeyedPlace | null {
  const asked = group?.fields.filter(isAsked)[field - 1]
  if (!group || !asked || item < 1 || !isShown(turn.view, group)) return null
  const items = itemsOf(turn.state.answers, group.id)
  if (item > items.length + rowsAtOnce) return null
  return { group, index: item - 1, field: asked.id }
}
