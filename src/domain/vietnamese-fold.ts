/**
 * Vietnamese text as people and extracted documents really write it, made comparable.
 */

const FOLDED: Record<string, string> = { đ: 'd', ð: 'd', ƣ: 'u' }

/** One line, composed letters, and the `ƣ` of bad extraction read as the `ư` that it stands for. */
export function cleanVietnamese(text: string): string {
  return text
    .normalize('NFC')
    .replaceAll('ƣ', 'ư')
    .replaceAll('Ƣ', 'Ư')
    .replace(/[\u00AD\u200B-\u200D\uFEFF]/g, '')
    .replace(/\s+/g, ' ')
    .trim()
}

/**
 * Small letters without diacritics, one line: `Đồng chí` and `DONG CHI` both give `dong chi`. For text
 * that `cleanVietnamese` gave, the result has the same length, so that positions can be carried over.
 */
export function foldVietnamese(text: string): string {
  return Array.from(cleanVietnamese(text), foldLetter).join('')
}

function foldLetter(letter: string): string {
  const small = letter.toLowerCase()
  const bare = small.normalize('NFD').replace(/\p{M}/gu, '')
  const folded = FOLDED[bare] ?? bare
  return folded.length === letter.length ? folded : letter
}
