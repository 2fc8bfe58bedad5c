const SIGNATURES: [mime: string, hex: string][] = [
  ['image/jpeg', 'ffd8ff'],
  ['image/png', '89504e470d0a1a0a'],
  ['image/gif', '47494638'],
]

/** MIME type of a picture by its first bytes, or null. */
export function imageType(bytes: Uint8Array): string | null {
  const head = Buffer.from(bytes.subarray(0, 12)).toString('hex')
  const known = SIGNATURES.find(([, hex]) => head.startsWith(hex))
  if (known) return known[0]
  return head.startsWith('52494646') && head.endsWith('57454250') ? 'image/webp' : null
}

/** A picture of one pixel, for people who send a photo without saying which. */
export const SAMPLE_IMAGE: Uint8Array = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
)

/** Bytes as given in process, or base64 as they travel over HTTP. */
export function bytesOf(data: Uint8Array | string): Uint8Array {
  return typeof data === 'string' ? Buffer.from(data, 'base64') : data
}
