import { refusals } from '../api-error.ts'
import type { Entry, PersonKind } from '../model.ts'
import { tellBot, type Method, type MethodCall, type Target } from '../platform.ts'
import { postMessage } from '../post-message.ts'
import { botFacts, updateOf } from '../update-shape.ts'
import { readText, requireText, resolveTarget } from './params.ts'

/** "`text` is required, 1 to 2000"; captions alike (zalo-bot-api.md 2.2). Counted in UTF-16 units here. */
const MAX_TEXT = 2000

export const sendMessage: Method = (call) => {
  const target = resolveTarget(call)
  const text = requireText(call, 'text')
  if (text.length > MAX_TEXT) throw refusals.length('text', 1, MAX_TEXT)
  return answer(put(call, target, { method: 'sendMessage', kind: 'text', text }))
}

/** "Only a public http:// or https:// URL"; uploads are not parsed; an empty caption is an error (2.4). */
export const sendPhoto: Method = async (call) => {
  const target = resolveTarget(call)
  const url = requireText(call, 'photo')
  if (!/^https?:\/\//.test(url)) throw refusals.photoScheme()
  const caption = readText(call, 'caption')
  if (caption !== undefined && (caption === '' || caption.length > MAX_TEXT)) {
    throw refusals.length('caption', 1, MAX_TEXT)
  }
  call.quotas.checkMessages(call.bot)
  await call.photos.fetchFirst(url)
  const content = { method: 'sendPhoto', kind: 'image', text: caption ?? '', mediaUrl: url } as const
  const entry = put(call, target, content)
  entry.fetches.push({ at: call.world.now(), isOk: true })
  call.world.transcript.change(entry)
  call.photos.refetchLater(entry)
  return { ...answer(entry), message_type: 'CHAT_PHOTO' }
}

export const sendSticker: Method = (call) => {
  const target = resolveTarget(call)
  const text = requireText(call, 'sticker')
  return answer(put(call, target, { method: 'sendSticker', kind: 'sticker', text }))
}

/** "private chats only"; to a group it "may answer ok:true and never appear" (2, 5). */
export const sendVoice: Method = (call) => {
  const target = resolveTarget(call)
  const mediaUrl = requireText(call, 'voice_url')
  if (!/^https?:\/\/\S+\.aac(\?\S*)?$/.test(mediaUrl)) throw refusals.voiceUrl()
  const isShown = target.group === null
  return answer(put(call, target, { method: 'sendVoice', kind: 'voice', text: '', mediaUrl, isShown }))
}

/** Answers `{"ok": true}` without `result` (1.1). */
export const sendChatAction: Method = (call) => {
  resolveTarget(call)
  if (requireText(call, 'action') !== 'typing') throw refusals.action()
  return undefined
}

interface Content {
  method: string
  kind: PersonKind
  text: string
  mediaUrl?: string
  isShown?: boolean
}

function put(call: MethodCall, target: Target, { kind, ...content }: Content): Entry {
  const { world, bot, quotas } = call
  quotas.checkMessages(bot)
  quotas.countMessage(bot, 'out')
  const { chat, place } = target
  const entry = postMessage(world, { chat, place, bot: bot.id, from: bot.id, author: 'bot', ...content })
  if (world.switches().echoOwn) echo(call, target, entry, kind)
  return entry
}

/** C-7: some see the bot's own messages come back; they must be filtered by `is_bot` or the id. */
function echo(call: MethodCall, target: Target, entry: Entry, kind: PersonKind): void {
  const { world, bot } = call
  const { messageId, at, text, mediaUrl } = entry
  const chat = { id: target.chat, isGroup: target.group !== null }
  entry.update = updateOf(world, { kind, messageId, at, chat, from: botFacts(bot), text, mediaUrl })
  tellBot(call, bot, entry)
}

function answer(entry: Entry): { message_id: string; date: number } {
  return { message_id: entry.messageId, date: entry.at }
}
