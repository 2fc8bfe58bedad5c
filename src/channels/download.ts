import http from 'node:http'
import https from 'node:https'
import { isIP } from 'node:net'
import { SendError } from './channel-adapter.ts'
import { isPublicAddress, PrivateAddressError, publicLookup } from './public-address.ts'

export interface DownloadRules {
  /** Begins the error codes: the channel's name. */
  channel: string
  maxBytes: number
  /** For everything from the name lookup to the last byte. */
  timeoutMs: number
  /** Our own server: fetched wherever it is, private or not. */
  apiRoot: string
  /** Whether other hosts are allowed: public ones over https, with at most two redirects. */
  publicHosts: boolean
}

const REDIRECTS = 2

/**
 * Fetches a file that somebody sent us, without becoming a way into our network: only the API root itself
 * and, if allowed, public https hosts. Throws `SendError`: `rejected` (not allowed, too big, gone) or
 * `unavailable` (worth another try).
 */
export async function download(source: string, rules: DownloadRules): Promise<Buffer> {
  const signal = AbortSignal.timeout(rules.timeoutMs)
  let url = source
  for (let redirects = 0; redirects <= REDIRECTS; redirects += 1) {
    const answer = await get(allowedUrl(url, rules), rules, signal)
    if (typeof answer !== 'string') return answer
    url = new URL(answer, url).href
  }
  throw rejected(rules, 'refused')
}

function allowedUrl(source: string, rules: DownloadRules): { url: URL; own: boolean } {
  const url = URL.canParse(source) ? new URL(source) : null
  if (url?.origin === new URL(rules.apiRoot).origin) return { url, own: true }
  const host = url?.hostname.replace(/^\[|\]$/g, '') ?? ''
  const isPlainHttps = url?.protocol === 'https:' && url.port === '' && url.username === ''
  // A literal address is never looked up, so it is judged here.
  if (!url || !rules.publicHosts || !isPlainHttps || (isIP(host) && !isPublicAddress(host))) {
    throw rejected(rules, 'refused')
  }
  return { url, own: false }
}

/** The file, or where a redirect points. */
function get(
  { url, own }: { url: URL; own: boolean },
  rules: DownloadRules,
  signal: AbortSignal,
): Promise<Buffer | string> {
  const options = { agent: false as const, signal, ...(!own && { lookup: publicLookup }) }
  return new Promise((resolve, reject) => {
    const request = (url.protocol === 'https:' ? https : http).get(url, options, (response) => {
      readBody(response, rules)
        .then(resolve, reject)
        .finally(() => request.destroy())
    })
    request.on('error', (error) => {
      const isPrivate = error instanceof PrivateAddressError
      reject(isPrivate ? rejected(rules, 'refused') : new SendError('unavailable', code(rules, 'network')))
    })
  })
}

async function readBody(response: http.IncomingMessage, rules: DownloadRules): Promise<Buffer | string> {
  const { location, 'content-length': announced } = response.headers
  const status = response.statusCode ?? 0
  if (status >= 300 && status < 400 && location) return location
  if (status === 429 || status >= 500) throw new SendError('unavailable', code(rules, status))
  if (status !== 200) throw rejected(rules, status)
  if (Number(announced) > rules.maxBytes) throw rejected(rules, 'too-big')
  const chunks: Buffer[] = []
  let bytes = 0
  try {
    for await (const chunk of response as AsyncIterable<Buffer>) {
      bytes += chunk.length
      if (bytes > rules.maxBytes) break
      chunks.push(chunk)
    }
  } catch {
    throw new SendError('unavailable', code(rules, 'network'))
  }
  if (bytes > rules.maxBytes) throw rejected(rules, 'too-big')
  return Buffer.concat(chunks)
}

function rejected(rules: DownloadRules, why: string | number): SendError {
  return new SendError('rejected', code(rules, why))
}

function code(rules: DownloadRules, why: string | number): string {
  return `${rules.channel}-file-${why}`
}
