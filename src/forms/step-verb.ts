import type { SaidVerb } from '../domain/vietnamese-verbs.ts'
import { answerAt, itemsOf } from './answers.ts'
import { listExamples } from './list-examples.ts'
import { type GroupField, placeOf } from './form-places.ts'
import { checkChoices } from './read-choice.ts'
import { done, prompt, type Reply } from './reply.ts'
import { editNumber, moveItem, removeLine } from './step-lines.ts'
import {
  advance,
  goBack,
  leaveEmpty,
  openItem,
  presentGroup,
  record,
  refuse,
  showMenu,
  type Turn,
} from './turn.ts'

/** Does what a verb says; null where it has no meaning now, so that the text is taken as an answer. */
export function takeVerb(turn: Turn, said: SaidVerb): Reply | null {
  const { state } = turn
  switch (said.verb) {
    case 'help':
      return { kind: 'help' }
    case 'where':
      return { kind: 'position' }
    case 'show':
      return state.mode === 'review' ? prompt : { kind: 'overview' }
    case 'later':
      return { kind: 'paused' }
    case 'cancel':
      state.cancelAsked = true
      return prompt
    case 'back':
      return done(goBack(turn) || refuse(turn, { code: 'first-question' }, { counts: false }))
    case 'next':
      return done(goOn(turn))
    case 'skip':
      return done(skip(turn))
    case 'done':
      return end(turn)
    case 'edit':
      if (said.at) return done(editNumber(turn, said.at, said.item === true))
      return done(refuse(turn, { code: 'which-line' }, { counts: false }))
    case 'confirm':
      if (state.mode === 'group-menu') return done(closeGroup(turn))
      return state.mode === 'review' ? confirm(turn) : null
    case 'send':
      if (state.mode === 'review') return confirm(turn)
      if (state.mode === 'group-menu') return done(closeGroup(turn))
      // Nobody's answer to a question is `gửi`: it would be kept as if it were one.
      return done(refuse(turn, { code: 'not-sendable-yet' }, { counts: false }))
    case 'add':
      return addOne(turn)
    case 'remove':
      return removeLine(turn, said)
    case 'move':
      return moveItem(turn, said)
    default:
      return showExamples(turn)
  }
}

/** `tiếp`: what is there stays, and on to the next; an open question is shown again. */
function goOn(turn: Turn): void {
  const { state } = turn
  if (state.mode === 'asking' && state.asked.every((path) => answerAt(state.answers, path) !== undefined))
    advance(turn)
  else if (state.mode === 'examples') goBack(turn)
}

function skip(turn: Turn): void {
  const { state, view } = turn
  if (state.mode !== 'asking') return state.mode === 'group-menu' ? closeGroup(turn) : goOn(turn)
  const open = state.asked.filter((path) => answerAt(state.answers, path) === undefined)
  const inside = placeOf(view, state.asked[0] ?? '')?.inside
  if (inside && Object.keys(inside.item.answers).length === 0 && open.length > 0)
    return skipItem(turn, inside.group)
  if (open.some((path) => placeOf(view, path)?.field.optional === false))
    return refuse(turn, { code: 'cannot-skip' }, { counts: false })
  for (const path of open) leaveEmpty(turn, path)
  advance(turn)
}

/** Nothing was said of this item yet: no further one, or none at all where there may be none. */
export function skipItem(turn: Turn, group: GroupField): void {
  const others = itemsOf(turn.state.answers, group.id).length > 1
  if (!others && !group.optional) return refuse(turn, { code: 'item-needed' }, { counts: false })
  if (others) turn.state.closed.push(group.id)
  else leaveEmpty(turn, group.id)
  advance(turn)
}

export function closeGroup(turn: Turn): void {
  const [group] = turn.state.asked
  if (group && !turn.state.closed.includes(group)) turn.state.closed.push(group)
  advance(turn)
}

/** `xong`: ends a long text, ticking, photos, a group. */
function end(turn: Turn): Reply | null {
  const { state, view } = turn
  // In the review only a word for sending sends: `xong` may be a message that crossed.
  if (state.mode === 'review') return done(refuse(turn, { code: 'ended-review' }, { counts: false }))
  if (state.mode === 'group-menu') return done(closeGroup(turn))
  if (state.mode === 'examples') return done(goBack(turn))
  const place = placeOf(view, state.asked[0] ?? '')
  if (state.collecting) return done(advance(turn))
  if (place?.field.kind === 'choices' && state.asked.length === 1 && state.picked.length > 0) {
    const checked = checkChoices(place.field, state.picked)
    if ('problem' in checked) return done(refuse(turn, checked.problem))
    record(turn, place.path, checked.value)
    return done(advance(turn))
  }
  if (state.asked.every((path) => answerAt(state.answers, path) !== undefined)) return done(advance(turn))
  const others = place?.inside && itemsOf(state.answers, place.inside.group.id).length > 1
  if (others && Object.keys(place.inside!.item.answers).length === 0)
    return done(skipItem(turn, place.inside!.group))
  // A long text was taken at once, and its `xong` comes after it.
  const before = state.last === null ? null : placeOf(view, state.last)
  const code = before?.field.kind === 'long-text' ? 'ended-before' : 'nothing-to-end'
  return done(refuse(turn, { code }, { counts: false }))
}

/** Hands the form in if nothing is open any more; else asks what is. */
export function confirm(turn: Turn): Reply {
  advance(turn)
  return turn.state.mode === 'review' ? { kind: 'confirmed' } : prompt
}

function addOne(turn: Turn): Reply | null {
  const group = presentGroup(turn)
  if (!group || turn.state.mode === 'asking') return null
  openItem(turn, group)
  return prompt
}

function showExamples(turn: Turn): Reply | null {
  const group = presentGroup(turn)
  const isHere =
    group && (turn.state.mode === 'group-menu' || turn.state.asked[0]?.startsWith(`${group.id}.`))
  if (!group || !isHere) return null
  if (listExamples(turn.view, group).length === 0)
    return done(refuse(turn, { code: 'no-examples' }, { counts: false }))
  showMenu(turn, group.id)
  turn.state.mode = 'examples'
  return prompt
}
