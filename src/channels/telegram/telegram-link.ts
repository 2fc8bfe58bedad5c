import type { BotIdentity } from '../channel-adapter.ts'

/** Deep links carry 1-64 of these (core.telegram.org/bots/features#deep-linking). */
const PAYLOAD = /^[A-Za-z0-9_-]{1,64}$/

/** `https://t.me/<bot>`, with `?start=` or, for adding it to a group, `?startgroup=`. */
export function telegramLink(bot: BotIdentity, payload?: string, group = false): string {
  const link = `https://t.me/${bot.handle}`
  if (payload === undefined) return group ? `${link}?startgroup=true` : link
  if (!PAYLOAD.test(payload)) throw new Error('A link payload has 1-64 of A-Z a-z 0-9 _ -')
  return `${link}?${group ? 'startgroup' : 'start'}=${payload}`
}
