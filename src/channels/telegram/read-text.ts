import type { BotIdentity } from '../channel-adapter.ts'
import type { RawEntity } from './raw-update.ts'

export interface ReadText {
  /** Without mentions of us and without `@bot` behind a command; NFC, trimmed. */
  text: string
  /** A mention of us, or a command that is not another bot's. */
  called: boolean
  /** Begins with a command for another bot. */
  foreign: boolean
}

/** Reads a text or caption with its entities (offsets in UTF-16 units, as strings count). */
export function readText(text: string, entities: readonly RawEntity[], bot: BotIdentity): ReadText {
  const handle = bot.handle.toLowerCase()
  let called = false
  let foreign = false
  const cuts: { from: number; to: number }[] = []
  for (const { type, offset, length, user } of entities) {
    const end = offset + length
    const piece = text.slice(offset, end).toLowerCase()
    if (type === 'bot_command' && offset === 0) {
      const at = piece.indexOf('@')
      if (at >= 0 && piece.slice(at + 1) !== handle) foreign = true
      else called = true
      if (at >= 0 && !foreign) cuts.push({ from: at, to: end })
    } else if (
      (type === 'mention' && piece === `@${handle}`) ||
      (type === 'text_mention' && String(user?.id) === bot.externalId)
    ) {
      called = true
      cuts.push({ from: offset, to: end })
    }
  }
  return { text: without(text, cuts), called, foreign }
}

function without(text: string, cuts: { from: number; to: number }[]): string {
  let kept = text
  for (const { from, to } of cuts.toSorted((a, b) => b.from - a.from)) {
    const after = kept.slice(to)
    // A mention leaves one blank, not two.
    kept = /\s$/.test(kept.slice(0, from))
      ? kept.slice(0, from) + after.trimStart()
      : kept.slice(0, from) + after
  }
  return kept.normalize('NFC').trim()
}
