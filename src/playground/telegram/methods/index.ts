import type { Method } from '../platform.ts'
import { answerCallbackQuery } from './callbacks.ts'
import { getChat, getChatAdministrators, getChatMember, touchMessage } from './chats.ts'
import { deleteMessage, editMessageCaption, editMessageReplyMarkup, editMessageText } from './edit.ts'
import { getFile } from './files.ts'
import { acceptProfile, deleteMyCommands, getMe, getMyCommands, setMyCommands } from './profile.ts'
import { sendChatAction, sendDocument, sendMediaGroup, sendMessage, sendPhoto } from './send.ts'
import { deleteWebhook, getUpdates, getWebhookInfo, setWebhook } from './updates.ts'

/** Every method this server knows, by its lower-case name: Telegram ignores the case of method names. */
const METHODS: Record<string, Method> = Object.fromEntries(
  Object.entries({
    getMe,
    getUpdates,
    setWebhook,
    deleteWebhook,
    getWebhookInfo,
    sendMessage,
    sendPhoto,
    sendDocument,
    sendMediaGroup,
    sendChatAction,
    editMessageText,
    editMessageCaption,
    editMessageReplyMarkup,
    deleteMessage,
    answerCallbackQuery,
    getFile,
    setMyCommands,
    getMyCommands,
    deleteMyCommands,
    getChat,
    getChatMember,
    getChatAdministrators,
    setMyName: acceptProfile,
    setMyDescription: acceptProfile,
    setMyShortDescription: acceptProfile,
    setChatMenuButton: acceptProfile,
    pinChatMessage: touchMessage,
    unpinChatMessage: touchMessage,
    setMessageReaction: touchMessage,
  }).map(([name, method]) => [name.toLowerCase(), method]),
)

export function findMethod(name: string): Method | undefined {
  const key = name.toLowerCase()
  return Object.hasOwn(METHODS, key) ? METHODS[key] : undefined
}
