import { matchPeople, type NamedPerson } from '../domain/vietnamese-names.ts'
import { readRatio } from '../domain/vietnamese-numbers.ts'
import { narrow, plain } from '../domain/vietnamese-text.ts'
import type { PeopleAnswer } from './answers.ts'
import type { Problem } from './form-outcome.ts'
import type { PeopleEntry } from './form-state.ts'

type Roster = readonly NamedPerson[]
type ReadPeople = { value: PeopleAnswer } | { entries: PeopleEntry[] } | { problem: Problem }

const everyone =
  /^(?:(?:co mat |tham gia |du )?(?:day )?du(?: ca| het| mat)?|dong du|du \d+(?:\/\d+)?|khong(?: co)?(?: ai| dong chi nao| nguoi nao)?(?: nao)?(?: vang(?: mat)?)?|khong vang(?: ai)?|ko vang|ko ai vang|0|all present|none|nobody|no)$/
const lead =
  /^\s*(?:chỉ\s+|chi\s+)?(?:vắng(?:\s+mặt)?|vang(?:\s+mat)?|nghỉ|nghi|trừ|tru|absent)(?:\s*\d+)?\s*[:\-–]?\s+/iu
const heading = /^\s*(có|co|không|khong|ko)\s+(?:lý do|lí do|ly do|li do|phép|phep)\s*:\s*/iu
const unexcused = /(?:khong|ko|chua ro|k) ?(?:co )?(?:ly do|li do|phep)|^(?:kp|kld|no reason|unexcused)$/
const reasonBegins =
  /^(?:\(|-|–|:|om|benh|bi|di|do|vi|xin|nghi|cong|ban|co|khong|ko|kp|cp|kld|chua|phep|thai|con|hop|hoc|truc|viec|dang|nam|ly|li|dieu|ve|ra|duoc|sick|away|without|with|no)$/

const reasonAlone = /^(?:om|benh|bi|di|xin|nghi|khong|ko|kp|cp|co|sick|away|without|with|no)$/

/**
 * Who was absent: `vắng: Lan (ốm), Hùng không lý do`, `3, 7`, `đủ`. Everybody else was present. Gives the
 * answer, or entries when someone must still be picked or it is not said whether there was a reason. A unit
 * without a list may answer `23/25`. Whoever is `away` is not expected: named as absent, they are passed over.
 */
export function readPeople(text: string, roster: Roster, away: Roster = []): ReadPeople {
  const said = plain(text)
  const ratio = readRatio(said)
  if (roster.length === 0) {
    if (!ratio || ratio.part > ratio.whole) return { problem: { code: 'not-a-ratio' } }
    return { value: { due: ratio.whole, absent: [], unnamed: ratio.whole - ratio.part } }
  }
  if (everyone.test(said) || (ratio && ratio.part === ratio.whole && ratio.whole === roster.length))
    return { value: { due: roster.length, absent: [], unnamed: 0 } }
  if (ratio || /^vang \d+ (?:dong chi|nguoi|dang vien|d\/c|dc)$/.test(said))
    return { problem: { code: 'name-the-absent' } }
  return readEntries(text, roster, away)
}

/** The answer, once every entry is one person with a known reason or none; null before. */
export function settlePeople(entries: readonly PeopleEntry[], roster: Roster): PeopleAnswer | null {
  if (entries.some((entry) => entry.candidates.length !== 1 || entry.excused === null)) return null
  const absent = entries.map((entry) => {
    const personId = entry.candidates[0]!
    const name = roster.find((person) => person.personId === personId)?.name ?? entry.query
    return { personId, name, excused: entry.excused === true, reason: entry.reason }
  })
  return { due: roster.length, absent, unnamed: 0 }
}

/** Two entries that mean the same person: their words; null when all differ. */
export function findTwice(entries: readonly PeopleEntry[]): string | null {
  const settled = entries.filter((entry) => entry.candidates.length === 1)
  const twice = settled.find(
    (entry, index) => settled.findIndex((other) => other.candidates[0] === entry.candidates[0]) < index,
  )
  return twice?.query ?? null
}

function readEntries(text: string, roster: Roster, away: Roster): ReadPeople {
  const entries: PeopleEntry[] = []
  let passedOver = 0
  let excused: boolean | null = null
  for (const part of splitOutsideBrackets(narrow(text).replace(lead, ''))) {
    const head = heading.exec(part)
    if (head) excused = plain(head[1]!) === 'co'
    const words = (head ? part.slice(head[0].length) : part).replace(lead, '').trim()
    if (words === '' || (head && everyone.test(plain(words)))) continue
    const entry = readEntry(words, roster)
    if ('problem' in entry) {
      if (entry.problem.code !== 'person-unknown' || 'problem' in readEntry(words, away)) return entry
      passedOver += 1
      continue
    }
    entries.push(entry.excused === null ? { ...entry, excused } : entry)
  }
  if (entries.length === 0 && passedOver === 0) return { problem: { code: 'name-the-absent' } }
  const twice = findTwice(entries)
  if (twice) return { problem: { code: 'person-twice', values: { name: twice } } }
  const value = settlePeople(entries, roster)
  return value ? { value } : { entries }
}

function readEntry(words: string, roster: Roster): PeopleEntry | { problem: Problem } {
  const bracket = /^(.*?)\s*[([](.*?)[)\]]?$/u.exec(words)
  const dash = /^(.+?)\s*(?::|\s[-–]|[-–]\s)\s*(.+)$/u.exec(words)
  const [name, reason] = bracket
    ? [bracket[1]!, bracket[2]!]
    : dash
      ? [dash[1]!, dash[2]!]
      : splitReason(words, roster)
  const number = /^(?:so |stt )?(\d+)$/.exec(plain(name))
  if (number && !roster[Number(number[1]) - 1])
    return {
      problem: { code: 'roster-number-unknown', values: { number: number[1]!, count: roster.length } },
    }
  const people = number ? [roster[Number(number[1]) - 1]!] : matchPeople(name, roster)
  if (people.length === 0) return { problem: { code: 'person-unknown', values: { name } } }
  const isUnexcused = unexcused.test(plain(reason))
  return {
    query: name,
    candidates: people.map((person) => person.personId),
    excused: reason.trim() === '' ? null : !isUnexcused,
    reason:
      reason.trim() === '' || isUnexcused || /^(?:co )?(?:phep|ly do|li do|cp)$/.test(plain(reason))
        ? null
        : reason.trim(),
  }
}

/** `Lan bị ốm`: the longest beginning that names someone, if the rest begins like a reason. */
function splitReason(words: string, roster: Roster): [string, string] {
  const list = words.split(/\s+/)
  for (let length = list.length; length > 0; length -= 1) {
    const name = list.slice(0, length).join(' ')
    const rest = list.slice(length)
    if (rest.length > 0 && !beginsReason(rest[0]!)) continue
    if (/^\d+$/.test(name) || matchPeople(name, roster).length > 0) return [name, rest.join(' ')]
  }
  // Nobody of that name: the reason still is none of the name. Names begin with a capital.
  const at = list.findIndex((word, index) => index > 0 && reasonAlone.test(plain(word)) && isSmall(word))
  return at < 0 ? [words, ''] : [list.slice(0, at).join(' '), list.slice(at).join(' ')]
}

/** `Nam` and `Thái` are names, `nằm` and `thai` reasons: what may be either is a reason in small letters only. */
function beginsReason(word: string): boolean {
  const isLoud = word.length > 1 && word === word.toUpperCase()
  return reasonBegins.test(plain(word)) && (isSmall(word) || isLoud || reasonAlone.test(plain(word)))
}

function isSmall(word: string): boolean {
  return word === word.toLowerCase()
}

function splitOutsideBrackets(text: string): string[] {
  const parts: string[] = []
  let depth = 0
  let part = ''
  for (const piece of text.split(/([,;\n()[\]]|\s+và\s+|\s+va\s+|\s+and\s+)/u)) {
    if (/^[([]$/.test(piece)) depth += 1
    if (/^[)\]]$/.test(piece)) depth = Math.max(0, depth - 1)
    if (depth === 0 && /^(?:[,;\n]|\s+(?:và|va|and)\s+)$/u.test(piece)) {
      parts.push(part)
      part = ''
    } else part += piece
  }
  return [...parts, part].map((one) => one.trim()).filter((one) => one !== '')
}
