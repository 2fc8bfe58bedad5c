import type { Remote } from '../server/control-http.ts'
import type { ZaloControl } from '../zalo/index.ts'
import type { Phone } from './phone.ts'

/**
 * The chat of a person with a bot, or in a group (`group`: its key). In a group, words that begin with
 * `@bot` or the bot's name choose it in the `@` picker; other words do not reach it. Acts wait for an open
 * poll, since the platform forgets what comes while nobody listens.
 */
export function zaloPhone(
  control: Remote<ZaloControl>,
  place: { user: string; bot: string; group?: string },
): Phone {
  const { user, bot, group } = place
  const act = { user, bot, ...(group !== undefined && { group }) }
  let names: ReadonlyMap<string, string> | undefined
  const write = async (text: string): Promise<void> => {
    await control.waitForPoll(bot)
    const rest = group === undefined ? null : afterMention(text, bot)
    await control.say(rest === null ? { ...act, text } : { ...act, text: rest, mention: true })
  }
  return {
    lines: async () => {
      names ??= new Map([
        ...(await control.users()).map(({ key, displayName }) => [key, displayName] as const),
        ...(await control.bots()).map(({ id, displayName }) => [id, displayName] as const),
      ])
      return (await control.transcript(group ?? user))
        .filter((entry) => entry.isShown)
        .map((entry) => ({
          seq: entry.seq,
          from: entry.from === user ? null : (names?.get(entry.from) ?? entry.from),
          isBot: entry.author === 'bot',
          text: entry.text,
          attachment: entry.method === 'image' || entry.method === 'sendPhoto' ? 'photo' : null,
          buttons: [],
        }))
    },
    write,
    press: async (label) => {
      await write(label)
      return null
    },
    sendPhoto: async (data, caption) => {
      await control.waitForPoll(bot)
      await control.sendImage({ ...act, data, ...(caption !== '' && { caption }) })
    },
  }
}

function afterMention(text: string, bot: string): string | null {
  for (const name of ['bot', bot]) {
    const mention = `@${name} `
    if (`${text} `.toLowerCase().startsWith(mention.toLowerCase())) return text.slice(mention.length)
  }
  return null
}
