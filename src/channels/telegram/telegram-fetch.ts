import { neverLeft } from '../never-left.ts'

/** Why no usable answer came. Carries no URL (it would hold the token) and no cause. */
export class NoAnswer extends Error {
  override readonly name = 'NoAnswer'
  readonly reason: 'timeout' | 'network' | 'not-json' | 'aborted'
  /** Whether the request may have left this machine. */
  readonly sent: boolean
  /** HTTP status of an answer that was not JSON. */
  readonly status: number | undefined

  constructor(reason: NoAnswer['reason'], sent: boolean, status?: number) {
    super(`No answer: ${reason}`)
    this.reason = reason
    this.sent = sent
    this.status = status
  }
}

interface FetchInit {
  method?: string
  headers?: Record<string, string>
  body?: unknown
  signal?: { aborted: boolean; addEventListener(type: 'abort', listener: () => void): void }
}

/**
 * A `fetch` for grammY that tells what it must know to repeat safely: whether the request left, and the
 * status of an answer that is no JSON. The deadline covers everything. Never follows redirects: the URL
 * holds the token.
 */
export function telegramFetch(timeoutMs: number) {
  return async (url: string, init: FetchInit): Promise<{ json(): Promise<unknown> }> => {
    if (init.signal?.aborted) throw new NoAnswer('aborted', false)
    const controller = new AbortController()
    let reason: 'timeout' | 'aborted' | null = null
    const stop = (why: 'timeout' | 'aborted') => (): void => {
      reason ??= why
      controller.abort()
    }
    // grammY brings its own kind of signal, which the platform's fetch need not accept.
    init.signal?.addEventListener('abort', stop('aborted'))
    const timer = setTimeout(stop('timeout'), timeoutMs)
    try {
      const response = await fetch(url, {
        method: 'POST',
        headers: { 'content-type': init.headers?.['content-type'] ?? 'application/json' },
        // Files come as a stream, which needs `duplex`.
        body: (init.body ?? null) as NonNullable<RequestInit['body']>,
        duplex: 'half',
        redirect: 'manual',
        signal: controller.signal,
      })
      const answer = parsed(await response.text())
      if (!answer) throw new NoAnswer('not-json', true, response.status)
      return { json: () => Promise.resolve(answer) }
    } catch (error) {
      if (error instanceof NoAnswer) throw error
      throw new NoAnswer(reason ?? 'network', !neverLeft(error))
    } finally {
      clearTimeout(timer)
    }
  }
}

function parsed(text: string): object | null {
  try {
    const answer: unknown = JSON.parse(text)
    return typeof answer === 'object' && answer !== null && 'ok' in answer ? answer : null
  } catch {
    return null
  }
}
