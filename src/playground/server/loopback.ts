/** Whether a URL points at this machine. The local servers call nothing else. */
export function isLoopbackUrl(url: string): boolean {
  if (!URL.canParse(url)) return false
  const { hostname } = new URL(url)
  return hostname === 'localhost' || hostname === '[::1]' || /^127(\.\d+){3}$/.test(hostname)
}

export interface FetchedFile {
  bytes: Uint8Array
  type: string
  name: string
}

/** GETs a file from a loopback URL; null when it is elsewhere, unreachable, or answers no 2xx. */
export async function fetchLoopbackFile(url: string): Promise<FetchedFile | null> {
  if (!isLoopbackUrl(url)) return null
  try {
    const response = await fetch(url, { redirect: 'error', signal: AbortSignal.timeout(5_000) })
    const bytes = new Uint8Array(await response.arrayBuffer())
    if (!response.ok || bytes.length === 0) return null
    const type = response.headers.get('content-type')?.split(';')[0] ?? 'application/octet-stream'
    return { bytes, type, name: new URL(url).pathname.split('/').at(-1) || 'file' }
  } catch {
    return null
  }
}
