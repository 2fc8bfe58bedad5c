/** Any blank at which a line may end; no-break spaces keep their neighbours together. */
const BLANKS = /[^\S\u00a0\u202f]+(?!\p{M})/gu
const graphemes = new Intl.Segmenter('vi', { granularity: 'grapheme' })

/**
 * Splits `text` into parts of at most `max` UTF-16 units (16 or more): at paragraph ends, else line ends,
 * else word ends, and inside a word only where no surrogate pair, accent or joined emoji is torn. Blanks
 * at the borders fall away. More than two parts are numbered: `(1/3) `.
 */
export function fitText(text: string, max: number): string[] {
  if (max < 16) throw new Error('A message of less than 16 characters holds no part')
  if (text.length <= max) return [text]
  const plain = split(text, max)
  if (plain.length <= 2) return plain
  for (let digits = 1; ; digits += 1) {
    const parts = split(text, max - '(/) '.length - 2 * digits)
    if (String(parts.length).length <= digits) {
      return parts.map((part, index) => `(${index + 1}/${parts.length}) ${part}`)
    }
  }
}

function split(text: string, max: number): string[] {
  const parts: string[] = []
  let rest = text.trim()
  while (rest.length > max) {
    const end = cut(rest, max)
    parts.push(rest.slice(0, end))
    rest = rest.slice(end).replace(/^[^\S\u00a0\u202f]+(?!\p{M})/u, '')
  }
  if (rest !== '' || parts.length === 0) parts.push(rest)
  return parts
}

/** Where the first part ends. A paragraph or line end counts only when it fills at least half of the part. */
function cut(text: string, max: number): number {
  const last = { paragraph: 0, line: 0, word: 0 }
  for (const blank of text.matchAll(BLANKS)) {
    if (blank.index > max) break
    const lines = blank[0].split('\n').length - 1
    last[lines > 1 ? 'paragraph' : lines === 1 ? 'line' : 'word'] = blank.index
  }
  if (last.paragraph >= max / 2) return last.paragraph
  if (last.line >= max / 2) return last.line
  return Math.max(last.paragraph, last.line, last.word) || graphemeEnd(text, max)
}

function graphemeEnd(text: string, max: number): number {
  const start = graphemes.segment(text).containing(max)?.index ?? max
  if (start > 0) return start
  // One grapheme longer than a message: nothing sensible is torn any more, but pairs stay whole.
  return /[\uD800-\uDBFF]/.test(text[max - 1] ?? '') ? max - 1 : max
}
