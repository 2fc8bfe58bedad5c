import { formatDay } from '../time.ts'
import type { FormLine, ShownValue } from './list-lines.ts'

/** A sentence of `locales/` by its key. */
export type Say = (key: string, values?: Record<string, string | number>) => string

/** Names of the authors of shared drafts; null shows none. */
export type NameOf = (personId: string) => string | null

/** Numbered lines for a review, `xem` or a receipt; what is only shown and not known of this person is left out. */
export function describeLines(all: readonly FormLine[], t: Say, nameOf: NameOf = () => null): string {
  const lines = all.filter(({ state, value }) => state !== 'known' || value !== null)
  return lines
    .map((line, index) => {
      const value = line.value
        ? describeValue(line.value, t)
        : t(line.state === 'skipped' ? 'form-value-skipped' : 'form-value-none')
      const author = line.author ? nameOf(line.author) : null
      const by = author ? ` ${t('form-line-author', { name: author })}` : ''
      return `${markOf(line, lines[index - 1])}${line.label}: ${value}${by}`
    })
    .join('\n')
}

/**
 * `3. `, `3.1. ` for the first line of an item, a dash for its further lines: on paper they have a third number, in
 * chat `sửa 3.1` asks the whole item.
 */
function markOf(line: FormLine, previous: FormLine | undefined): string {
  if (line.number === null) return line.depth === 1 ? '   – ' : ''
  const item = itemNumber(line.number)
  if (previous?.number && previous.depth === 1 && itemNumber(previous.number) === item) return '   – '
  return `${item}. `
}

/** `3.1` of `3.1.2`. */
export function itemNumber(number: string): string {
  return number.split('.').slice(0, 2).join('.')
}

export function describeValue(value: ShownValue, t: Say): string {
  switch (value.kind) {
    case 'number':
      return value.unit
        ? t('form-value-number-unit', { value: value.value, unit: value.unit })
        : t('form-value-number', { value: value.value })
    case 'percent':
      return t('form-value-percent', { value: value.value })
    case 'ratio':
      return `${value.part}/${value.whole}`
    case 'day':
      return formatDay(value.day)
    case 'options':
      return value.labels.join('; ')
    case 'yes-no':
      return t(value.yes ? 'form-value-yes' : 'form-value-no')
    case 'people':
      return peopleWords(value, t)
    case 'files':
      return t('form-value-files', { count: value.count })
    case 'count':
      return String(value.count)
    default:
      return value.text
  }
}

function peopleWords(value: Extract<ShownValue, { kind: 'people' }>, t: Say): string {
  const { present, due } = value
  const parts = [t(present === due ? 'form-value-all-present' : 'form-value-present', { present, due })]
  if (value.excused.length > 0) parts.push(t('form-value-excused', { names: namesWords(value.excused) }))
  if (value.unexcused.length > 0)
    parts.push(t('form-value-unexcused', { names: namesWords(value.unexcused) }))
  return parts.join('; ')
}

function namesWords(people: readonly { name: string; reason: string | null }[]): string {
  return people.map(({ name, reason }) => (reason ? `${name} (${reason})` : name)).join(', ')
}
