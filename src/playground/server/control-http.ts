import type { LocalAnswer, LocalRequest } from './listen.ts'

/** A demand on the control side that makes no sense: unknown user, no such button, a real-looking token. */
export class ControlError extends Error {
  override name = 'ControlError'
}

/** The control methods as seen from another process. */
export type Remote<T> = {
  [K in keyof T]: T[K] extends (...args: infer A) => infer R ? (...args: A) => Promise<Awaited<R>> : never
}

const PREFIX = '/__control/'

export function isControlPath(path: string): boolean {
  return path.startsWith(PREFIX)
}

/**
 * The control API over HTTP: `POST /__control/<method>`, body a JSON array of the arguments (or one JSON
 * object as the only argument; empty for none). Answers `{"ok":true,"result":...}`, or 400 with
 * `{"ok":false,"error":"..."}`; an unknown method is 404. Bytes travel as base64 strings.
 * `GET /__control/` lists the methods.
 */
export async function answerControl(control: object, request: LocalRequest): Promise<LocalAnswer> {
  const name = decodeURIComponent(request.path.slice(PREFIX.length))
  if (name === '') return json(200, { ok: true, result: Object.keys(control) })
  const method = Object.hasOwn(control, name) ? (control as Record<string, unknown>)[name] : undefined
  if (typeof method !== 'function') return json(404, { ok: false, error: `no control method "${name}"` })
  try {
    const result: unknown = await method.apply(control, parseArguments(request.body))
    return json(200, { ok: true, result: result ?? null })
  } catch (error) {
    return json(400, { ok: false, error: error instanceof Error ? error.message : String(error) })
  }
}

/** The control API of a server in another process, by its `url`. Refusals reject with `ControlError`. */
export function connectControl<T extends object>(url: string): Remote<T> {
  return new Proxy({} as Remote<T>, {
    get: (_target, name) => {
      // A proxy that answered to `then` would be taken for a promise.
      if (typeof name !== 'string' || name === 'then') return undefined
      return async (...args: unknown[]): Promise<unknown> => {
        const body = JSON.stringify(args, bytesAsBase64)
        const headers = { 'content-type': 'application/json' }
        const response = await fetch(`${url}${PREFIX}${name}`, { method: 'POST', headers, body })
        const answer = (await response.json()) as { ok: boolean; result?: unknown; error?: string }
        if (!answer.ok) throw new ControlError(answer.error ?? `control answered ${response.status}`)
        return answer.result
      }
    },
  })
}

function parseArguments(body: Buffer): unknown[] {
  const text = body.toString('utf8').trim()
  if (text === '') return []
  const parsed: unknown = JSON.parse(text)
  return Array.isArray(parsed) ? parsed : [parsed]
}

// `this` is the holder: by the time a Buffer is a value here, its own toJSON has already run.
function bytesAsBase64(this: Record<string, unknown>, key: string, value: unknown): unknown {
  const held = this[key]
  return held instanceof Uint8Array ? Buffer.from(held).toString('base64') : value
}

function json(status: number, body: unknown): LocalAnswer {
  return { status, contentType: 'application/json', body: JSON.stringify(body) }
}
