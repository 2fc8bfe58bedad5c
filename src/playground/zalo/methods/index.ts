import type { Method } from '../platform.ts'
import { sendChatAction, sendMessage, sendPhoto, sendSticker, sendVoice } from './send.ts'
import { getUpdates } from './updates.ts'
import { deleteWebhook, getWebhookInfo, setWebhook, testWebhook } from './webhook.ts'

/** `id` is never a number; `account_name` is not what people type in a mention (zalo-bot-api.md 2.1). */
const getMe: Method = ({ bot }) => ({
  id: bot.id,
  account_name: bot.accountName,
  display_name: bot.displayName,
  account_type: 'BASIC',
  can_join_groups: bot.canJoinGroups,
})

/** The eleven documented methods. "method names case-sensitive"; everything else answers Not Found. */
const METHODS: Record<string, Method> = {
  getMe,
  getUpdates,
  setWebhook,
  testWebhook,
  deleteWebhook,
  getWebhookInfo,
  sendMessage,
  sendPhoto,
  sendSticker,
  sendVoice,
  sendChatAction,
}

export function findMethod(name: string): Method | undefined {
  return Object.hasOwn(METHODS, name) ? METHODS[name] : undefined
}
