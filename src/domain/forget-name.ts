import { foldVietnamese } from './vietnamese-fold.ts'

/** Who is to be forgotten, and what stands in place of the name. */
export interface Forgotten {
  personId: string
  fullName: string
  /** Somebody else has the same name: in running words it stays, since it may be theirs. */
  isShared: boolean
  instead: string
}

/**
 * A copy of a value of JSON in which the person is named no longer: entries that hold the person's id lose name
 * and reason, running words lose the full name, however it is written. The same value when there was nothing.
 */
export function forgetName<T>(value: T, who: Forgotten): T {
  return forget(value, who) as T
}

/** Whether a text names somebody by the full name, with or without diacritics and capitals. */
export function namesPerson(text: string, fullName: string): boolean {
  const name = foldVietnamese(fullName)
  return name !== '' && findWord(foldVietnamese(text), name, 0) >= 0
}

function forget(value: unknown, who: Forgotten): unknown {
  if (typeof value === 'string') return who.isShared ? value : withoutName(value, who)
  if (Array.isArray(value)) {
    const list = value.map((each) => forget(each, who))
    return list.some((each, index) => each !== value[index]) ? list : value
  }
  if (typeof value !== 'object' || value === null) return value
  const entries = Object.entries(value)
  const isTheirs = entries.some(([key, each]) => /^(?:personId|id)$/.test(key) && each === who.personId)
  const next = entries.map(([key, each]): [string, unknown] => {
    if (isTheirs && key === 'name') return [key, who.instead]
    if (isTheirs && key === 'reason') return [key, null]
    return [key, forget(each, who)]
  })
  return next.some(([, each], index) => each !== entries[index]![1]) ? Object.fromEntries(next) : value
}

function withoutName(text: string, { fullName, instead }: Forgotten): string {
  const shown = text.normalize('NFC')
  // Letter by letter, so that places in both are the same.
  const folded = shown.replace(/[^]/gu, (letter) => {
    const bare = /\s/.test(letter) ? ' ' : foldVietnamese(letter)
    return bare.length === letter.length ? bare : letter
  })
  const name = foldVietnamese(fullName)
  if (name === '') return text
  let said = ''
  let from = 0
  for (let at = findWord(folded, name, 0); at >= 0; at = findWord(folded, name, from)) {
    said += shown.slice(from, at) + instead
    from = at + name.length
  }
  return from === 0 ? text : said + shown.slice(from)
}

function findWord(text: string, word: string, start: number): number {
  for (let at = text.indexOf(word, start); at >= 0; at = text.indexOf(word, at + 1)) {
    const isInside = [text[at - 1], text[at + word.length]].some((each) => /[\p{L}\d]/u.test(each ?? ''))
    if (!isInside) return at
  }
  return -1
}
