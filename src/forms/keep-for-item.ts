import { plain } from '../domain/vietnamese-text.ts'
import type { SimpleField } from '../domain/form-definition.ts'
import { blocksOf, isOpen, type Place, placeOf } from './form-places.ts'
import { optionWords } from './read-choice.ts'
import { readAnswer } from './read-answer.ts'
import { splitParts } from './split-parts.ts'
import { takeEach } from './take-answers.ts'
import { refuse, type Turn } from './turn.ts'

type ChoiceField = Extract<SimpleField, { kind: 'choice' }>

/**
 * Where a deed is sorted before it is told, people tell it first: a sentence that is none of the options goes to the
 * item's own text, and the sort is asked once more. False: it is an answer (or a slip) about the options.
 */
export function keepForItem(turn: Turn, place: Place, text: string): boolean {
  const { field, inside } = place
  if (!inside || field.kind !== 'choice' || !isOtherSentence(field, text, turn)) return false
  const isOpenText = (path: string) => {
    const kind = placeOf(turn.view, path)?.field.kind
    return (kind === 'long-text' || kind === 'short-text') && isOpen(turn.view, turn.state.skipped, path)
  }
  const block = blocksOf(turn.view, inside).find(([first]) => first !== place.path && isOpenText(first!))
  const open = (block ?? []).filter((path) => isOpen(turn.view, turn.state.skipped, path))
  const places = open.flatMap((path) => placeOf(turn.view, path) ?? [])
  const fits = (one: SimpleField, part: string) => !('problem' in readAnswer(one, part, turn.view.context))
  const parts = splitParts(
    places.map((one) => one.field),
    text,
    fits,
  )
  if (places.length === 0 || !parts) return false
  const { problem } = takeEach(
    turn,
    parts.map((part) => ({ path: places[part.index]!.path, text: part.text })),
  )
  turn.noted = [...turn.recorded]
  if (problem) refuse(turn, problem)
  return true
}

/** At least three words, and most of them in none of the options. */
function isOtherSentence(field: ChoiceField, text: string, turn: Turn): boolean {
  const words = plain(text).split(' ')
  if (words.length < 3 || 'value' in readAnswer(field, text, turn.view.context)) return false
  return field.options.every((option) => {
    const known = optionWords(option)
    return words.filter((word) => known.has(word)).length * 2 < words.length
  })
}
