import { SendError } from '../channel-adapter.ts'
import type { ZaloAnswer } from './zalo-api.ts'

type Failure = Exclude<ZaloAnswer, { kind: 'ok' }>

/** No `Retry-After` is known; the wait that clients agree on. */
const THROTTLED = { retryAfterMs: 30_000 }

/** The `SendError` of a failed call (reference, section 7). A call that `mayRepeat` is never `uncertain`. */
export function zaloError(answer: Failure, mayRepeat: boolean): SendError {
  const error = answer.kind === 'refused' ? refusal(answer) : noAnswer(answer)
  return error.failure === 'uncertain' && mayRepeat ? new SendError('unavailable', error.code) : error
}

/** The result of a call that went well; throws `zaloError` otherwise. */
export function resultOf(answer: ZaloAnswer, mayRepeat: boolean): unknown {
  if (answer.kind === 'ok') return answer.result
  throw zaloError(answer, mayRepeat)
}

function refusal({ code, description }: Extract<Failure, { kind: 'refused' }>): SendError {
  // 429 is documented as "quota exceeded"; without these words it is taken for haste.
  if (code === 429 && /quota/i.test(description)) return new SendError('quota', 'zalo-429-quota')
  return byStatus(code)
}

function noAnswer({ reason, sent, status }: Extract<Failure, { kind: 'failed' }>): SendError {
  if (status === undefined) return new SendError(sent ? 'uncertain' : 'unavailable', `zalo-${reason}`)
  const code = `zalo-${status}`
  if (status < 300) return new SendError('uncertain', code)
  // A page instead of JSON comes from something in between, which knows nothing of chats.
  return status === 401 || status === 429 ? byStatus(status) : new SendError('unavailable', code)
}

function byStatus(status: number): SendError {
  const code = `zalo-${status}`
  if (status === 401) return new SendError('bot-stopped', code)
  if (status === 426 || status === 429) return new SendError('throttled', code, THROTTLED)
  // Documented as "Internal server error" (sic), and passing.
  if (status === 403 || status >= 500) return new SendError('unavailable', code)
  // The platform gave up waiting for itself: it may have been done.
  if (status === 408) return new SendError('uncertain', code)
  // Every method that we call exists, so what is not found is the chat.
  return new SendError(status === 404 ? 'unreachable' : 'rejected', code)
}
