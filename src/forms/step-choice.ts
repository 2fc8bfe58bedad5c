import type { FormVerb } from '../domain/vietnamese-verbs.ts'
import { itemsOf, type Path, pathOf } from './answers.ts'
import { fieldNumbers, findGroup, type GroupField, isAsked, placeOf } from './form-places.ts'
import type { FormView } from './form-view.ts'
import { listExamples } from './list-examples.ts'
import { prompt, type Reply } from './reply.ts'
import { takeExamples } from './step-examples.ts'
import { giveReason, nextPeopleQuestion, pickPerson } from './step-people.ts'
import { confirm, takeVerb } from './step-verb.ts'
import { takeAnswer } from './take-answers.ts'
import type { Turn } from './turn.ts'

/*
 * Ids of choices are short and keep their meaning for good: `f:3:2` second option of question 3, `f:3.i2.1:2`
 * the same inside an item, `t:3` ticking is done, `g:3:add`, `e:3:1`; those that depend on the moment carry
 * the state's revision (`p:12:1`, `w:12:1`, `x:12:yes`, `v:skip:12`) or its edits (`c:7`).
 */

const alwaysSafe: readonly FormVerb[] = ['help', 'where', 'show', 'later', 'cancel']

/** The part of a choice's id that names a question: by printed number, items by their own id. */
export function choiceKey(view: FormView, path: Path): string {
  const place = placeOf(view, path)
  if (!place?.inside) return String(fieldNumbers(view.definition).get(path) ?? '')
  const group = fieldNumbers(view.definition).get(place.inside.group.id)
  return `${group}.${place.inside.item.id}.${place.key}`
}

/** A pressed button: acts only where it still means what it meant when it was made. */
export function takeChoice(turn: Turn, id: string): Reply {
  const { state } = turn
  const [kind, subject = '', what = ''] = id.split(':')
  const stale: Reply = { kind: 'stale', why: 'old-button' }
  const isNow = Number(subject) === state.revision
  if (kind === 'x') {
    if (!state.cancelAsked || !isNow) return stale
    if (what === 'yes') return { kind: 'cancelled' }
    state.cancelAsked = false
    return prompt
  }
  const wasCancelAsked = state.cancelAsked
  state.cancelAsked = false
  const reply = act(turn, kind ?? '', subject, what, isNow) ?? stale
  if (reply === stale) state.cancelAsked = wasCancelAsked
  return reply
}

function act(turn: Turn, kind: string, subject: string, what: string, isNow: boolean): Reply | null {
  const { state } = turn
  switch (kind) {
    case 'f':
      return chooseOption(turn, subject, Number(what))
    case 't':
      return isAskedNow(turn, subject) ? takeVerb(turn, { verb: 'done' }) : null
    case 'g':
      return useMenu(turn, subject, what)
    case 'e':
      return pickExample(turn, subject, Number(what))
    case 'p':
    case 'w':
      return isNow ? settlePeople(turn, kind, Number(what)) : null
    case 'c':
      return state.mode === 'review' && Number(subject) === state.edits ? confirm(turn) : null
    case 'v':
      return useVerb(turn, subject as FormVerb, what)
    default:
      return null
  }
}

function isAskedNow({ view, state }: Turn, key: string): boolean {
  return (
    state.mode === 'asking' &&
    state.people === null &&
    state.asked.length === 1 &&
    choiceKey(view, state.asked[0]!) === key
  )
}

function chooseOption(turn: Turn, key: string, number: number): Reply | null {
  const { state, view } = turn
  const place = isAskedNow(turn, key) ? placeOf(view, state.asked[0]!) : null
  if (!place) return null
  if (place.field.kind === 'choices') {
    const id = place.field.options[number - 1]?.id
    if (!id) return null
    state.picked = state.picked.includes(id)
      ? state.picked.filter((one) => one !== id)
      : [...state.picked, id]
    return prompt
  }
  if (place.field.kind !== 'choice' && place.field.kind !== 'yes-no') return null
  takeAnswer(turn, place, String(number))
  return prompt
}

function groupOf({ view }: Turn, number: string): GroupField | null {
  const id = [...fieldNumbers(view.definition)].find(([, one]) => String(one) === number)?.[0]
  return id ? findGroup(view.definition, id) : null
}

function useMenu(turn: Turn, number: string, what: string): Reply | null {
  const { state } = turn
  const group = groupOf(turn, number)
  if (!group) return null
  const isMenu = state.mode === 'group-menu' && state.asked[0] === group.id
  const [first] = group.fields.filter(isAsked)
  const items = itemsOf(state.answers, group.id)
  const fresh = items.at(-1)
  const isFresh =
    fresh !== undefined &&
    Object.keys(fresh.answers).length === 0 &&
    state.asked[0] === pathOf(first?.id ?? '', { group: group.id, item: fresh.id })
  if (what === 'add') return isMenu ? takeVerb(turn, { verb: 'add' }) : isFresh ? prompt : null
  if (what === 'done')
    return isMenu || (isFresh && items.length > 1) ? takeVerb(turn, { verb: 'done' }) : null
  return isMenu || isFresh ? takeVerb(turn, { verb: 'examples' }) : null
}

function pickExample(turn: Turn, number: string, choice: number): Reply | null {
  const group = groupOf(turn, number)
  const example = group ? listExamples(turn.view, group)[choice - 1] : undefined
  if (!group || !example || turn.state.mode !== 'examples' || turn.state.asked[0] !== group.id) return null
  takeExamples(turn, group, [example])
  return prompt
}

function settlePeople(turn: Turn, kind: string, number: number): Reply | null {
  const question = turn.state.people && nextPeopleQuestion(turn.state.people.entries)
  if (kind === 'w' && question?.kind === 'reason') {
    giveReason(turn, number === 1)
    return prompt
  }
  const personId = question?.kind === 'who' ? question.entry.candidates[number - 1] : undefined
  if (kind !== 'p' || !personId) return null
  pickPerson(turn, personId)
  return prompt
}

function useVerb(turn: Turn, verb: FormVerb, revision: string): Reply | null {
  if (!alwaysSafe.includes(verb) && Number(revision) !== turn.state.revision) return null
  return takeVerb(turn, { verb })
}
