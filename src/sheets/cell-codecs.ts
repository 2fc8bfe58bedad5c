import { parse, stringify } from 'yaml'
import { foldVietnamese } from '../domain/vietnamese-fold.ts'

/**
 * How one value of a programme stands in a cell. `read` gives undefined for a cell that says nothing, and what
 * was typed for a cell that it does not understand: the schema then says what is wrong with it.
 */
export interface Codec {
  write(value: unknown): string
  read(text: string): unknown
}

/** What an empty text or an empty list is written as: an empty cell says nothing at all. */
const EMPTY_TEXT = '""'
const EMPTY_LIST = 'không'

const words = (text: string) => text.trim()

/** Words for people: lines and blanks stay. */
export const text: Codec = {
  write: (value) => (value === '' ? EMPTY_TEXT : shown(value)),
  read: (cell) => {
    if (words(cell) === '') return undefined
    return words(cell) === EMPTY_TEXT ? '' : cell
  },
}

export const code: Codec = { write: text.write, read: (cell) => text.read(words(cell)) }

export const number: Codec = {
  write: shown,
  read: (cell) => {
    const typed = words(cell)
    if (typed === '') return undefined
    const value = Number(typed.replace(',', '.'))
    return Number.isNaN(value) ? typed : value
  },
}

/** A year, or `theo năm hiện tại`. */
export const year: Codec = {
  write: (value) => (value === 'follows-clock' ? 'theo năm hiện tại' : shown(value)),
  read: (cell) =>
    foldVietnamese(cell) === 'theo nam hien tai' || words(cell) === 'follows-clock'
      ? 'follows-clock'
      : number.read(cell),
}

/** `9/3/2026` and `9/3` beside `2026-03-09` and `03-09`. */
export const day: Codec = {
  write: shown,
  read: (cell) => {
    const typed = words(cell)
    const parts = /^(\d{1,2})[/.](\d{1,2})(?:[/.](\d{4}))?$/.exec(typed)
    if (!parts) return text.read(typed)
    const [, date, month, ofYear] = parts
    const rest = `${month!.padStart(2, '0')}-${date!.padStart(2, '0')}`
    return ofYear ? `${ofYear}-${rest}` : rest
  },
}

/** Said only where it is not the usual; null: nothing is. */
export function yesNo(usual: boolean | null): Codec {
  return {
    write: (value) => (value === undefined || value === usual ? '' : value ? 'có' : 'không'),
    read: (cell) => {
      const typed = foldVietnamese(cell)
      if (typed === '') return undefined
      if (['co', 'x', 'yes', 'true', '1'].includes(typed)) return true
      return ['khong', 'no', 'false', '0'].includes(typed) ? false : cell
    },
  }
}

/** `a; b`. A list that cannot be said so is a YAML list. */
export const list: Codec = {
  write: (value) => {
    if (!Array.isArray(value)) return ''
    if (value.length === 0) return EMPTY_LIST
    const items = value.map(String)
    const plain = items.every((item) => item !== '' && item === words(item) && !/[;\n]/.test(item))
    const isPlain = plain && !items[0]!.startsWith('[') && !(items.length === 1 && items[0] === EMPTY_LIST)
    return isPlain ? items.join('; ') : flow(value)
  },
  read: (cell) => {
    const typed = words(cell)
    if (typed === '') return undefined
    if (typed.startsWith('[')) return parseYaml(typed)
    if (foldVietnamese(typed) === 'khong') return []
    return typed
      .split(';')
      .map(words)
      .filter((item) => item !== '')
  },
}

/** A list that is empty by itself. */
export const mostlyEmptyList: Codec = {
  write: (value) => (Array.isArray(value) && value.length === 0 ? '' : list.write(value)),
  read: list.read,
}

export const numbers: Codec = {
  write: list.write,
  read: (cell) => {
    const items = list.read(cell)
    return Array.isArray(items) ? items.map((item) => number.read(String(item)) ?? item) : items
  },
}

/** One of some codes, each with its Vietnamese name; both are read. */
export function choice(names: Record<string, string>): Codec {
  return {
    write: (value) => (typeof value === 'string' ? (names[value] ?? value) : ''),
    read: (cell) => {
      const typed = words(cell)
      if (typed === '') return undefined
      const folded = foldVietnamese(typed)
      const found = Object.entries(names).find(([, name]) => foldVietnamese(name) === folded)
      return found?.[0] ?? typed
    },
  }
}

/** Whatever has parts of its own, as YAML. Some values have a name. */
export function structure(names: Record<string, unknown> = {}): Codec {
  const known = new Map(Object.entries(names).map(([name, value]) => [canonical(value), name]))
  return {
    write: (value) => (value === undefined ? '' : (known.get(canonical(value)) ?? flow(value))),
    read: (cell) => {
      const folded = foldVietnamese(cell)
      if (folded === '') return undefined
      const found = Object.entries(names).find(([name]) => foldVietnamese(name) === folded)
      return found ? found[1] : parseYaml(cell)
    },
  }
}

function parseYaml(cell: string): unknown {
  try {
    return parse(cell) as unknown
  } catch {
    // The schema refuses the words as they are.
    return cell
  }
}

function flow(value: unknown): string {
  return stringify(value, { collectionStyle: 'flow', lineWidth: 0 }).trimEnd()
}

function canonical(value: unknown): string {
  return JSON.stringify(value, (_, part: unknown) =>
    typeof part === 'object' && part !== null && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1)))
      : part,
  )
}

function shown(value: unknown): string {
  return typeof value === 'string' || typeof value === 'number' ? String(value) : ''
}
