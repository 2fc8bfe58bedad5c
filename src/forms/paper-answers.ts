import type { FormDefinition, SimpleField } from '../domain/form-definition.ts'
import type { Day } from '../time.ts'
import { type FormAnswers, type GroupItem, itemsOf } from './answers.ts'

/** What a sheet of paper says: the day on it, and the deeds or words. */
export interface PaperFacts {
  day: Day
  deeds: readonly string[]
}

/**
 * The answers of a form that are known from paper: deeds where the form asks for them, else the words in the
 * first text; the day where it asks when the session was held. The rest stays unanswered. `newRef`: the id of
 * each deed.
 */
export function paperAnswers(
  definition: FormDefinition,
  { day, deeds }: PaperFacts,
  newRef: () => string,
): FormAnswers {
  const answers: FormAnswers = {}
  for (const field of definition.fields)
    if (field.kind === 'date' && field.measure === 'sessions_held') answers[field.id] = day
  if (deeds.length === 0) return answers
  const place = placeOfWords(definition)
  if (!place) return answers
  if (!place.group) answers[place.field.id] = deeds.join('; ')
  else
    answers[place.group] = deeds.map((deed, index): GroupItem => ({
      id: `i${index + 1}`,
      ref: newRef(),
      answers: { [place.field.id]: deed },
    }))
  return answers
}

/** The most characters that the form takes where these words would stand; null: they fit. */
export function tooLongForPaper(definition: FormDefinition, deeds: readonly string[]): number | null {
  const place = placeOfWords(definition)
  if (!place) return null
  const longest = place.group ? Math.max(0, ...deeds.map((deed) => deed.length)) : deeds.join('; ').length
  return longest > place.field.max ? place.field.max : null
}

/** What paper said, read back from such answers: the same facts give the same words. */
export function paperDeeds(definition: FormDefinition, answers: FormAnswers): string[] {
  const place = placeOfWords(definition)
  if (!place) return []
  const said = place.group
    ? itemsOf(answers, place.group).map((item) => item.answers[place.field.id])
    : [answers[place.field.id]]
  return said.filter((words) => typeof words === 'string')
}

/** The deeds of such answers, by the id that each keeps. */
export function paperItems(definition: FormDefinition, answers: FormAnswers): GroupItem[] {
  const group = definition.fields.find((field) => field.kind === 'group' && field.deeds)
  return group ? itemsOf(answers, group.id) : []
}

type TextField = SimpleField & { kind: 'short-text' | 'long-text' }

function placeOfWords(definition: FormDefinition): { group: string | null; field: TextField } | null {
  for (const field of definition.fields) {
    if (field.kind !== 'group' || !field.deeds) continue
    const inside = field.fields.find((one): one is TextField => isText(one) && one.id !== field.deed_kind)
    if (inside) return { group: field.id, field: inside }
  }
  const plain = definition.fields.find((field): field is TextField => isText(field))
  return plain ? { group: null, field: plain } : null
}

function isText(field: { kind: string }): boolean {
  return field.kind === 'short-text' || field.kind === 'long-text'
}
