import { botObject } from '../api-objects.ts'
import { refusals } from '../api-error.ts'
import type { FormattedText } from '../html-entities.ts'
import { fileFields, receiveFile, type FileFacts } from '../incoming-files.ts'
import { readCaption, readMessageText } from '../message-text.ts'
import type { Entry } from '../model.ts'
import type { Method, MethodCall } from '../platform.ts'
import { postMessage } from '../post-message.ts'
import { readReplyMarkup, type ReplyMarkup } from '../reply-markup.ts'
import { resolveThread, resolveWritable, type Target } from '../targets.ts'
import { findMessage } from '../world.ts'

export const sendMessage: Method = (call) => {
  const content = readMessageText(call.params)
  const place = preparePlace(call)
  return put(call, place, 'sendMessage', textFields(content, 'text', 'entities'), content.text)
}

export const sendPhoto: Method = (call) => sendFile(call, 'sendPhoto', 'photo', 'photos')

export const sendDocument: Method = (call) => sendFile(call, 'sendDocument', 'document', 'documents')

interface InputMedia {
  type?: string
  media?: string
  caption?: string
}

export const sendMediaGroup: Method = async (call) => {
  const media = call.params.object('media') as InputMedia[] | undefined
  if (!Array.isArray(media) || media.length < 2 || media.length > 10) {
    throw refusals.badRequest('there must be 2-10 items in an album')
  }
  const place = preparePlace(call)
  const album = String(call.world.store.next('album', 13_000_000_001))
  const messages: unknown[] = []
  for (const item of media) {
    const folder = item.type === 'photo' ? 'photos' : 'documents'
    const file = await receiveFile(call.world, call.params, '', folder, item.media ?? '')
    const text = item.caption?.trim() ?? ''
    const caption = textFields({ text, entities: [] }, 'caption', 'caption_entities')
    const fields = { media_group_id: album, ...fileFields(file, folder), ...caption }
    messages.push(put(call, place, 'sendMediaGroup', fields, text))
  }
  return messages
}

/** "the status is set for 5 seconds or less" (sendChatAction); nobody watches it here. */
export const sendChatAction: Method = (call) => {
  resolveWritable(call.world, call.bot, call.params)
  if (!call.params.text('action')) throw refusals.badRequest('wrong parameter action in request')
  return true
}

async function sendFile(
  call: MethodCall,
  method: string,
  field: string,
  folder: FileFacts['folder'],
): Promise<unknown> {
  const caption = readCaption(call.params)
  const place = preparePlace(call)
  const file = await receiveFile(call.world, call.params, field, folder)
  const fields = { ...fileFields(file, folder), ...textFields(caption, 'caption', 'caption_entities') }
  return put(call, place, method, fields, caption.text)
}

/** Where a message goes and what hangs on it, all checked. */
interface Place {
  target: Target
  thread: number | null
  replyTo: Entry | null
  markup: ReplyMarkup | null
}

function preparePlace(call: MethodCall): Place {
  const { world, bot, params } = call
  const target = resolveWritable(world, bot, params)
  const markup = readReplyMarkup(params)
  const replyTo = resolveReply(call, target)
  const topic = resolveThread(target, params.number('message_thread_id'))
  return { target, markup, replyTo, thread: topic?.id ?? replyTo?.thread ?? null }
}

interface ReplyParameters {
  message_id?: number
  allow_sending_without_reply?: boolean
}

/** "Pass True if the message should be sent even if the specified message to be replied to is not found". */
function resolveReply({ world, bot, params }: MethodCall, target: Target): Entry | null {
  const reply = params.object('reply_parameters') as ReplyParameters | undefined
  const messageId = reply?.message_id ?? params.number('reply_to_message_id')
  if (messageId === undefined) return null
  const found = findMessage(world, target.id, bot.id, messageId)
  if (found && found.deletedAt === null) return found
  if (reply?.allow_sending_without_reply || params.flag('allow_sending_without_reply')) return null
  throw refusals.replyNotFound()
}

function put(
  call: MethodCall,
  place: Place,
  method: string,
  fields: Record<string, unknown>,
  text: string,
): unknown {
  const { world, bot, limits } = call
  limits.spend(bot.id, place.target.id, 'message')
  const keyboard = place.markup?.keyboard ?? null
  const entry = postMessage(world, {
    chat: place.target.object,
    bot: bot.id,
    from: bot.id,
    author: 'bot',
    method,
    fields: {
      from: botObject(bot),
      ...fields,
      ...(keyboard && place.markup ? { reply_markup: place.markup.raw } : {}),
    },
    text,
    keyboard,
    markup: keyboard ? null : (place.markup?.raw ?? null),
    thread: place.thread,
    replyTo: place.replyTo,
  })
  return entry.message
}

function textFields(content: FormattedText, name: string, entities: string): Record<string, unknown> {
  if (content.text === '') return {}
  return { [name]: content.text, ...(content.entities.length > 0 ? { [entities]: content.entities } : {}) }
}
