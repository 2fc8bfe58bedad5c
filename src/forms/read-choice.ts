import type { SimpleField, Wording } from '../domain/form-definition.ts'
import { readNumberWords } from '../domain/vietnamese-numbers.ts'
import { plain } from '../domain/vietnamese-text.ts'
import type { Problem } from './form-outcome.ts'

type ChoicesField = Extract<SimpleField, { kind: 'choices' }>
type Options = ChoicesField['options']

/** One option, by its number, its words, or a part of its words that fits no other. */
export function readChoice(options: Options, text: string): { value: string } | { problem: Problem } {
  const found = findOption(options, text)
  return found ? { value: found } : { problem: { code: 'choice-unknown', values: { count: options.length } } }
}

/** Several options: `1, 3`, `1 3`, their words with commas between, `tất cả`; in the form's order. */
export function readChoices(field: ChoicesField, text: string): { value: string[] } | { problem: Problem } {
  const said = plain(text)
  const ids: string[] = []
  if (said === 'tat ca' || said === 'ca' || said === 'all') ids.push(...field.options.map(({ id }) => id))
  else if (!(field.min === 0 && /^(?:khong|khong co|chua co|0)$/.test(said)))
    for (const part of parts(field.options, said)) {
      const id = findOption(field.options, part)
      if (!id) return { problem: { code: 'choice-unknown', values: { count: field.options.length } } }
      ids.push(id)
    }
  return checkChoices(field, ids)
}

/** Whether so many options may be chosen; puts them in the form's order, once each. */
export function checkChoices(
  field: ChoicesField,
  ids: readonly string[],
): { value: string[] } | { problem: Problem } {
  const value = field.options.map(({ id }) => id).filter((id) => ids.includes(id))
  if (value.length < field.min) return { problem: { code: 'choices-too-few', values: { min: field.min } } }
  if (field.max !== undefined && value.length > field.max)
    return { problem: { code: 'choices-too-many', values: { max: field.max } } }
  return { value }
}

/** Whether the text is exactly an option's words: then it is no verb, even `để sau`. */
export function isOptionWords(options: Options, text: string): boolean {
  const said = plain(text)
  return options.some((option) => labels(option.label).includes(said))
}

/** Every word of an option's label, in both languages. */
export function optionWords(option: Options[number]): Set<string> {
  return new Set(labels(option.label).flatMap((label) => label.split(' ')))
}

function findOption(options: Options, text: string): string | null {
  const said = plain(text)
    .replace(/^(?:so|chon|muc|y) (?=\S)/, '')
    .replace(/^\((\d+)\)$|^(\d+)[.)]$/, '$1$2')
  if (said === '') return null
  const number = /^\d+$/.test(said) ? Number(said) : null
  if (number !== null && options[number - 1]) return options[number - 1]!.id
  const exact = options.filter((option) => option.id === text || labels(option.label).includes(said))
  if (exact.length === 1) return exact[0]!.id
  const begun = options.filter((option) => labels(option.label).some((label) => label.startsWith(said)))
  if (said.length > 1 && begun.length === 1) return begun[0]!.id
  const word = ` ${said} `
  const within = options.filter((option) => labels(option.label).some((label) => ` ${label} `.includes(word)))
  if (said.length > 1 && within.length === 1) return within[0]!.id
  const spelt = readNumberWords(said)
  return spelt !== null ? (options[spelt - 1]?.id ?? null) : null
}

function parts(options: Options, said: string): string[] {
  if (isOptionWords(options, said)) return [said]
  if (/^[\d\s]+$/.test(said)) return said.split(/\s+/)
  return said
    .split(/\s*[,;+&]\s*| va | and /)
    .map((part) => part.trim())
    .filter((part) => part !== '')
}

function labels(label: Wording): string[] {
  return (typeof label === 'string' ? [label] : [label.vi, label.en]).map(plain)
}
