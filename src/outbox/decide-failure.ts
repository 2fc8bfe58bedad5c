import type { SendFailure } from '../channels/channel-adapter.ts'

/** The facts of a failed send. */
export interface FailedSend {
  failure: SendFailure
  class: 'reply' | 'scheduled'
  operation: 'text' | 'photo' | 'document' | 'edit' | 'keyboard-off'
  /** Tries so far, this one included. */
  attempts: number
  wasUncertain: boolean
  retryAfterMs?: number | undefined
  /** [0, 1). */
  random: number
}

/** What becomes of the row, and who waits how long (milliseconds). */
export interface FailureDecision {
  /** `as-text`: again, as a message of its own. */
  row: 'queued' | 'uncertain' | 'dead' | 'cancelled' | 'as-text'
  isUncertain?: boolean
  pauseChatMs?: number
  /** Scheduled messages of the whole bot wait. */
  pauseScheduledMs?: number
  chat?: 'close' | 'move'
  stopBot?: boolean
}

const THROTTLED_MS = 5_000
const LONGEST_BACK_OFF_MS = 60_000
const QUOTA_MS = 60 * 60_000
const QUOTA_REPLY_MS = 10 * 60_000

/** Decides what follows from a failed send; the table of its test says the same in rows. */
export function decideFailure(send: FailedSend): FailureDecision {
  const isRepeatable = send.operation === 'edit' || send.operation === 'keyboard-off'
  switch (send.failure) {
    case 'rejected':
      // The message that was to be changed is gone or too old.
      if (send.operation === 'edit') return { row: 'as-text' }
      return { row: send.operation === 'keyboard-off' ? 'cancelled' : 'dead' }
    case 'unreachable':
      return { row: 'dead', chat: 'close' }
    case 'migrated':
      return { row: 'queued', chat: 'move' }
    case 'throttled':
      return { row: 'queued', pauseChatMs: send.retryAfterMs ?? THROTTLED_MS }
    case 'quota':
      return { row: 'queued', pauseScheduledMs: QUOTA_MS, pauseChatMs: QUOTA_REPLY_MS }
    case 'unavailable':
      return { row: 'queued', pauseChatMs: send.retryAfterMs ?? backOff(send) }
    case 'uncertain':
      if (isRepeatable) return { row: 'queued', pauseChatMs: backOff(send) }
      if (send.class === 'scheduled' || send.wasUncertain) return { row: 'uncertain', isUncertain: true }
      return { row: 'queued', isUncertain: true, pauseChatMs: backOff(send) }
    case 'bot-stopped':
      return { row: 'queued', stopBot: true }
    default:
      throw new Error('a failure that nobody decided about')
  }
}

function backOff({ attempts, random }: FailedSend): number {
  const full = Math.min(LONGEST_BACK_OFF_MS, 1000 * 2 ** Math.min(attempts - 1, 10))
  return Math.round(full * (0.5 + random / 2))
}
