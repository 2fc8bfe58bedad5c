import type { Bot, Person, PersonKind, ZaloUpdate } from './model.ts'
import type { World } from './world.ts'

/** What an update tells, before the switches give it its shape. */
export interface MessageFacts {
  kind: PersonKind
  messageId: string
  at: number
  chat: { id: string; isGroup: boolean }
  from: { id: string; displayName: string; isBot: boolean }
  text: string
  mediaUrl: string | null
}

const MESSAGE_TYPES: Partial<Record<PersonKind, string>> = {
  text: 'CHAT_MESSAGE',
  image: 'CHAT_PHOTO',
  voice: 'CHAT_VOICE',
}

/** An update as the platform words it (zalo-bot-api.md 4.1 and 6). No entities, no quote, no update id. */
export function updateOf(world: World, facts: MessageFacts): ZaloUpdate {
  const { imageField, dateUnit } = world.switches()
  const { kind, chat, from } = facts
  const type = MESSAGE_TYPES[kind]
  return {
    event_name: `message.${kind}.received`,
    message: {
      message_id: facts.messageId,
      date: dateUnit === 's' ? Math.floor(facts.at / 1000) : facts.at,
      ...(type ? { message_type: type } : {}),
      from: { id: from.id, display_name: from.displayName, is_bot: from.isBot },
      chat: { id: chat.id, chat_type: chat.isGroup ? 'GROUP' : 'PRIVATE' },
      ...(kind === 'text' ? { text: facts.text } : {}),
      ...(kind === 'image' ? { [imageField]: facts.mediaUrl } : {}),
      ...(kind === 'image' && facts.text !== '' ? { caption: facts.text } : {}),
      ...(kind === 'sticker' ? { sticker: 'pg-sticker-1', url: facts.mediaUrl } : {}),
      ...(kind === 'voice' ? { voice_url: facts.mediaUrl } : {}),
    },
  }
}

export function personFacts(person: Person, id: string): MessageFacts['from'] {
  return { id, displayName: person.displayName, isBot: false }
}

export function botFacts(bot: Bot): MessageFacts['from'] {
  return { id: bot.id, displayName: bot.displayName, isBot: true }
}

/** The same value with the keys of all its objects in random order. */
export function shuffled<T>(value: T, random: () => number): T {
  if (Array.isArray(value)) return value.map((item: unknown) => shuffled(item, random)) as T
  if (typeof value !== 'object' || value === null) return value
  const keys = Object.entries(value).map(([key, held]) => ({ key, held: held as unknown, order: random() }))
  keys.sort((a, b) => a.order - b.order)
  return Object.fromEntries(keys.map(({ key, held }) => [key, shuffled(held, random)])) as T
}
