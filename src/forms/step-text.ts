import { plain, tidy } from '../domain/vietnamese-text.ts'
import { isThanks } from '../domain/vietnamese-thanks.ts'
import { readVerb } from '../domain/vietnamese-verbs.ts'
import { readYesNo } from '../domain/vietnamese-yes-no.ts'
import { answerAt, itemsOf, type Path, type SimpleAnswer } from './answers.ts'
import { pickExamples } from './step-examples.ts'
import { findGroup, type Place, placeOf } from './form-places.ts'
import { findKeyed, isKeyedFromPaper, splitKeyed } from './keyed-answers.ts'
import { isOptionWords } from './read-choice.ts'
import { keepForItem } from './keep-for-item.ts'
import { readAnswer } from './read-answer.ts'
import { prompt, type Reply } from './reply.ts'
import { answerAboutPeople } from './step-people.ts'
import { editNumber } from './step-lines.ts'
import { closeGroup, takeVerb } from './step-verb.ts'
import { saysNone, takeAnswer, takeEditedParts, takeKeyed, takeParts } from './take-answers.ts'
import { advance, openItem, record, refuse, type Turn } from './turn.ts'

const inlineEdit = /^(?:sửa|sua|edit)(?: (?:câu|cau|dòng|dong))? (\d+(?:\.\d+){0,2}) ?[:=] ?/iu

/** Whatever was typed: numbers of the printed form, a verb, or an answer to what is asked. */
export function takeText(turn: Turn, raw: string, seen: number): Reply {
  const { state } = turn
  const text = tidy(raw)
  const places = askedPlaces(turn)
  if (text === '') return prompt
  if (state.cancelAsked) return answerCancel(turn, text)
  const isPrinted = isKeyedFromPaper(text)
  const keyed = splitKeyed(text.replace(inlineEdit, '$1='), (key) => findKeyed(turn, key, isPrinted) !== null)
  if (keyed) {
    takeKeyed(turn, keyed, isPrinted)
    return prompt
  }
  const [first] = places
  const isOption =
    places.length === 1 && first && 'options' in first.field && isOptionWords(first.field.options, text)
  const verb = isOption ? null : readVerb(text)
  const reply = verb && takeVerb(turn, verb)
  if (reply) return reply
  if (seen < state.revision) return takeCrossed(turn, text)
  if (isThanks(text)) return refused(turn, () => refuse(turn, { code: 'thanks-only' }, { counts: false }))
  switch (state.mode) {
    case 'group-menu':
      return takeNextItem(turn, text)
    case 'examples':
      return pickExamples(turn, text)
    case 'review':
      return takeReviewText(turn, text)
    default:
      return takeAsked(turn, places, text)
  }
}

/** The questions of the last prompt that still exist. */
export function askedPlaces({ view, state }: Turn): Place[] {
  if (state.mode !== 'asking') return []
  return state.asked.flatMap((path) => placeOf(view, path) ?? [])
}

function takeAsked(turn: Turn, places: Place[], text: string): Reply {
  const [only] = places
  if (!only) return refused(turn, () => advance(turn))
  if (turn.state.people) answerAboutPeople(turn, text)
  else if (places.length > 1) takeParts(turn, places, text)
  else if (only.field.kind === 'long-text' && !saysNone(turn, only, text)) return takePiece(turn, only, text)
  else if (only.field.kind !== 'long-text' && !keepForItem(turn, only, text)) takeAnswer(turn, only, text)
  return prompt
}

/** A long text may come in several messages: each is kept at once, and the question stays open for more. */
function takePiece(turn: Turn, place: Place, text: string): Reply {
  const { state, view } = turn
  const before = state.collecting === place.path ? (answerAt(state.answers, place.path) as string) : null
  const read = readAnswer(place.field, before === null ? text : `${before}\n${text}`, view.context)
  if (!('value' in read)) return refused(turn, () => 'problem' in read && refuse(turn, read.problem))
  record(turn, place.path, read.value, { joined: before !== null })
  if (before === null && text.length < (view.context.pieceLength ?? 0)) {
    advance(turn)
    return prompt
  }
  state.collecting = place.path
  return {
    kind: 'fragment-kept',
    path: place.path,
    length: (read.value as string).length,
    first: before === null,
  }
}

/** Sent before its question was seen: more of a long text that was just given, or nothing that can be placed. */
function takeCrossed(turn: Turn, text: string): Reply {
  const { state, view } = turn
  const place = state.last ? placeOf(view, state.last) : null
  const before = place ? answerAt(state.answers, place.path) : undefined
  if (place?.field.kind === 'long-text' && typeof before === 'string') {
    const read = readAnswer(place.field, `${before}\n${text}`, view.context)
    if ('value' in read) {
      record(turn, place.path, read.value, { joined: true })
      return { kind: 'fragment-kept', path: place.path, length: `${before}\n${text}`.length, first: false }
    }
  }
  return { kind: 'stale', why: 'crossed' }
}

/** At a group's menu the next item may be typed at once; its last words again are a message sent twice. */
function takeNextItem(turn: Turn, text: string): Reply {
  const group = findGroup(turn.view.definition, turn.state.asked[0]!)
  if (!group) return refused(turn, () => advance(turn))
  if (/^\d+$/.test(plain(text))) return refused(turn, () => refuse(turn, { code: 'menu-unclear' }))
  const more = readYesNo(text)
  if (more === false) return refused(turn, closeGroup)
  if (more === true)
    return refused(turn, () =>
      plain(text).startsWith('co') ? openItem(turn, group) : refuse(turn, { code: 'menu-unclear' }),
    )
  const previous = itemsOf(turn.state.answers, group.id).at(-1)
  const said = plain(text)
  if (previous && Object.values(previous.answers).some((answer) => repeats(answer, said)))
    return refused(turn, () => refuse(turn, { code: 'same-as-before' }, { counts: false }))
  openItem(turn, group)
  const places = askedPlaces(turn)
  if (places.length > 1) takeParts(turn, places, text)
  else if (places[0]?.field.kind === 'long-text') return takePiece(turn, places[0], text)
  else if (places[0] && !keepForItem(turn, places[0], text)) takeAnswer(turn, places[0], text)
  return prompt
}

function repeats(answer: SimpleAnswer, said: string): boolean {
  return typeof answer === 'string' && plain(answer) === said
}

function takeReviewText(turn: Turn, text: string): Reply {
  const number = /^(?:cau |so )?(\d+(?:\.\d+){0,2})$/.exec(plain(text))?.[1]
  if (number) editNumber(turn, number, false)
  else refuse(turn, { code: 'review-unclear' })
  return prompt
}

function answerCancel(turn: Turn, text: string): Reply {
  const verb = readVerb(text)?.verb
  const said = plain(text)
  const yes =
    said === '1' ||
    verb === 'cancel' ||
    verb === 'confirm' ||
    verb === 'send' ||
    (!isThanks(text) && readYesNo(text) === true)
  if (yes) return { kind: 'cancelled' }
  if (said === '2' || readYesNo(text) === false || verb) turn.state.cancelAsked = false
  else refuse(turn, { code: 'cancel-unclear' }, { counts: false })
  return verb === 'later' ? { kind: 'paused' } : prompt
}

/** An edited message: its answers change, wherever the person is now. */
export function takeEdited(turn: Turn, paths: readonly Path[], text: string): Reply {
  const { state, view } = turn
  const places = paths.flatMap((path) => placeOf(view, path) ?? [])
  if (places.length === 0 || places.some(({ path }) => answerAt(state.answers, path) === undefined))
    return refused(turn, () => refuse(turn, { code: 'edit-lost' }, { counts: false }))
  const joined = places.find(({ path }) => state.joined.includes(path))
  if (joined) {
    const problem = { code: 'edit-by-line', values: { number: joined.number } } as const
    return refused(turn, () => refuse(turn, problem, { counts: false }))
  }
  const { last } = state
  takeEditedParts(turn, places, tidy(text))
  state.last = last
  return turn.recorded.length > 0 ? { kind: 'answer-changed', paths: [...turn.recorded] } : prompt
}

function refused(turn: Turn, act: (turn: Turn) => unknown): Reply {
  act(turn)
  return prompt
}
