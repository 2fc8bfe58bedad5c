import { InputFile } from 'grammy'
import type { InlineKeyboardButton, InlineKeyboardMarkup } from '@grammyjs/types'
import type { ChatTarget, Choice, ConnectedBot, OutgoingContent, Receipt } from '../channel-adapter.ts'
import { callTelegram, grammySignal, type TelegramApi } from './telegram-api.ts'
import { isBenign } from './telegram-error.ts'
import { telegramLink } from './telegram-link.ts'

/** `callback_data`: 1-64 bytes (core.telegram.org/bots/api#inlinekeyboardbutton). */
const ACTION_BYTES = 64

/** Sends one operation as plain text or file. Throws `SendError`. */
export async function sendTelegramMessage(
  api: TelegramApi,
  bot: ConnectedBot,
  chat: ChatTarget,
  content: OutgoingContent,
  signal?: AbortSignal,
): Promise<Receipt> {
  const operation = prepare(api, bot, chat, content, signal)
  const isNewMessage = content.operation !== 'edit' && content.operation !== 'keyboard-off'
  const sent = await callTelegram(operation, { mayRepeat: !isNewMessage })
  return { externalMessageId: isNewMessage && sent !== true ? String(sent.message_id) : null }
}

type Sent = { message_id: number } | true

function prepare(
  api: TelegramApi,
  bot: ConnectedBot,
  chat: ChatTarget,
  content: OutgoingContent,
  aborted?: AbortSignal,
): () => Promise<Sent> {
  const to = chat.externalId
  const signal = grammySignal(aborted)
  const thread = chat.threadId === undefined ? {} : { message_thread_id: Number(chat.threadId) }
  switch (content.operation) {
    case 'text': {
      const reply = content.replyTo && {
        reply_parameters: { message_id: Number(content.replyTo), allow_sending_without_reply: true },
      }
      const more = { ...thread, ...reply, ...keyboard(bot, content), link_preview_options: NO_PREVIEW }
      return () => api.sendMessage(to, content.text, more, signal)
    }
    case 'edit': {
      const more = { ...keyboard(bot, content), link_preview_options: NO_PREVIEW }
      return () =>
        settled('edit', () => api.editMessageText(to, Number(content.messageId), content.text, more, signal))
    }
    case 'keyboard-off':
      return () =>
        settled('keyboard-off', () => api.editMessageReplyMarkup(to, Number(content.messageId), {}, signal))
    case 'photo': {
      const { photo } = content
      const file = 'url' in photo ? photo.url : fileOf(photo.base64, photo.name)
      return () => api.sendPhoto(to, file, { ...thread, ...caption(content) }, signal)
    }
    default: {
      const file = fileOf(content.base64, content.name)
      return () => api.sendDocument(to, file, { ...thread, ...caption(content) }, signal)
    }
  }
}

const NO_PREVIEW = { is_disabled: true }

async function settled(operation: 'edit' | 'keyboard-off', edit: () => Promise<Sent>): Promise<Sent> {
  try {
    return await edit()
  } catch (error) {
    if (isBenign(error, operation)) return true
    throw error
  }
}

function keyboard(
  bot: ConnectedBot,
  content: { choices?: Choice[][]; openPrivate?: { label: string; payload: string } },
): { reply_markup?: InlineKeyboardMarkup } {
  const rows: InlineKeyboardButton[][] = (content.choices ?? []).map((row) => row.map(button))
  if (content.openPrivate) {
    rows.push([{ text: content.openPrivate.label, url: telegramLink(bot, content.openPrivate.payload) }])
  }
  return rows.length > 0 ? { reply_markup: { inline_keyboard: rows } } : {}
}

function button({ label, action }: Choice): InlineKeyboardButton {
  const bytes = Buffer.byteLength(action)
  if (bytes < 1 || bytes > ACTION_BYTES) throw new Error(`A choice carries ${bytes} bytes; 1-64 are allowed`)
  return { text: label, callback_data: action }
}

function caption(content: { caption?: string }): { caption?: string } {
  return content.caption ? { caption: content.caption } : {}
}

function fileOf(base64: string, name: string): InputFile {
  // grammY writes the name into a header as it is.
  return new InputFile(Buffer.from(base64, 'base64'), name.replaceAll(/[\r\n"]/g, '_'))
}
