import type { Remote } from '../server/control-http.ts'
import type { TelegramControl } from '../telegram/index.ts'
import type { EntryView } from '../telegram/observe.ts'
import type { ChatLine, Phone } from './phone.ts'

const START = /^\/start(?:@\w+)?(?:\s+([A-Za-z0-9_-]{1,64}))?$/
const START_LINK = /^https:\/\/t\.me\/\w+\?start=([A-Za-z0-9_-]{1,64})$/
/** What can only be an invitation code: one word that a link could carry. */
const CODE = /^[A-Z0-9]{4}-?[A-Z0-9]{4}$/i

/**
 * The chat of a person with the bot, or in a group (`group`: its id). Whoever never pressed Start presses it
 * with the first words; a link `https://t.me/…?start=…` is followed.
 */
export function telegramPhone(
  control: Remote<TelegramControl>,
  place: { user: number; bot: string; group?: number },
): Phone {
  const { user, bot, group } = place
  const act = { user, bot, ...(group !== undefined && { chat: group }) }
  let names: ReadonlyMap<number, string> | undefined
  const entries = () => control.transcript(group ?? user, bot)
  const open = async (text: string): Promise<boolean> => {
    const [, payload] = START_LINK.exec(text) ?? START.exec(text) ?? []
    const isFirst = (await entries()).length === 0
    if (payload === undefined && !START.test(text) && !isFirst) return false
    const carried = payload ?? (CODE.test(text) ? text : undefined)
    await control.start({ user, bot, ...(carried !== undefined && { payload: carried }) })
    return carried !== undefined || START.test(text)
  }
  return {
    lines: async () => {
      names ??= new Map([
        ...(await control.users()).map(({ id, firstName }) => [id, firstName] as const),
        ...(await control.bots()).map(({ id, firstName }) => [id, firstName] as const),
      ])
      return (await entries())
        .filter((entry) => entry.author !== 'service' && entry.deletedAt === null)
        .map((entry) => lineOf(entry, user, (id) => names?.get(id) ?? String(id)))
    },
    write: async (text) => {
      if (group === undefined && (await open(text))) return
      await control.say({ ...act, text: text.replace(/@bot\b/i, `@${bot}`) })
    },
    press: async (label) => (await control.press({ ...act, button: label })).url,
    sendPhoto: async (data, caption) => {
      if (group === undefined) await open('')
      await control.sendPhoto({ ...act, data, ...(caption !== '' && { caption }) })
    },
  }
}

function lineOf(entry: EntryView, self: number, nameOf: (id: number) => string): ChatLine {
  const isBot = entry.author === 'bot'
  const buttons = (entry.keyboard ?? []).map((row) =>
    row.map(({ text, url }) => ({ label: text, ...(url && { url }) })),
  )
  const isPhoto = entry.method === 'photo' || entry.method === 'sendPhoto'
  const isDocument = entry.method === 'document' || entry.method === 'sendDocument'
  return {
    seq: entry.seq,
    from: entry.from === self ? null : nameOf(entry.from),
    isBot,
    text: entry.text,
    attachment: isPhoto ? 'photo' : isDocument ? 'document' : null,
    buttons: isBot ? buttons : [],
  }
}
