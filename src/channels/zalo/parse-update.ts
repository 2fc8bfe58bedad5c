import type { ConnectedBot, Update, UpdateBody } from '../channel-adapter.ts'
import { readRawEvent, type RawZaloMessage } from './raw-update.ts'
import { stripMention } from './strip-mention.ts'

/** Below it a date is in seconds; documented are milliseconds. */
const FIRST_MILLISECONDS = 1e12

/**
 * Normalises one Zalo event, flat or wrapped; null for our own messages, other bots and unknown events.
 * Whatever comes from a group was said to us: nothing else is delivered. `receivedAt`: machine time, for
 * events without a date.
 */
export function parseZaloUpdate(raw: unknown, bot: ConnectedBot, receivedAt: Date): Update | null {
  const event = readRawEvent(raw)
  if (!event) return null
  const { message } = event
  const { from, chat } = message
  const body = readBody(event.event_name ?? inferred(message), message, bot)
  if (!body || from.is_bot || from.id === bot.externalId) return null
  return {
    v: 1,
    botId: bot.id,
    key: `${chat.id}:${message.message_id}`,
    sentAt: instantOf(message.date, receivedAt).toISOString(),
    chat: { externalId: chat.id, kind: isGroup(message) ? 'group' : 'private' },
    sender: { externalId: from.id, ...(from.display_name && { displayName: from.display_name }) },
    messageId: message.message_id,
    addressed: true,
    body,
  }
}

function readBody(eventName: string, message: RawZaloMessage, bot: ConnectedBot): UpdateBody | null {
  const spoken = (text: string | undefined): string => stripMention(text ?? '', bot.displayName)
  switch (eventName) {
    case 'message.text.received':
      return { kind: 'text', text: spoken(message.text) }
    case 'message.image.received': {
      const source = message.photo_url ?? message.photo
      const caption = spoken(message.caption)
      if (!source) return { kind: 'unsupported', hint: 'photo' }
      return { kind: 'photo', file: { source }, ...(caption && { caption }) }
    }
    case 'message.sticker.received':
      return { kind: 'unsupported', hint: 'sticker' }
    case 'message.voice.received':
      return { kind: 'unsupported', hint: 'voice' }
    // Files, videos, links: Zalo does not say which.
    case 'message.unsupported.received':
      return { kind: 'unsupported' }
    default:
      return null
  }
}

function inferred(message: RawZaloMessage): string {
  if (message.photo_url ?? message.photo) return 'message.image.received'
  if (message.voice_url !== undefined) return 'message.voice.received'
  if (message.sticker !== undefined) return 'message.sticker.received'
  return message.text === undefined ? 'unknown' : 'message.text.received'
}

function isGroup({ chat, from }: RawZaloMessage): boolean {
  return chat.chat_type === undefined ? chat.id !== from.id : chat.chat_type.toUpperCase() === 'GROUP'
}

function instantOf(date: number | undefined, receivedAt: Date): Date {
  if (date === undefined || date <= 0) return receivedAt
  return new Date(date < FIRST_MILLISECONDS ? date * 1000 : date)
}
