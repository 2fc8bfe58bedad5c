import { refusals } from '../api-error.ts'
import type { FormattedText } from '../html-entities.ts'
import { readCaption, readMessageText } from '../message-text.ts'
import type { Entry } from '../model.ts'
import type { Method, MethodCall } from '../platform.ts'
import { readReplyMarkup, type ReplyMarkup } from '../reply-markup.ts'
import { resolveWritable } from '../targets.ts'
import { findMessage, isAdministrator } from '../world.ts'

/** "A message can only be deleted if it was sent less than 48 hours ago" (deleteMessage). */
const DELETABLE_MS = 48 * 3_600_000

export const editMessageText: Method = (call) => {
  const content = readMessageText(call.params)
  const entry = getEditable(call)
  if (entry.message['text'] === undefined) throw refusals.noTextToEdit()
  return change(call, entry, { ...content, field: 'text', entityField: 'entities' })
}

export const editMessageCaption: Method = (call) => {
  const content = readCaption(call.params)
  const entry = getEditable(call)
  if (entry.message['text'] !== undefined)
    throw refusals.badRequest('there is no caption in the message to edit')
  return change(call, entry, { ...content, field: 'caption', entityField: 'caption_entities' })
}

export const editMessageReplyMarkup: Method = (call) => change(call, getEditable(call), null)

export const deleteMessage: Method = (call) => {
  const { world, bot, params } = call
  const target = resolveWritable(world, bot, params)
  const entry = findMessage(world, target.id, bot.id, params.number('message_id') ?? 0)
  if (!entry || entry.deletedAt !== null) throw refusals.deleteNotFound()
  const isTooOld = world.now() - entry.at > DELETABLE_MS
  const isOthers = entry.from !== bot.id && target.group !== null && !isAdministrator(target.group, bot.id)
  if (isTooOld || isOthers) throw refusals.cannotDelete()
  entry.deletedAt = world.now()
  world.transcript.change(entry)
  return true
}

function getEditable(call: MethodCall): Entry {
  const { world, bot, params } = call
  const target = resolveWritable(world, bot, params)
  const entry = findMessage(world, target.id, bot.id, params.number('message_id') ?? 0)
  if (!entry || entry.deletedAt !== null) throw refusals.editNotFound()
  if (entry.from !== bot.id || entry.author !== 'bot') throw refusals.cannotEdit()
  return entry
}

interface NewContent extends FormattedText {
  field: string
  entityField: string
}

/** Rewrites content and keyboard. An edit without `reply_markup` takes the keyboard away, as on Telegram. */
function change(call: MethodCall, entry: Entry, content: NewContent | null): unknown {
  const { world, bot, limits } = call
  const markup = readReplyMarkup(call.params)
  const next = changedMessage(entry, content, markup)
  if (sameContent(entry.message, next)) throw refusals.notModified()
  limits.spend(bot.id, entry.chat, 'edit')
  const at = world.now()
  entry.edits.push({ at, text: entry.text, keyboard: entry.keyboard })
  entry.message = { ...next, edit_date: Math.floor(at / 1000) }
  if (content) entry.text = content.text
  entry.keyboard = markup?.keyboard ?? null
  world.transcript.change(entry)
  return entry.message
}

function changedMessage(
  entry: Entry,
  content: NewContent | null,
  markup: ReplyMarkup | null,
): Entry['message'] {
  const next = { ...entry.message }
  if (content) {
    next[content.field] = content.text
    if (content.entities.length > 0) next[content.entityField] = content.entities
    else delete next[content.entityField]
  }
  if (markup?.keyboard) next['reply_markup'] = markup.raw
  else delete next['reply_markup']
  return next
}

function sameContent(before: Entry['message'], after: Entry['message']): boolean {
  const fields = ['text', 'entities', 'caption', 'caption_entities', 'reply_markup']
  return fields.every((field) => JSON.stringify(before[field]) === JSON.stringify(after[field]))
}
