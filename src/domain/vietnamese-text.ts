import { foldVietnamese } from './vietnamese-fold.ts'

/**
 * One spelling for comparing what people type: Vietnamese comes with and without diacritics, composed and
 * decomposed, in capitals, with full-width digits, extra spaces and a full stop.
 */

const invisible = /[\u00ad\u200b-\u200f\u2060\ufeff]/g
const trailing = /[\s.,;:!?…]+$/u

/** As typed, but composed (NFC), with plain spaces and without invisible characters; line ends are kept. */
export function tidy(text: string): string {
  return text
    .normalize('NFC')
    .replace(invisible, '')
    .replace(/\r\n?/g, '\n')
    .replace(/[^\S\n]+/g, ' ')
    .replace(/ ?\n ?/g, '\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim()
}

/** Full-width letters, digits and signs as ASCII; diacritics stay. */
export function narrow(text: string): string {
  return tidy(text.replace(/[\uff01-\uff5e]/g, (wide) => String.fromCharCode(wide.charCodeAt(0) - 0xfee0)))
}

/** Lower case, without diacritics (`đ` is `d`), single spaces, ASCII digits, no trailing punctuation. */
export function plain(text: string): string {
  return foldVietnamese(narrow(text)).replace(trailing, '').trim()
}

/** Lower case with diacritics, otherwise as `plain`: `hùng` and `hưng` stay apart. */
export function spoken(text: string): string {
  return narrow(text).toLowerCase().replace(/\s+/g, ' ').replace(trailing, '').trim()
}

/** Whether two texts are the same words for a reader who forgives diacritics, case, spaces and full stops. */
export function sameWords(a: string, b: string): boolean {
  return plain(a) === plain(b)
}

/** Drops what people add out of politeness at the end: `bỏ qua nhé`, `có ạ`. Takes `plain` text. */
export function withoutParticles(text: string): string {
  return text.replace(/(?: (?:a|nhe|nha|di|voi|em|oi|em oi))+$/, '')
}
