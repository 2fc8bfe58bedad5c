/**
 * Whether a text can only be an invitation code: eight letters and digits of the codes' alphabet (no 0, 1,
 * I, L, O), with or without a dash or blank in the middle. A word of letters alone counts when it is in capitals.
 */
export function looksLikeCode(text: string): boolean {
  const typed = text.trim()
  if (!/^[A-HJKMNP-Z2-9]{4}[ -]?[A-HJKMNP-Z2-9]{4}$/i.test(typed)) return false
  return /\d/.test(typed) || typed === typed.toUpperCase()
}
