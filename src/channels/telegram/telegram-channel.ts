import type { AdapterSetup } from '../adapter-setup.ts'
import { SendError, type BotIdentity, type Capabilities, type ChannelAdapter } from '../channel-adapter.ts'
import { download } from '../download.ts'
import { webhookObject } from '../webhook-body.ts'
import { isWebhookSecret } from '../webhook-secret.ts'
import { parseTelegramUpdate } from './parse-update.ts'
import { ALLOWED_UPDATES, pollTelegram } from './poll-updates.ts'
import { sendTelegramMessage } from './send-message.ts'
import { setTelegramMenu } from './set-menu.ts'
import { callTelegram, grammySignal, telegramApi, type TelegramApi } from './telegram-api.ts'
import { telegramLink } from './telegram-link.ts'

export interface TelegramSettings {
  /** `https://api.telegram.org` or an own server. */
  apiRoot: string
  /** How long an empty poll stays open; 30 by default. */
  pollSeconds?: number
  /** Deadline of every other call; 20 s by default. Leases of sends must be longer. */
  callTimeoutMs?: number
}

/** Limits: core.telegram.org/bots/faq (30/s over all, 1/s in a chat, 20/min in a group) and /bots/api. */
const TELEGRAM_CAPABILITIES: Capabilities = {
  buttons: true,
  edit: true,
  documents: true,
  photoBytes: true,
  startLink: true,
  maxText: 4096,
  maxCaption: 1024,
  keepsUpdates: true,
  hearsGroupCommands: true,
  // A bucket of more than 3 runs into 429 after every restart, even at 25/s.
  pace: { perSecond: 25, perChatPerSecond: 1, perGroupPerMinute: 20, burst: 3 },
  quota: { messagesPerMonth: null, people: null, groups: null },
}

const FILE_TIMEOUT_MS = 60_000
const repeatable = { mayRepeat: true }

/** The Telegram adapter; grammY is its transport and nothing more. */
export function createTelegramChannel(settings: TelegramSettings, setup: AdapterSetup): ChannelAdapter {
  const { apiRoot, pollSeconds = 30, callTimeoutMs = 20_000 } = settings
  const apiOf = ({ token }: { token: string }): TelegramApi => telegramApi(token, apiRoot, callTimeoutMs)

  return {
    channel: 'telegram',
    can: TELEGRAM_CAPABILITIES,
    identify: async (token, signal) => {
      const me = await callTelegram(() => apiOf({ token }).getMe(grammySignal(signal)), repeatable)
      const displayName = [me.first_name, me.last_name].filter(Boolean).join(' ')
      const canJoinGroups = me.can_join_groups ?? true
      return { externalId: String(me.id), displayName, handle: me.username, canJoinGroups }
    },
    poll: (bot, options) => {
      const api = telegramApi(bot.token, apiRoot, pollSeconds * 1000 + 10_000)
      return pollTelegram(api, bot, pollSeconds, setup, options)
    },
    setWebhook: async (bot, webhook) => {
      const api = apiOf(bot)
      const call = (): Promise<true> =>
        webhook
          ? api.setWebhook(webhook.url, { secret_token: webhook.secret, allowed_updates: ALLOWED_UPDATES })
          : api.deleteWebhook()
      try {
        await callTelegram(call, repeatable)
        return { ok: true, hint: '' }
      } catch (error) {
        if (error instanceof SendError && error.failure === 'rejected') return { ok: false, hint: error.code }
        throw error
      }
    },
    webhookUrl: async (bot) => {
      const info = await callTelegram(() => apiOf(bot).getWebhookInfo(), repeatable)
      return info.url || null
    },
    readWebhook: ({ headers, body }, secret) => {
      if (!isWebhookSecret(headers.get('x-telegram-bot-api-secret-token'), secret)) return null
      const update = webhookObject(body)
      return update ? [update] : []
    },
    parse: (raw, bot) => parseTelegramUpdate(raw, bot, setup.machine()),
    send: (bot, chat, content, signal) => sendTelegramMessage(apiOf(bot), bot, chat, content, signal),
    acknowledgeButton: async (bot, callbackId) => {
      try {
        await apiOf(bot).answerCallbackQuery(callbackId)
      } catch {
        // Too old or unreachable: the button's work does not depend on its spinner.
      }
    },
    setMenu: (bot, commands) => setTelegramMenu(apiOf(bot), commands),
    fetchFile: async (bot, source, maxBytes) => {
      const file = await callTelegram(() => apiOf(bot).getFile(source), repeatable)
      if (!file.file_path || !/^[\w-][\w./-]*$/.test(file.file_path) || file.file_path.includes('..')) {
        throw new SendError('rejected', 'telegram-file-refused')
      }
      if ((file.file_size ?? 0) > maxBytes) throw new SendError('rejected', 'telegram-file-too-big')
      const url = `${apiRoot.replace(/\/+$/, '')}/file/bot${bot.token}/${file.file_path}`
      const rules = { channel: 'telegram', maxBytes, timeoutMs: FILE_TIMEOUT_MS, apiRoot, publicHosts: false }
      return download(url, rules)
    },
    link: telegramLink,
    render: (_bot: BotIdentity, content) => {
      if (content.operation === 'text' || content.operation === 'edit') return content.text
      return content.operation === 'keyboard-off' ? '' : (content.caption ?? '')
    },
  }
}
