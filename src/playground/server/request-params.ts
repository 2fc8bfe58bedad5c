import type { LocalRequest } from './listen.ts'
import { splitMultipart } from './multipart.ts'

export interface Upload {
  name: string
  type: string
  bytes: Uint8Array
}

/** What a caller sent, before any meaning: query, then body; files of a multipart body apart. */
export interface RequestParams {
  values: Record<string, unknown>
  uploads: Record<string, Upload>
}

/**
 * Reads query string, JSON, form and multipart bodies: the four ways of core.telegram.org/bots/api (Making
 * requests), which Zalo documents too. Returns null for a body that cannot be parsed.
 */
export function readParams(request: LocalRequest): RequestParams | null {
  const params: RequestParams = { values: Object.fromEntries(request.query), uploads: {} }
  if (request.body.length === 0) return params
  try {
    if (request.contentType.includes('json')) {
      Object.assign(params.values, JSON.parse(request.body.toString('utf8')))
    } else if (request.contentType.includes('form')) {
      readForm(request, params)
    }
    return params
  } catch {
    return null
  }
}

function readForm(request: LocalRequest, params: RequestParams): void {
  if (request.contentType.includes('urlencoded')) {
    Object.assign(params.values, Object.fromEntries(new URLSearchParams(request.body.toString('utf8'))))
    return
  }
  for (const { name, fileName, type, bytes } of splitMultipart(request.body, request.contentType)) {
    if (fileName === null) params.values[name] = bytes.toString('utf8')
    else params.uploads[name] = { name: fileName, type, bytes: new Uint8Array(bytes) }
  }
}
