import type { SaidVerb } from '../domain/vietnamese-verbs.ts'
import { answerAt, itemsOf, type Path } from './answers.ts'
import { fieldNumbers, findGroup, type GroupField, isAsked, isShown, placeOf } from './form-places.ts'
import { done, prompt, type Reply } from './reply.ts'
import {
  advance,
  ask,
  itemPaths,
  leaveEmpty,
  openItem,
  presentGroup,
  refuse,
  removeItem,
  showMenu,
  type Turn,
} from './turn.ts'

/** `xoá 3.2` takes an item away; `xoá` alone empties the question asked, where it may be empty. */
export function removeLine(turn: Turn, said: SaidVerb): Reply | null {
  const { state, view } = turn
  if (!said.at) {
    if (state.mode !== 'asking') return done(refuse(turn, { code: 'which-line' }, { counts: false }))
    const given = state.asked.filter((path) => answerAt(state.answers, path) !== undefined)
    if (given.length === 0) return null
    if (given.some((path) => placeOf(view, path)?.field.optional === false))
      return done(refuse(turn, { code: 'cannot-skip' }, { counts: false }))
    for (const path of given) leaveEmpty(turn, path)
    return done(advance(turn))
  }
  const found = findItem(turn, said.at)
  if (!found) {
    if (state.mode === 'asking' && !said.item) return null
    return done(refuse(turn, { code: 'item-unknown', values: { number: said.at } }, { counts: false }))
  }
  const wasReview = state.mode === 'review'
  removeItem(turn, found.group.id, itemsOf(state.answers, found.group.id)[found.index]!.id)
  const isEmpty = itemsOf(state.answers, found.group.id).length === 0
  if (isEmpty && found.group.optional) leaveEmpty(turn, found.group.id)
  if (wasReview || isEmpty) advance(turn)
  else showMenu(turn, found.group.id)
  return prompt
}

/** `chuyển 3 lên 1`: an item changes its place; its id stays. */
export function moveItem(turn: Turn, said: SaidVerb): Reply | null {
  const { state } = turn
  const found = findItem(turn, said.at ?? '')
  const to = Number(said.to) - 1
  const items = found ? [...itemsOf(state.answers, found.group.id)] : []
  if (!found || !items[to]) {
    if (state.mode === 'asking') return null
    const number = found ? String(said.to) : (said.at ?? '')
    return done(refuse(turn, { code: 'item-unknown', values: { number } }, { counts: false }))
  }
  const [item] = items.splice(found.index, 1)
  items.splice(to, 0, item!)
  state.answers[found.group.id] = items
  state.edits += 1
  if (state.mode !== 'review') showMenu(turn, found.group.id)
  return prompt
}

/** `sửa 3`, `sửa 3.2`, `sửa 3.2.1`, `sửa việc 2`: asks that line again; the form then goes on where it was. */
export function editNumber(turn: Turn, at: string, isItem: boolean): void {
  const { state, view } = turn
  const [a, b, c] = at.split('.').map(Number) as [number, number?, number?]
  const unknown = () => refuse(turn, { code: 'line-unknown', values: { number: at } }, { counts: false })
  const found = isItem || b !== undefined ? findItem(turn, at) : null
  if (found) {
    const item = itemsOf(state.answers, found.group.id)[found.index]!
    const paths = itemPaths(turn, found.group, item)
    if (c === undefined) return reask(turn, paths)
    const field = found.group.fields.filter(isAsked)[c - 1]
    const path = paths.find((one) => one.endsWith(`.${field?.id}`))
    return path ? reask(turn, [path]) : unknown()
  }
  const id = [...fieldNumbers(view.definition)].find(([, number]) => number === a)?.[0]
  const field = view.definition.fields.find((one) => one.id === id)
  if (b !== undefined || isItem || !field || !isShown(view, field)) return unknown()
  state.todo = []
  if (field.kind !== 'group') ask(turn, [field.id])
  else if (itemsOf(state.answers, field.id).length > 0) showMenu(turn, field.id)
  else openItem(turn, field)
}

function reask(turn: Turn, paths: Path[]): void {
  turn.state.todo = paths
  advance(turn)
}

/** An item by its printed number `3.2`, or in its group by `2`. */
function findItem(turn: Turn, at: string): { group: GroupField; index: number } | null {
  const [a, b] = at.split('.').map(Number) as [number, number?]
  const id = [...fieldNumbers(turn.view.definition)].find(([, number]) => number === a)?.[0]
  const group = b === undefined ? presentGroup(turn) : findGroup(turn.view.definition, id ?? '')
  const index = (b ?? a) - 1
  return group && itemsOf(turn.state.answers, group.id)[index] ? { group, index } : null
}
