import {
  ADDRESS_WORDS,
  FULL_NAME,
  LATENESS_WORDS,
  MEMBERSHIP_WORDS,
  PUBLIC_NAMES,
} from './vietnamese-private-words.ts'

/** What a locked screen shows of a private message, UTF-16 units. */
export const PREVIEW_LENGTH = 60

/**
 * Whether the start of a private message may be read by whoever lies beside the telephone: no membership,
 * no lateness, no name. `names` are names known to be in it. Unasked messages (`scheduled`) also avoid the
 * form of address.
 */
export function isLockScreenSafe(
  text: string,
  kind: 'reply' | 'scheduled',
  names: readonly string[] = [],
): boolean {
  const preview = previewOf(text)
  const small = preview.toLowerCase()
  if (MEMBERSHIP_WORDS.test(small) || LATENESS_WORDS.test(small)) return false
  if (kind === 'scheduled' && ADDRESS_WORDS.test(small)) return false
  for (const [name] of preview.matchAll(FULL_NAME)) if (!PUBLIC_NAMES.test(name)) return false
  return !names.some((name) => containsName(preview, name))
}

/** The first characters, as a notification runs them together. */
export function previewOf(text: string): string {
  return text.normalize('NFC').replace(/\s+/g, ' ').trim().slice(0, PREVIEW_LENGTH)
}

function containsName(preview: string, name: string): boolean {
  const wanted = name.normalize('NFC').trim()
  // The last word may be cut by the end of the preview.
  const words = wanted.split(/\s+/).filter((word) => word.length > 1)
  if (words.length === 0) return false
  const pattern = words.map((word) => word.replace(/[^\p{L}\p{M}\d]/gu, String.raw`\$&`)).join(' ')
  return new RegExp(String.raw`(?<!\p{L})${pattern}(?!\p{L})`, 'u').test(preview)
}
