/**
 * `text` without `@<displayName>`, wherever it stands and however it is typed: Zalo marks no mentions, so the
 * bot's shown name in the text is all there is. People pick it from a list, or type it: without accents, in
 * one word, with more blanks, or only the first of its words. The text is given back in NFC, trimmed.
 */
export function stripMention(text: string, displayName: string): string {
  const chars = Array.from(text.normalize('NFC'))
  const words = displayName
    .trim()
    .split(/\s+/)
    .map((word) => Array.from(fold(word)))
    .filter((letters) => letters.length > 0)
  let rest = ''
  let isFound = false
  for (let at = 0; at < chars.length;) {
    const isStart = chars[at] === '@' && !WORD.test(chars[at - 1] ?? '')
    const end = isStart ? endOfName(chars, at + 1, words) : null
    if (end === null) {
      rest += chars[at]
      at += 1
      continue
    }
    isFound = true
    rest += ' '
    // `@Bot: báo cáo`
    at = end + (/[:,;]/.test(chars[end] ?? '') ? 1 : 0)
  }
  if (!isFound) return rest.trim()
  return rest
    .replaceAll(/[^\S\n]+/g, ' ')
    .replaceAll(/ ?\n ?/g, '\n')
    .replace(/[ ,;]+$/, '')
    .trim()
}

const WORD = /[\p{L}\p{N}\p{M}]/u
/** Blanks of one line, and what nobody sees. */
const BLANK = /[^\S\n]|[\u00ad\u200b-\u200f\u2060\ufeff]/

/** Where the longest beginning of the name ends, counted in whole words; null: it is not our name. */
function endOfName(
  chars: readonly string[],
  from: number,
  words: readonly (readonly string[])[],
): number | null {
  let at = from
  let end: number | null = null
  // False: a longer word, as in the name of another bot, unless the next word of ours is written on.
  let isWhole = true
  for (const letters of words) {
    while (BLANK.test(chars[at] ?? '')) at += 1
    for (const letter of letters) {
      if (at >= chars.length || fold(chars[at]!) !== letter) return isWhole ? end : null
      at += 1
      while (/\p{M}/u.test(chars[at] ?? '')) at += 1
    }
    const isEnd = !WORD.test(chars[at] ?? '')
    if (isEnd) end = at
    // A number may as well be what is said: `@Bot Mẫu 12` to `Bot Mẫu 1`.
    isWhole = isEnd || /^\d+$/.test(letters.join(''))
  }
  return isWhole ? end : null
}

function fold(text: string): string {
  return text.normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase().replaceAll('đ', 'd')
}
