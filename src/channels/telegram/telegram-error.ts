import { GrammyError, HttpError } from 'grammy'
import { SendError, type SendFailure } from '../channel-adapter.ts'
import { NoAnswer } from './telegram-fetch.ts'

/** Refusals by description, as the Bot API server words them; the first that matches wins. */
const REFUSALS: readonly [status: number, words: RegExp, failure: SendFailure, reason: string][] = [
  [403, /blocked by the user/i, 'unreachable', 'blocked'],
  [403, /deactivated/i, 'unreachable', 'deactivated'],
  [403, /kicked|not a member|was deleted/i, 'unreachable', 'kicked'],
  [403, /can't initiate/i, 'unreachable', 'never-started'],
  [403, /./, 'unreachable', 'forbidden'],
  [400, /chat not found|PEER_ID_INVALID|user not found/i, 'unreachable', 'chat-not-found'],
  [
    400,
    /not enough rights to send text|have no rights to send a message|CHAT_WRITE_FORBIDDEN/i,
    'unreachable',
    'muted',
  ],
  [400, /thread not found|TOPIC_(CLOSED|DELETED)/i, 'rejected', 'thread-closed'],
  [400, /is too long|caption is too long|MESSAGE_TOO_LONG/i, 'rejected', 'too-long'],
  [400, /file is too big/i, 'rejected', 'file-too-big'],
]

const UNCHANGED = /message is not modified/i
const GONE = /message to (edit|delete) not found|message can't be (edited|deleted)/i

/**
 * Whether Telegram's refusal means that the wanted state is reached. With the message itself gone, only its
 * buttons need no more care: what an edit was to say has not been said.
 */
export function isBenign(error: unknown, operation: 'edit' | 'keyboard-off'): boolean {
  if (!(error instanceof GrammyError) || error.error_code !== 400) return false
  return UNCHANGED.test(error.description) || (operation === 'keyboard-off' && GONE.test(error.description))
}

/**
 * The `SendError` for anything grammY throws; null for a bug of ours. Nothing of the original error, which
 * holds the token and the text, is kept. A call that `mayRepeat` is never `uncertain`.
 */
export function telegramError(error: unknown, mayRepeat: boolean): SendError | null {
  if (error instanceof GrammyError) return refusal(error)
  const cause = error instanceof HttpError ? error.error : null
  if (cause instanceof NoAnswer) return noAnswer(cause, mayRepeat)
  return error instanceof HttpError ? new SendError('uncertain', 'telegram-network') : null
}

function refusal({ error_code: status, description, parameters, method }: GrammyError): SendError {
  const { migrate_to_chat_id: to, retry_after: seconds } = parameters
  if (to !== undefined) {
    return new SendError('migrated', 'telegram-400-migrated', { toChatExternalId: String(to) })
  }
  if (status === 429) {
    return new SendError('throttled', 'telegram-429', { retryAfterMs: (seconds ?? 1) * 1000 })
  }
  if (status === 401 || status === 409) return new SendError('bot-stopped', `telegram-${status}`)
  // A malformed token is answered as an unknown address.
  if (status === 404 && (method === 'getMe' || method === 'getUpdates')) {
    return new SendError('bot-stopped', 'telegram-404')
  }
  if (status >= 500) return new SendError('unavailable', `telegram-${status}`)
  const known = REFUSALS.find(([code, words]) => code === status && words.test(description))
  return known
    ? new SendError(known[2], `telegram-${status}-${known[3]}`)
    : new SendError('rejected', `telegram-${status}`)
}

function noAnswer({ reason, sent, status }: NoAnswer, mayRepeat: boolean): SendError {
  if (status === 429) return new SendError('throttled', 'telegram-429', { retryAfterMs: 30_000 })
  // A page instead of JSON comes from something in between; only after a 2xx the call may have been taken.
  const isTaken = status === undefined ? sent : status < 300
  const failure = isTaken && !mayRepeat ? 'uncertain' : 'unavailable'
  return new SendError(failure, `telegram-${status ?? reason}`)
}
