import { z } from 'zod'
import { SendError } from '../channel-adapter.ts'
import type { ChatTarget, ConnectedBot, OutgoingContent, Receipt } from '../channel-adapter.ts'
import { renderZaloText } from './render-text.ts'
import type { ZaloApi } from './zalo-api.ts'
import { resultOf } from './zalo-error.ts'

const receipt = z.looseObject({ message_id: z.string() })

/**
 * Sends a plain text, or a photo by its public URL. Throws `SendError`; `rejected` for what `can` rules
 * out (edits, keyboards, documents, photos as bytes).
 */
export async function sendZaloMessage(
  api: ZaloApi,
  bot: ConnectedBot,
  chat: ChatTarget,
  content: OutgoingContent,
  options: { timeoutMs: number; signal?: AbortSignal },
): Promise<Receipt> {
  const [method, parameters] = request(bot, content)
  const answer = await api.call(method, { chat_id: chat.externalId, ...parameters }, options)
  const sent = receipt.safeParse(resultOf(answer, false))
  return { externalMessageId: sent.success ? sent.data.message_id : null }
}

function request(bot: ConnectedBot, content: OutgoingContent): [string, Record<string, string>] {
  const text = renderZaloText(bot, content)
  if (content.operation === 'text') return ['sendMessage', { text }]
  if (content.operation === 'photo' && 'url' in content.photo) {
    // An empty caption is an error.
    return ['sendPhoto', { photo: content.photo.url, ...(text && { caption: text }) }]
  }
  throw new SendError('rejected', `zalo-no-${content.operation}`)
}
