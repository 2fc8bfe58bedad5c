import { foldVietnamese } from './vietnamese-fold.ts'

const THANKS =
  /^(?:(?:vang|da|ok|oke|okay|oki|uh|um|ro|nhan ro|da ro|da nhan|(?:xin )?cam on|thanks|thank you)(?: (?:a|em|nhe|nha|nhieu|dong chi|ban|rat nhieu))*)$/
const EMOJI_ONLY = /^[\p{Extended_Pictographic}\p{Emoji_Modifier}\u{fe0f}\s]+$/u

/** `vâng ạ`, `ok`, `cảm ơn đồng chí`, 👍: politeness, never an answer. */
export function isThanks(text: string): boolean {
  const words = foldVietnamese(text)
    .replace(/[\s.,!?]+/g, ' ')
    .trim()
  return THANKS.test(words) || EMOJI_ONLY.test(text.trim())
}

const GREETING =
  /^(?:(?:xin )?chao|alo|hello|hi|hey|bot oi)(?: (?:a|em|nhe|nha|bot|ban|anh|chi|dong chi|nhip quy|buoi (?:sang|trua|chieu|toi)))*$/

/** `xin chào`, `chào bot ạ`, `alo`: greeted back, never an answer. */
export function isGreeting(text: string): boolean {
  const words = foldVietnamese(text)
    .replace(/[\s.,!?]+/g, ' ')
    .trim()
  return GREETING.test(words)
}
