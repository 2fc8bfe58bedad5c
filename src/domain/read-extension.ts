import type { Day } from '../time.ts'
import { readDate } from './vietnamese-days.ts'

/** What was typed behind `/giahan`: words that name a unit, a duty or both, and the new last good day. */
export interface TypedExtension {
  about: string
  /** Null: no day stands at the end. */
  day: Day | null
}

const MOST_DAY_WORDS = 5

/** `CB01 20/3`, `bản đăng ký đến hết ngày 20/3/2026`: the longest end that is a day is the day. */
export function readExtension(text: string, today: Day): TypedExtension {
  const words = text.trim().split(/\s+/).filter(Boolean)
  for (let count = Math.min(MOST_DAY_WORDS, words.length); count > 0; count -= 1) {
    const read = readDate(words.slice(-count).join(' '), today)
    if ('day' in read) return { about: aboutOf(words.slice(0, -count)), day: read.day }
  }
  return { about: aboutOf(words), day: null }
}

const JOINING = new Set(['đến', 'den', 'tới', 'toi', 'hết', 'het', 'ngày', 'ngay', 'hạn', 'han', '|'])

function aboutOf(words: string[]): string {
  const rest = [...words]
  while (rest.length > 0 && JOINING.has(rest.at(-1)!.toLowerCase())) rest.pop()
  return rest.join(' ')
}

/** Where the words before may be parted into a unit and a duty: before, behind. */
export function waysToPart(about: string): [string, string][] {
  const words = about.replace(/\s*\|\s*/g, ' ').split(' ')
  return words
    .slice(1)
    .map((_, index) => [words.slice(0, index + 1).join(' '), words.slice(index + 1).join(' ')])
}
