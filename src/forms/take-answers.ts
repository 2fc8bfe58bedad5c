import { readYesNo } from '../domain/vietnamese-yes-no.ts'
import { itemsOf, type Path } from './answers.ts'
import type { Problem } from './form-outcome.ts'
import { isOpen, type Place, placeOf } from './form-places.ts'
import type { PeopleEntry } from './form-state.ts'
import { findKeyed, type KeyedAnswer, pathOfKeyed, rowsNow, splitKeyed } from './keyed-answers.ts'
import { readAnswer } from './read-answer.ts'
import { splitParts } from './split-parts.ts'
import { advance, ask, itemPaths, leaveEmpty, record, refuse, type Turn } from './turn.ts'

/** Answers to the one question asked. */
export function takeAnswer(turn: Turn, place: Place, text: string): void {
  if (saysNone(turn, place, text)) return
  const read = readAnswer(place.field, text, turn.view.context)
  if ('problem' in read) return refuse(turn, read.problem)
  if ('entries' in read) return askAboutPeople(turn, place.path, read.entries)
  record(turn, place.path, read.value)
  advance(turn)
}

/** `không có` leaves an optional question or group empty; in words and figures it is an answer of its own. */
export function saysNone(turn: Turn, { field, inside, path }: Place, text: string): boolean {
  if (readYesNo(text) !== false) return false
  if (inside && isEmpty(inside.item.answers)) {
    const { group } = inside
    const others = itemsOf(turn.state.answers, group.id).length > 1
    if (!others && !group.optional) refuse(turn, { code: 'item-needed' }, { counts: false })
    else {
      if (others) turn.state.closed.push(group.id)
      else leaveEmpty(turn, group.id)
      advance(turn)
    }
    return true
  }
  if (!field.optional || /text|number|yes-no|people/.test(field.kind)) return false
  leaveEmpty(turn, path)
  advance(turn)
  return true
}

function isEmpty(answers: object): boolean {
  return Object.keys(answers).length === 0
}

/** One message for several questions asked together. What it leaves out is asked again, or left empty if it may be. */
export function takeParts(turn: Turn, places: Place[], text: string): void {
  const { context } = turn.view
  if (places[0]?.inside && saysNone(turn, places[0], text)) return
  const parts = splitParts(
    places.map((place) => place.field),
    text,
    (field, part) => !('problem' in readAnswer(field, part, context)),
  )
  if (!parts) return refuse(turn, { code: 'say-which' })
  const taken = takeEach(
    turn,
    parts.map((part) => ({ path: places[part.index]!.path, text: part.text })),
  )
  finishPart(
    turn,
    places.map((place) => place.path),
    taken,
  )
}

/** `1=… 2=…`, at any time: each number to its own question. */
export function takeKeyed(turn: Turn, keyed: readonly KeyedAnswer[], isPrinted: boolean): void {
  const unknown = keyed.find((one) => !findKeyed(turn, one.key, isPrinted))
  if (unknown) return refuse(turn, { code: 'number-unknown', values: { number: unknown.key } })
  const places = keyed.map((one) => ({ place: findKeyed(turn, one.key, isPrinted), text: one.text }))
  const asked = [...turn.state.asked]
  const rows = rowsNow(turn)
  const known = new Set(rows.values())
  const taken = takeEach(
    turn,
    places.flatMap(({ place, text }) =>
      place && text !== '' ? [{ path: pathOfKeyed(turn, place, rows), text }] : [],
    ),
  )
  for (const id of rows.values()) if (!known.has(id)) leaveRestEmpty(turn, id)
  const isOfQuestion = asked.some((path) => turn.recorded.includes(path))
  finishPart(turn, isOfQuestion ? asked.filter((path) => placeOf(turn.view, path)) : [], taken)
}

/** What a new row leaves blank may stay so, where it is optional. */
function leaveRestEmpty(turn: Turn, id: string): void {
  for (const group of turn.view.definition.fields) {
    const item = itemsOf(turn.state.answers, group.id).find((one) => one.id === id)
    if (group.kind !== 'group' || !item) continue
    for (const path of itemPaths(turn, group, item))
      if (isOpen(turn.view, turn.state.skipped, path) && placeOf(turn.view, path)?.field.optional)
        leaveEmpty(turn, path)
  }
}

/** A message that was edited later: its answers change, and the present question stays. */
export function takeEditedParts(turn: Turn, places: Place[], text: string): void {
  const { context } = turn.view
  const keyed = splitKeyed(text, (key) => places.some((place) => place.number === key || place.key === key))
  const byKey = (key: string) => places.find((place) => place.number === key || place.key === key)
  const parts = keyed
    ? keyed.flatMap(({ key, text }) => {
        const path = byKey(key)?.path
        return path ? [{ path, text }] : []
      })
    : splitParts(
        places.map((place) => place.field),
        text,
        (field, part) => !('problem' in readAnswer(field, part, context)),
      )?.map((part) => ({ path: places[part.index]!.path, text: part.text }))
  const { problem, people } = takeEach(turn, parts ?? [])
  const lost = people
    ? { code: 'edit-by-line' as const, values: { number: placeOf(turn.view, people.path)?.number ?? '' } }
    : null
  const wrong = problem ?? lost ?? (parts ? null : { code: 'edit-lost' as const })
  if (wrong) refuse(turn, wrong, { counts: false })
}

interface Taken {
  problem: Problem | null
  people: { path: Path; entries: PeopleEntry[] } | null
}

export function takeEach(turn: Turn, answers: readonly { path: Path; text: string }[]): Taken {
  const taken: Taken = { problem: null, people: null }
  for (const { path, text } of answers) {
    const place = placeOf(turn.view, path)
    if (!place) continue
    const read = readAnswer(place.field, text, turn.view.context)
    if ('value' in read) record(turn, path, read.value)
    else if ('entries' in read) taken.people ??= { path, entries: read.entries }
    else taken.problem ??= { ...read.problem, path }
  }
  return taken
}

function finishPart(turn: Turn, asked: readonly Path[], { problem, people }: Taken): void {
  const { state, view } = turn
  turn.noted = turn.recorded.length > 0 ? [...turn.recorded] : []
  const waits = (path: Path) => path === problem?.path || path === people?.path
  const open = asked.filter((path) => isOpen(view, state.skipped, path) && !waits(path))
  const isOptional = (path: Path) => placeOf(view, path)?.field.optional === true
  if (turn.recorded.length > 0) for (const path of open.filter(isOptional)) leaveEmpty(turn, path)
  const wanted = open.filter((path) => !state.skipped.includes(path))
  if (people) {
    askAboutPeople(turn, people.path, people.entries)
    return
  }
  if (!problem) {
    if (wanted.length > 0) ask(turn, wanted)
    else advance(turn)
    // A menu or review shows them anyway.
    if (state.mode !== 'asking') turn.noted = []
    return
  }
  refuse(turn, problem)
  if (turn.recorded.length > 0 || !asked.includes(problem.path!)) {
    const order = [...asked, problem.path!]
    ask(
      turn,
      [...new Set(order)].filter((path) => path === problem.path || wanted.includes(path)),
    )
  }
}

/** Keeps whom the person named and asks which of several, or whether there was a reason. */
export function askAboutPeople(turn: Turn, path: Path, entries: PeopleEntry[]): void {
  ask(turn, [path])
  turn.state.people = { path, entries }
}
