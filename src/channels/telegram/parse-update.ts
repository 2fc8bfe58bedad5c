import type { ConnectedBot, Update, UpdateBody } from '../channel-adapter.ts'
import { rawUpdateSchema } from './raw-update.ts'
import type {
  RawCallbackQuery,
  RawChat,
  RawChatMember,
  RawMemberChange,
  RawMessage,
  RawUser,
} from './raw-update.ts'
import { readText } from './read-text.ts'

/** What a person may send that no form takes; the field's name is the hint. */
const UNSUPPORTED = [
  ['animation', 'sticker', 'voice', 'video', 'video_note', 'audio', 'location', 'venue', 'contact', 'poll'],
  ['dice', 'story', 'game', 'checklist', 'paid_media'],
].flat()

type Parsed = Omit<Update, 'v' | 'botId' | 'key'>

/**
 * Normalises one Telegram update; null for what concerns nobody: bots, service messages, commands for
 * other bots, unknown kinds. `receivedAt` (machine time) dates pressed buttons, which carry no time.
 */
export function parseTelegramUpdate(raw: unknown, bot: ConnectedBot, receivedAt: Date): Update | null {
  const update = rawUpdateSchema.safeParse(raw).data
  if (!update) return null
  const parsed = update.message
    ? parseMessage(update.message, bot)
    : update.edited_message
      ? parseEdit(update.edited_message, bot)
      : update.callback_query
        ? parseButton(update.callback_query, receivedAt)
        : update.my_chat_member
          ? parseMembership(update.my_chat_member)
          : null
  return parsed && { v: 1, botId: bot.id, key: String(update.update_id), ...parsed }
}

function parseMessage(message: RawMessage, bot: ConnectedBot): Parsed | null {
  const migration = parseMigration(message)
  if (migration) return migration
  const content = readContent(message, bot)
  if (!content || !isFromPerson(message) || !chatKind(message.chat)) return null
  return framed(message, bot, content)
}

function parseEdit(message: RawMessage, bot: ConnectedBot): Parsed | null {
  const said = readText(message.text ?? message.caption ?? '', entitiesOf(message), bot)
  if ((message.text ?? message.caption) === undefined) return null
  if (!isFromPerson(message) || !chatKind(message.chat)) return null
  const body: UpdateBody = { kind: 'edited-text', text: said.text, messageId: String(message.message_id) }
  return framed(message, bot, { ...said, body })
}

interface Content {
  body: UpdateBody
  called: boolean
  foreign: boolean
}

function readContent(message: RawMessage, bot: ConnectedBot): Content | null {
  const { text, ...call } = readText(message.text ?? message.caption ?? '', entitiesOf(message), bot)
  const caption = text === '' ? {} : { caption: text }
  if (message.text !== undefined) return { ...call, body: { kind: 'text', text } }
  const unsupported = UNSUPPORTED.find((kind) => message[kind] !== undefined)
  if (unsupported) return { ...call, body: { kind: 'unsupported', hint: unsupported } }
  if (message.photo) {
    const largest = message.photo.reduce((a, b) => (b.width * b.height > a.width * a.height ? b : a))
    const album = message.media_group_id === undefined ? {} : { albumId: message.media_group_id }
    const file = { source: largest.file_id, mime: 'image/jpeg', ...size(largest.file_size) }
    return { ...call, body: { kind: 'photo', file, ...caption, ...album } }
  }
  if (message.document) {
    const { file_id: source, file_name: name, mime_type: mime, file_size } = message.document
    const file = { source, ...(name && { name }), ...(mime && { mime }), ...size(file_size) }
    return { ...call, body: { kind: 'document', file, ...caption } }
  }
  return null
}

function framed(message: RawMessage, bot: ConnectedBot, { body, called, foreign }: Content): Parsed | null {
  const kind = chatKind(message.chat) ?? 'group'
  if (kind === 'group' && foreign) return null
  // In a forum every message "replies" to the one that opened its topic.
  const reply = message.reply_to_message?.forum_topic_created ? undefined : message.reply_to_message
  const isReplyToUs = reply?.from !== undefined && String(reply.from.id) === bot.externalId
  return {
    sentAt: isoOf(message.edit_date ?? message.date),
    chat: { externalId: String(message.chat.id), kind, ...thread(message) },
    // Anonymous admins and people who write as a channel: `from` is a technical account.
    ...(message.from && !message.sender_chat && { sender: senderOf(message.from) }),
    messageId: String(message.message_id),
    addressed: kind === 'private' || called || isReplyToUs,
    ...(reply && { replyToMessageId: String(reply.message_id) }),
    body,
  }
}

/** Both service messages of an upgrade say the same thing, so both become the same event about the old chat. */
function parseMigration(message: RawMessage): Parsed | null {
  const to = message.migrate_to_chat_id ?? (message.migrate_from_chat_id && message.chat.id)
  if (to === undefined) return null
  const from = message.migrate_from_chat_id ?? message.chat.id
  return {
    sentAt: isoOf(message.date),
    chat: { externalId: String(from), kind: 'group' },
    addressed: false,
    body: { kind: 'chat-migrated', toChatExternalId: String(to) },
  }
}

function parseButton(query: RawCallbackQuery, receivedAt: Date): Parsed | null {
  const { message, data } = query
  const kind = message && chatKind(message.chat)
  if (!message || !kind || data === undefined) return null
  const messageId = String(message.message_id)
  return {
    sentAt: receivedAt.toISOString(),
    chat: { externalId: String(message.chat.id), kind, ...thread(message) },
    sender: senderOf(query.from),
    messageId,
    addressed: true,
    body: { kind: 'button', action: data, callbackId: query.id, messageId },
  }
}

/** `my_chat_member`: the bot's own place in a group, or whether a person blocks it. */
function parseMembership(change: RawMemberChange): Parsed | null {
  const kind = chatKind(change.chat)
  const before = isIn(change.old_chat_member)
  const after = isIn(change.new_chat_member)
  if (!kind || before === after) return null
  const event =
    kind === 'group'
      ? ({ kind: after ? 'bot-joined' : 'bot-left' } as const)
      : ({ kind: after ? 'unblocked' : 'blocked' } as const)
  return {
    sentAt: isoOf(change.date),
    chat: { externalId: String(change.chat.id), kind },
    sender: senderOf(change.from),
    addressed: kind === 'private',
    body: event,
  }
}

function isFromPerson(message: RawMessage): boolean {
  if (message.is_automatic_forward) return false
  return message.sender_chat !== undefined || (message.from !== undefined && !message.from.is_bot)
}

function chatKind(chat: RawChat): 'private' | 'group' | null {
  if (chat.type === 'private') return 'private'
  return chat.type === 'group' || chat.type === 'supergroup' ? 'group' : null
}

/** Thread ids of plain reply chains are not forum topics and must not be sent back. */
function thread(message: { message_thread_id?: number; is_topic_message?: boolean }): { threadId?: string } {
  const { message_thread_id: id, is_topic_message: isTopic } = message
  return isTopic && id !== undefined ? { threadId: String(id) } : {}
}

function senderOf(user: RawUser): NonNullable<Update['sender']> {
  const displayName = [user.first_name, user.last_name].filter(Boolean).join(' ')
  return {
    externalId: String(user.id),
    ...(displayName && { displayName }),
    ...(user.language_code && { languageCode: user.language_code }),
  }
}

function entitiesOf(message: RawMessage): NonNullable<RawMessage['entities']> {
  return (message.text === undefined ? message.caption_entities : message.entities) ?? []
}

function isIn(member: RawChatMember): boolean {
  if (member.status === 'restricted') return member.is_member === true
  return ['creator', 'administrator', 'member'].includes(member.status)
}

function size(bytes: number | undefined): { size?: number } {
  return bytes === undefined ? {} : { size: bytes }
}

/** Telegram counts whole seconds. */
function isoOf(seconds: number): string {
  return new Date(seconds * 1000).toISOString()
}
