import { systemClock } from '../../time.ts'
import type { AnswerDelay } from './answer-call.ts'
import type { Store } from './store.ts'

/** How to start a local platform server. */
export interface ServerOptions {
  /** 0, the default, takes a free port. Always on 127.0.0.1. */
  port?: number
  /** The server's clock, ms since the epoch; the machine's by default. */
  clock?: () => number
  /** Before each answer; 0 by default. */
  delayMs?: AnswerDelay
  /** Numbers in [0,1) for delays, probabilities and ids; pass a seeded one to repeat a run. */
  random?: () => number
  /** Keep the state in this file, so that it survives a restart. */
  stateFile?: string
}

/** The clock of a server: the given one plus what `advance` added. */
export interface ServerClock {
  now: () => number
  advance: (ms: number) => number
}

export function serverClock(store: Store, clock?: () => number): ServerClock {
  const machine = systemClock()
  const base = clock ?? (() => machine.machine().getTime())
  const kept = store.table<number>('clock')
  let added = kept.get('added') ?? 0
  return {
    now: () => base() + added,
    advance: (ms) => {
      added += ms
      kept.put('added', added)
      return base() + added
    },
  }
}

/** Repeatable numbers in [0,1) from a 32-bit seed (mulberry32). */
export function seededRandom(seed: number): () => number {
  let state = Math.trunc(seed)
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}
