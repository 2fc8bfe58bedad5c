import type { SimpleField } from '../domain/form-definition.ts'
import { readDate } from '../domain/vietnamese-days.ts'
import { readNumber, readRatio } from '../domain/vietnamese-numbers.ts'
import { tidy } from '../domain/vietnamese-text.ts'
import { readYesNo } from '../domain/vietnamese-yes-no.ts'
import type { SimpleAnswer } from './answers.ts'
import type { FormContext } from './form-context.ts'
import type { Problem } from './form-outcome.ts'
import type { PeopleEntry } from './form-state.ts'
import { readChoice, readChoices } from './read-choice.ts'
import { readPeople } from './read-people.ts'

/** The value of an answer, why it cannot be taken, or people of whom more must be asked. */
export type ReadAnswer = { value: SimpleAnswer } | { problem: Problem } | { entries: PeopleEntry[] }

type FieldOf<Kind extends SimpleField['kind']> = Extract<SimpleField, { kind: Kind }>

/** Reads what was typed for one question. */
export function readAnswer(field: SimpleField, text: string, context: FormContext): ReadAnswer {
  switch (field.kind) {
    case 'short-text':
    case 'long-text':
      return readText(field, text)
    case 'choice':
      return readChoice(field.options, text)
    case 'choices':
      return readChoices(field, text)
    case 'number':
      return readNumberAnswer(field, text)
    case 'ratio':
      return readRatioAnswer(text)
    case 'date':
      return readDateAnswer(field, text, context)
    case 'yes-no':
      return readYesNoAnswer(text)
    case 'people':
      return readPeople(text, context.roster, context.away)
    case 'photo':
      return { problem: { code: 'photo-expected' } }
    case 'file':
      return { problem: { code: 'file-expected' } }
    default:
      throw new Error(`a ${field.kind} field is not asked`)
  }
}

function readText(field: FieldOf<'short-text' | 'long-text'>, text: string): ReadAnswer {
  const value = tidy(text)
  if (value.length <= field.max) return { value }
  return { problem: { code: 'text-too-long', values: { length: value.length, max: field.max } } }
}

function readNumberAnswer(field: FieldOf<'number'>, text: string): ReadAnswer {
  const value = readNumber(text, { whole: field.whole })
  if (value === null) return { problem: { code: 'not-a-number' } }
  if (field.whole && !Number.isInteger(value)) return { problem: { code: 'not-whole', values: { value } } }
  const { min = field.whole ? 0 : undefined, max } = field
  if (min !== undefined && value < min) return { problem: { code: 'number-below', values: { value, min } } }
  if (max !== undefined && value > max) return { problem: { code: 'number-above', values: { value, max } } }
  return { value }
}

function readRatioAnswer(text: string): ReadAnswer {
  const value = readRatio(text)
  if (!value) return { problem: { code: 'not-a-ratio' } }
  return value.part > value.whole ? { problem: { code: 'part-over-whole', values: { ...value } } } : { value }
}

function readDateAnswer(field: FieldOf<'date'>, text: string, { today }: FormContext): ReadAnswer {
  const read = readDate(text, today, field.past_only ? 'past' : 'any')
  if ('problem' in read) return { problem: { code: read.problem } }
  if (field.past_only && read.day > today)
    return { problem: { code: 'date-in-future', values: { day: read.day } } }
  return { value: read.day }
}

function readYesNoAnswer(text: string): ReadAnswer {
  const said = text.trim()
  const value = said === '1' ? true : said === '2' ? false : readYesNo(text)
  return value === null ? { problem: { code: 'yes-no-unclear' } } : { value }
}
