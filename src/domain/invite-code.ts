/**
 * One-time codes that people read from paper or a screen and type: eight characters, none of which is
 * easily taken for another, and no vowels, so that no code is a word.
 */

const ALPHABET = '23456789CDFGHJKMNPQRTVWXY'
const LENGTH = 8
const CODE = new RegExp(`^[${ALPHABET}]{${LENGTH}}$`)
/** What people type for a character that they misread. */
const MISREAD: Record<string, string> = { Z: '2', S: '5', B: '8', U: 'V' }
const DASHES = /[-\u2010-\u2015\u2212_.\s]/g

/** A fresh code without dash. `randomBytes` gives that many random bytes. */
export function makeInviteCode(randomBytes: (size: number) => Uint8Array): string {
  // Bytes above the last whole multiple of the alphabet are left out, so that no character is likelier.
  const fair = 256 - (256 % ALPHABET.length)
  for (;;) {
    let code = ''
    while (code.length < LENGTH) {
      for (const byte of randomBytes(LENGTH)) {
        if (byte < fair && code.length < LENGTH) code += ALPHABET[byte % ALPHABET.length]
      }
    }
    // Digits alone would pass for a date or a telephone number, letters alone for an abbreviation.
    if (/[0-9]/.test(code) && /[A-Z]/.test(code)) return code
  }
}

/** `CDFG-2345`: the way a code is shown. */
export function showInviteCode(code: string): string {
  return `${code.slice(0, 4)}-${code.slice(4)}`
}

/** A code as typed: any case, dashes or blanks, misread characters. Null: this can be no code. */
export function normaliseInviteCode(text: string): string | null {
  const bare = text.normalize('NFKC').replace(DASHES, '').toUpperCase()
  const code = Array.from(bare, (letter) => MISREAD[letter] ?? letter).join('')
  return CODE.test(code) ? code : null
}
