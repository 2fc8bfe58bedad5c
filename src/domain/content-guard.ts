import {
  ACCOUNT_WORD,
  HARMLESS_AFTER_MARK,
  HARMLESS_BEFORE_MARK,
  IDENTITY_WORD,
  MARK,
  MARK_FIELD,
  MONEY_WORD,
} from './vietnamese-guard-words.ts'

/** Why a message is not kept. Also the last part of the locale key that answers it (`guard-<reason>`). */
export type GuardReason = 'secrecy-mark' | 'identity-number' | 'card-number' | 'bank-account'

/**
 * Decides whether what a person sent may be kept: reads text, caption and file name. Null: it may.
 * Sees composed and decomposed letters, full-width digits and hard blanks alike.
 */
export function decideContent(texts: readonly (string | undefined)[]): GuardReason | null {
  for (const raw of texts) {
    if (!raw) continue
    const text = raw.normalize('NFKC')
    if (hasSecrecyMark(text)) return 'secrecy-mark'
    if (hasCardNumber(text)) return 'card-number'
    if (hasIdentityNumber(text)) return 'identity-number'
    if (hasBankAccount(text)) return 'bank-account'
  }
  return null
}

function hasSecrecyMark(text: string): boolean {
  if (MARK_FIELD.test(text)) return true
  for (const match of text.matchAll(MARK)) {
    if (match[1]) return true
    const before = /(\p{L}+)\s+$/u.exec(text.slice(0, match.index))?.[1]
    const after = /^[^\S\n]+(\p{L}+)/u.exec(text.slice(match.index + match[0].length))?.[1]
    if (before && HARMLESS_BEFORE_MARK.includes(before)) continue
    if (after && HARMLESS_AFTER_MARK.includes(after)) continue
    return true
  }
  return false
}

// A number in a link, after a plus sign or inside a longer number is none of ours.
const START = String.raw`(?<![\p{L}\d/.=+-])`
const END = String.raw`(?![\p{L}\d]|[.,/-]\d)`
const TWELVE = new RegExp(
  String.raw`${START}(?:\d{12}|\d{3}([ .-])\d{3}\1\d{3}\1\d{3}|\d{4}([ .-])\d{4}\2\d{4})${END}`,
  'gu',
)
/** `yyyyMMddHHmm`, as cameras and scanners name their files. */
const TIMESTAMP = /^20\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])/
/** Province, century and sex, year of birth: Thông tư 59/2021/TT-BCA, article 4. */
const CITIZEN_NUMBER = /^0\d{2}[0-9]\d{8}$/
const LABELLED_NUMBER = /^[^\d\n]{0,40}(\d[\d .-]{7,18}\d)(?!\d)/u

function hasIdentityNumber(text: string): boolean {
  for (const match of text.matchAll(TWELVE)) {
    const digits = digitsOf(match[0])
    if (TIMESTAMP.test(digits)) continue
    if (CITIZEN_NUMBER.test(digits)) return true
    const isFigure = match[0] !== digits || digits.endsWith('000')
    if (!isFigure && !MONEY_WORD.test(text.slice(match.index + match[0].length))) return true
  }
  // Nine digits alone are an old identity number, unless they end like a sum of money.
  const alone = text.trim().replace(/[.!]$/, '')
  if (/^\d{9}$/.test(alone) && !alone.endsWith('000')) return true
  return followedBy(text, IDENTITY_WORD, LABELLED_NUMBER, [9, 12])
}

const CARD = new RegExp(
  String.raw`${START}(?:\d{13,19}|\d{4}([ -])\d{4}\1\d{4}\1\d{1,7}|\d{4}([ -])\d{6}\2\d{5}|\d{4}([ -])\d{4}\3\d{4}\3\d{4}\3\d{1,3})(?!\d)`,
  'gu',
)
/** First digits of the schemes in use: 2-series, 3 to 6, and NAPAS 9704. */
const CARD_SCHEME = /^(?:2[2-7]|[3-6]|9704)/

function hasCardNumber(text: string): boolean {
  for (const match of text.matchAll(CARD)) {
    const digits = digitsOf(match[0])
    if (digits.length >= 13 && digits.length <= 19 && CARD_SCHEME.test(digits) && passesLuhn(digits))
      return true
  }
  return false
}

/** ISO/IEC 7812-1, annex B. */
export function passesLuhn(digits: string): boolean {
  let sum = 0
  for (let index = 0; index < digits.length; index += 1) {
    const digit = Number(digits.at(-1 - index))
    const weighed = index % 2 === 1 ? digit * 2 : digit
    sum += weighed > 9 ? weighed - 9 : weighed
  }
  return sum % 10 === 0
}

function hasBankAccount(text: string): boolean {
  return followedBy(text, ACCOUNT_WORD, /^[^\d\n]{0,40}(\d[\d .-]{4,22}\d)(?!\d)/u)
}

/** Whether a number of one of these lengths follows the word closely. */
function followedBy(text: string, word: RegExp, number: RegExp, lengths?: number[]): boolean {
  for (const match of text.matchAll(new RegExp(word, `${word.flags}g`))) {
    const found = number.exec(text.slice(match.index + match[0].length))?.[1]
    if (found && (!lengths || lengths.includes(digitsOf(found).length))) return true
  }
  return false
}

function digitsOf(text: string): string {
  return text.replace(/\D/g, '')
}
