/** One part of a multipart body. */
export interface Part {
  name: string
  /** Null for a plain field. */
  fileName: string | null
  type: string
  bytes: Buffer
}

/**
 * Splits a multipart/form-data body. Lenient where clients differ: header names in any case, file names
 * with or without quotes. Throws on a missing boundary.
 */
export function splitMultipart(body: Buffer, contentType: string): Part[] {
  const boundary = /boundary="?([^";]+)"?/i.exec(contentType)?.[1]
  if (!boundary) throw new Error('multipart body without boundary')
  const delimiter = Buffer.from(`--${boundary}`)
  const parts: Part[] = []
  let from = body.indexOf(delimiter)
  while (from >= 0) {
    const start = from + delimiter.length
    const next = body.indexOf(delimiter, start)
    if (next < 0) break
    // Between two delimiters: CRLF, headers, an empty line, the content, CRLF.
    const part = readPart(body.subarray(start + 2, next - 2))
    if (part) parts.push(part)
    from = next
  }
  return parts
}

function readPart(section: Buffer): Part | null {
  const end = section.indexOf('\r\n\r\n')
  if (end < 0) return null
  const headers = section.subarray(0, end).toString('utf8')
  const name = /[;\s]name="?([^";\r\n]*)"?/i.exec(headers)?.[1]
  if (name === undefined) return null
  const fileName = /filename="?([^";\r\n]*)"?/i.exec(headers)?.[1] ?? null
  const type = /content-type:\s*([^\r\n;]+)/i.exec(headers)?.[1] ?? ''
  return { name, fileName, type, bytes: section.subarray(end + 4) }
}
