import { normaliseInviteCode } from '../domain/invite-code.ts'

/**
 * Whether a text is meant as an invitation code. From a stranger anything of that shape is, so that a
 * misspelt code is answered as one.
 */
export function looksLikeCode(text: string, isStranger: boolean): boolean {
  const code = normaliseInviteCode(text)
  if (code && isMixed(code)) return true
  return isStranger && /^[A-Z\d]{4}[ -]?[A-Z\d]{4}$/i.test(text.trim()) && isMixed(text)
}

/** Every code holds a digit and a letter. */
function isMixed(text: string): boolean {
  return /\d/.test(text) && /[A-Z]/i.test(text)
}
