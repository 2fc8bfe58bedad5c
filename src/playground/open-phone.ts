import { findGroup, findPersona, GROUPS, type Persona, PERSONAS, type PlaygroundChannel } from './personas.ts'
import type { Controls, Phone } from './phone/phone.ts'
import { telegramPhone } from './phone/telegram-phone.ts'
import { zaloPhone } from './phone/zalo-phone.ts'

/** Why there is no such chat: a key of `locales/` with its values. */
export interface NoPhone {
  problem: string
  values: Record<string, string>
}

export interface OpenPhone {
  phone: Phone
  persona: Persona
}

/** The chat that the words of a command name: a persona's own with the bot, or a group's. */
export async function openPhone(
  controls: Controls,
  wanted: { persona: string; channel?: string; group?: string },
): Promise<OpenPhone | NoPhone> {
  const persona = findPersona(wanted.persona)
  if (!persona)
    return { problem: 'playground-no-persona', values: { name: wanted.persona, names: names(PERSONAS) } }
  const group = wanted.group === undefined ? null : findGroup(wanted.group)
  if (wanted.group !== undefined && !group?.members.includes(persona.name)) {
    const own = GROUPS.filter(({ members }) => members.includes(persona.name))
    return { problem: 'playground-no-group', values: { name: persona.name, names: names(own) || '–' } }
  }
  const channel = group?.channel ?? wanted.channel ?? persona.channel
  if (channel !== 'telegram' && channel !== 'zalo') {
    return { problem: 'playground-no-channel', values: { channel } }
  }
  return { persona, phone: await phoneOf(controls, persona, channel, { group: group?.name }) }
}

/**
 * The phone of a persona on one channel. `group`: short name of a group of that channel. `bot`: shown name of
 * the bot to talk with; else the one talked with last, or the only one.
 */
export async function phoneOf(
  { telegram, zalo }: Controls,
  { name, telegramId }: Persona,
  channel: PlaygroundChannel,
  { group, bot: named }: { group?: string | undefined; bot?: string | undefined } = {},
): Promise<Phone> {
  const chat = group === undefined ? null : findGroup(group)
  if (channel === 'telegram') {
    const [bot] = await telegram.bots()
    return telegramPhone(telegram, {
      user: telegramId,
      bot: bot!.username,
      ...(chat && { group: chat.telegramId }),
    })
  }
  const bots = await zalo.bots()
  const present = chat && (await zalo.groups()).find(({ key }) => key === chat.name)?.bots[0]
  const spoken = (await zalo.transcript(name)).findLast((entry) => entry.bot !== null)?.bot
  const bot = bots.find(({ id, displayName }) => (named ? displayName === named : id === (present ?? spoken)))
  return zaloPhone(zalo, {
    user: name,
    bot: (bot ?? bots[0]!).displayName,
    ...(chat && { group: chat.name }),
  })
}

function names(list: readonly { name: string }[]): string {
  return list.map(({ name }) => name).join(', ')
}
