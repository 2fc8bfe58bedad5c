import http from 'node:http'
import https from 'node:https'
import axios, { type AxiosResponse } from 'axios'
import { z } from 'zod'
import { neverLeft } from '../never-left.ts'

/** How a call ended. Nothing in it holds the token, the URL or what was sent. */
export type ZaloAnswer =
  | { kind: 'ok'; result: unknown }
  /** Zalo said no. `code` is the body's, else the HTTP status. */
  | { kind: 'refused'; code: number; description: string }
  /** No usable answer. `sent`: the request may have been taken. `status`: of an answer that is no JSON. */
  | { kind: 'failed'; reason: 'timeout' | 'network' | 'not-json' | 'aborted'; sent: boolean; status?: number }

export interface ZaloApi {
  /** POSTs one method. `timeoutMs` covers connecting to the last byte. Never throws. */
  call(
    method: string,
    parameters: Record<string, unknown>,
    options: { timeoutMs: number; signal?: AbortSignal },
  ): Promise<ZaloAnswer>
}

const envelope = z.looseObject({
  ok: z.boolean(),
  result: z.unknown().optional(),
  error_code: z.coerce.number().optional().catch(undefined),
  // The documentation's sample of testWebhook spells it so.
  errorCode: z.coerce.number().optional().catch(undefined),
  description: z.string().optional().catch(undefined),
})

const ANSWER_BYTES = 4 * 1024 * 1024
/** Idle connections go before a server's usual 5 s, so that no request is lost on a closing one. */
const agents = { keepAlive: true, timeout: 4_000 }

const client = axios.create({
  httpAgent: new http.Agent(agents),
  httpsAgent: new https.Agent(agents),
  // Failures come as HTTP 200 or as their code; the body decides.
  validateStatus: () => true,
  responseType: 'text',
  transformResponse: [(text: unknown) => text],
  maxContentLength: ANSWER_BYTES,
  // The token is in the path: it goes to no other host and through no proxy of the environment.
  maxRedirects: 0,
  proxy: false,
})

/** Zalo's Bot API for one token. */
export function zaloApi(token: string, apiRoot: string): ZaloApi {
  const root = `${apiRoot.replace(/\/+$/, '')}/bot${encodeURIComponent(token).replaceAll('%3A', ':')}`
  return {
    call: async (method, parameters, { timeoutMs, signal }) => {
      if (signal?.aborted) return { kind: 'failed', reason: 'aborted', sent: false }
      const deadline = AbortSignal.timeout(timeoutMs)
      const controller = new AbortController()
      const stop = (): void => controller.abort()
      deadline.addEventListener('abort', stop)
      signal?.addEventListener('abort', stop)
      try {
        return answerOf(await client.post(`${root}/${method}`, parameters, { signal: controller.signal }))
      } catch (error) {
        const reason = deadline.aborted ? 'timeout' : signal?.aborted ? 'aborted' : 'network'
        return { kind: 'failed', reason, sent: !neverLeft(error) }
      } finally {
        deadline.removeEventListener('abort', stop)
        signal?.removeEventListener('abort', stop)
      }
    },
  }
}

function answerOf({ status, data }: AxiosResponse<unknown>): ZaloAnswer {
  const body = envelope.safeParse(jsonOf(data)).data
  if (!body) return { kind: 'failed', reason: 'not-json', sent: true, status }
  if (body.ok) return { kind: 'ok', result: body.result }
  return {
    kind: 'refused',
    code: body.error_code || body.errorCode || status,
    description: body.description ?? '',
  }
}

function jsonOf(text: unknown): unknown {
  try {
    return JSON.parse(String(text))
  } catch {
    return null
  }
}
