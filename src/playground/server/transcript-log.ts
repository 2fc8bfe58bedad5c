import type { Store } from './store.ts'

/** What every line of a transcript has on both platforms. */
export interface EntryBase {
  /** Order over all chats of the server, from 1. */
  seq: number
  /** Server clock, ms. */
  at: number
  chat: number | string
  author: 'bot' | 'user' | 'service'
  /** API method of a bot's message; the act (`text`, `photo`, `press`, ...) of a person's. */
  method: string
  /** Text or caption as it stands now, after edits. */
  text: string
}

/** Which line to wait for; every given field must hold. */
export interface MessageFilter {
  chat?: number | string
  bot?: number | string
  author?: 'bot' | 'user' | 'service'
  method?: string
  /** The text holds this string. */
  contains?: string
  /** The text matches this regular expression (source, with flag `u`). */
  pattern?: string
}

export interface TranscriptLog<E extends EntryBase> {
  add(entry: Omit<E, 'seq'>): E
  /** Saves a changed line and wakes those who wait. */
  change(entry: E): void
  all(): E[]
  get(seq: number): E | undefined
  lastSeq(): number
  /**
   * The first line after `afterSeq` that fits, now or within `timeoutMs` of real time. Rejects with the
   * last lines in the message when the time is over.
   */
  wait(fits: (entry: E) => boolean, timeoutMs: number, afterSeq?: number): Promise<E>
}

export function openTranscript<E extends EntryBase>(store: Store): TranscriptLog<E> {
  const entries = store.table<E>('entries')
  const waiting = new Set<(entry: E) => void>()
  const tell = (entry: E): void => {
    for (const listener of waiting) listener(entry)
  }
  const change = (entry: E): void => {
    entries.put(String(entry.seq), entry)
    tell(entry)
  }
  return {
    add: (fields) => {
      const entry = { seq: store.next('entry'), ...fields } as E
      change(entry)
      return entry
    },
    change,
    all: () => entries.values(),
    get: (seq) => entries.get(String(seq)),
    lastSeq: () => entries.values().at(-1)?.seq ?? 0,
    wait: async (fits, timeoutMs, afterSeq = 0) => {
      const found = entries.values().find((entry) => entry.seq > afterSeq && fits(entry))
      if (found) return found
      return new Promise<E>((resolve, reject) => {
        const settle = (): void => {
          clearTimeout(timer)
          waiting.delete(listener)
        }
        const listener = (entry: E): void => {
          if (entry.seq <= afterSeq || !fits(entry)) return
          settle()
          resolve(entry)
        }
        const timer = setTimeout(() => {
          settle()
          reject(
            new Error(`no such message within ${timeoutMs} ms; last lines:\n${lastLines(entries.values())}`),
          )
        }, timeoutMs)
        waiting.add(listener)
      })
    },
  }
}

interface NamedEntry extends EntryBase {
  bot?: number | string | null
  /** A second name of the chat, where its platform id is unhandy. */
  place?: string
}

/** The filter as a predicate. */
export function fitsFilter(filter: MessageFilter): (entry: NamedEntry) => boolean {
  const pattern = filter.pattern === undefined ? null : new RegExp(filter.pattern, 'u')
  return (entry) =>
    (filter.chat === undefined ||
      [entry.chat, entry.place].some((id) => String(id) === String(filter.chat))) &&
    (filter.bot === undefined || String(entry.bot) === String(filter.bot)) &&
    (filter.author === undefined || entry.author === filter.author) &&
    (filter.method === undefined || entry.method === filter.method) &&
    (filter.contains === undefined || entry.text.includes(filter.contains)) &&
    (pattern === null || pattern.test(entry.text))
}

function lastLines(entries: EntryBase[]): string {
  return entries
    .slice(-8)
    .map(
      (entry) => `  ${entry.seq} ${entry.author} ${entry.chat} ${entry.method}: ${entry.text.slice(0, 120)}`,
    )
    .join('\n')
}
