import {
  answerAt,
  type FormAnswers,
  type GroupItem,
  itemsOf,
  type Path,
  pathOf,
  putAnswer,
  type SimpleAnswer,
  splitPath,
} from './answers.ts'
import {
  blocksOf,
  findGroup,
  type GroupField,
  isAsked,
  isOpen,
  isShown,
  listStops,
  placeOf,
} from './form-places.ts'
import type { FormState } from './form-state.ts'
import type { FormView } from './form-view.ts'
import type { Problem } from './form-outcome.ts'

/** One step under way: `state` is a copy that may be written to, `view.answers` are its answers. */
export interface Turn {
  view: FormView
  state: FormState
  author: string | null
  /** Paths that this event answered. */
  recorded: Path[]
  /** Of those, what the person should see once more. */
  noted: Path[]
  problem: Problem | null
  /** Numbers of questions that this step went past because they need no answer. */
  passed: string[]
}

/** Takes an answer; the same answer again changes nothing. */
export function record(turn: Turn, path: Path, value: SimpleAnswer, { joined = false } = {}): void {
  const { state } = turn
  state.joined = state.joined.filter((one) => one !== path)
  if (joined) state.joined.push(path)
  if (JSON.stringify(answerAt(state.answers, path)) !== JSON.stringify(value)) {
    putAnswer(state.answers, path, value)
    state.edits += 1
  }
  if (turn.author) state.authors[path] = turn.author
  state.skipped = state.skipped.filter((one) => one !== path)
  state.last = path
  state.album = null
  turn.recorded.push(path)
}

/** Leaves a question empty on purpose. */
export function leaveEmpty(turn: Turn, path: Path): void {
  const { state } = turn
  if (placeOf(turn.view, path) && answerAt(state.answers, path) !== undefined)
    putAnswer(state.answers, path, undefined)
  delete state.authors[path]
  if (!state.skipped.includes(path)) state.skipped.push(path)
  state.edits += 1
}

/** Refuses an answer; the same question is asked again, with more help after two and four tries. */
export function refuse(turn: Turn, problem: Problem, { counts = true } = {}): void {
  turn.problem = problem
  if (counts) turn.state.tries += 1
}

export function ask(turn: Turn, paths: Path[]): void {
  leavePresentQuestion(turn)
  turn.state.mode = 'asking'
  turn.state.asked = paths
}

export function showMenu(turn: Turn, group: string): void {
  leavePresentQuestion(turn)
  turn.state.mode = 'group-menu'
  turn.state.asked = [group]
}

/** Adds an item and asks its first questions. */
export function openItem(turn: Turn, group: GroupField): void {
  leavePresentQuestion(turn)
  const item = addItem(turn, group.id)
  turn.state.mode = 'asking'
  turn.state.asked = blocksOf(turn.view, { group, item })[0] ?? []
}

/** Adds an empty item at the end. */
export function addItem(turn: Turn, group: string): GroupItem {
  const { state } = turn
  const item: GroupItem = { id: `i${state.nextItem}`, answers: {} }
  state.nextItem += 1
  const answers: FormAnswers = state.answers
  answers[group] = [...itemsOf(answers, group), item]
  state.skipped = state.skipped.filter((one) => one !== group)
  state.closed = state.closed.filter((one) => one !== group)
  return item
}

export function removeItem(turn: Turn, group: string, id: string): void {
  const { state } = turn
  const inItem = (path: Path) => path.startsWith(`${group}.${id}.`)
  state.answers[group] = itemsOf(state.answers, group).filter((item) => item.id !== id)
  state.authors = Object.fromEntries(Object.entries(state.authors).filter(([path]) => !inItem(path)))
  state.skipped = state.skipped.filter((path) => !inItem(path))
  state.todo = state.todo.filter((path) => !inItem(path))
  state.joined = state.joined.filter((path) => !inItem(path))
  if (state.last && inItem(state.last)) state.last = null
  state.edits += 1
}

/** Goes to what is asked next: what an edit still wants, else the first open question, else the review. */
export function advance(turn: Turn): void {
  const { state, view } = turn
  leavePresentQuestion(turn)
  const stops = listStops(view)
  while (state.todo.length > 0) {
    const [first] = state.todo
    const stop = stops.find((one) => one.kind === 'questions' && one.paths.includes(first!))
    const paths = stop?.kind === 'questions' ? stop.paths.filter((path) => state.todo.includes(path)) : []
    state.todo = state.todo.filter((path) => path !== first && !paths.includes(path))
    if (paths.length > 0) return ask(turn, paths)
  }
  for (const stop of stops) {
    if (stop.kind === 'questions') {
      const open = stop.paths.filter((path) => isOpen(view, state.skipped, path))
      if (open.length > 0) return ask(turn, open)
    } else if (itemsOf(state.answers, stop.group.id).length === 0) {
      if (!state.skipped.includes(stop.group.id)) return openItem(turn, stop.group)
    } else if (!state.closed.includes(stop.group.id)) return showMenu(turn, stop.group.id)
  }
  state.mode = 'review'
  state.asked = []
}

/** One halt back; false at the first. */
export function goBack(turn: Turn): boolean {
  const { state, view } = turn
  const here = placeOf(view, state.asked[0] ?? '')
  const group =
    state.mode === 'asking' ? (here?.inside?.group ?? null) : findGroup(view.definition, state.asked[0] ?? '')
  const isEmptyItem = here?.inside !== null && here !== null && isEmptyAnswers(here.inside.item)
  leavePresentQuestion(turn)
  const stops = listStops(view)
  const hasItems = group !== null && itemsOf(state.answers, group.id).length > 0
  if (group && hasItems && (isEmptyItem || state.mode === 'examples')) {
    showMenu(turn, group.id)
    return true
  }
  if (group && state.mode === 'examples') {
    openItem(turn, group)
    return true
  }
  const at =
    state.mode === 'review'
      ? stops.length
      : stops.findIndex((stop) =>
          stop.kind === 'questions'
            ? stop.paths.includes(state.asked[0]!)
            : stop.group.id === group?.id && (state.mode !== 'asking' || isEmptyItem),
        )
  const target = stops[at - 1]
  if (!target) {
    if (isEmptyItem) advance(turn)
    return false
  }
  state.todo = []
  if (target.kind === 'questions') ask(turn, target.paths)
  else if (itemsOf(state.answers, target.group.id).length === 0) openItem(turn, target.group)
  else showMenu(turn, target.group.id)
  return true
}

/** The group that the conversation is in: of the asked item, menu or examples; else the only group. */
export function presentGroup(turn: Turn): GroupField | null {
  const asked = turn.state.asked[0]
  const inside = asked ? (splitPath(asked).inside?.group ?? asked) : ''
  const here = findGroup(turn.view.definition, inside)
  if (here) return here
  const groups = turn.view.definition.fields.filter((field) => field.kind === 'group')
  return groups.length === 1 && isShown(turn.view, groups[0]!) ? (groups[0] ?? null) : null
}

/** Every question of an item that is asked now. */
export function itemPaths(turn: Turn, group: GroupField, item: GroupItem): Path[] {
  return group.fields
    .filter((field) => isAsked(field) && isShown(turn.view, field, item))
    .map((field) => pathOf(field.id, { group: group.id, item: item.id }))
}

/** Ends what only the present question needs, and drops items in which nothing was said. */
function leavePresentQuestion(turn: Turn): void {
  const { state } = turn
  state.collecting = null
  state.picked = []
  state.people = null
  for (const field of turn.view.definition.fields)
    if (field.kind === 'group')
      for (const item of itemsOf(state.answers, field.id))
        if (isEmptyAnswers(item)) {
          const { edits } = state
          removeItem(turn, field.id, item.id)
          state.edits = edits
        }
}

function isEmptyAnswers(item: GroupItem): boolean {
  return Object.keys(item.answers).length === 0 && item.ref === undefined
}
