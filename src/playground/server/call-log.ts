import type { Store } from './store.ts'

/** One API call as the platform saw it. Tokens and texts are not kept here. */
export interface ApiCall {
  seq: number
  /** Server clock, ms. */
  at: number
  /** Bot id; null for an unknown token. */
  bot: string | null
  method: string
  chat: string | null
  ok: boolean
  /** Error code of a refusal, or the status of an injected answer. */
  code: number | null
  description?: string
  /** Kind of the fault that struck it. */
  fault?: string
  /** False for faults that strike before processing: then nothing happened. */
  isProcessed: boolean
  /** Whether the answer left for a living caller; null while it is open. */
  isAnswered: boolean | null
}

export interface CallFilter {
  bot?: number | string
  method?: string
  chat?: number | string
  ok?: boolean
  afterSeq?: number
}

export interface CallLog {
  add(call: Omit<ApiCall, 'seq'>): ApiCall
  answered(call: ApiCall, isAnswered: boolean): void
  list(filter?: CallFilter): ApiCall[]
}

export function openCallLog(store: Store): CallLog {
  const calls = store.table<ApiCall>('calls')
  return {
    add: (call) => {
      const row = { seq: store.next('call'), ...call }
      calls.put(String(row.seq), row)
      return row
    },
    answered: (call, isAnswered) => {
      call.isAnswered = isAnswered
      calls.put(String(call.seq), call)
    },
    list: (filter = {}) =>
      calls
        .values()
        .filter(
          (call) =>
            (filter.bot === undefined || call.bot === String(filter.bot)) &&
            (filter.method === undefined || call.method === filter.method) &&
            (filter.chat === undefined || call.chat === String(filter.chat)) &&
            (filter.ok === undefined || call.ok === filter.ok) &&
            call.seq > (filter.afterSeq ?? 0),
        )
        .map((call) => ({ ...call })),
  }
}
