import { Api } from 'grammy'
import { telegramError } from './telegram-error.ts'
import { telegramFetch } from './telegram-fetch.ts'

export type TelegramApi = Api

/** grammY's client for one token; no retries of its own. `timeoutMs` covers a whole call. */
export function telegramApi(token: string, apiRoot: string, timeoutMs: number): TelegramApi {
  return new Api(token, {
    apiRoot: apiRoot.replace(/\/+$/, ''),
    fetch: telegramFetch(timeoutMs) as never,
    // Ours is the deadline that counts; grammY's would hide whether the request left.
    timeoutSeconds: timeoutMs / 1000 + 60,
  })
}

/** Runs one call; whatever grammY throws leaves as `SendError`. `mayRepeat`: a second call does no harm. */
export async function callTelegram<T>(
  work: () => Promise<T>,
  { mayRepeat }: { mayRepeat: boolean },
): Promise<T> {
  try {
    return await work()
  } catch (error) {
    throw telegramError(error, mayRepeat) ?? error
  }
}

/** grammY types signals by a polyfill's class. */
export function grammySignal(signal: AbortSignal | undefined): Parameters<Api['getMe']>[0] {
  return signal as Parameters<Api['getMe']>[0]
}
