import { z } from 'zod'
import type { AdapterSetup } from '../adapter-setup.ts'
import { SendError, type Capabilities, type ChannelAdapter } from '../channel-adapter.ts'
import { download } from '../download.ts'
import { webhookObject } from '../webhook-body.ts'
import { isWebhookSecret } from '../webhook-secret.ts'
import { parseZaloUpdate } from './parse-update.ts'
import { pollZalo } from './poll-updates.ts'
import { renderZaloText, zaloLink } from './render-text.ts'
import { sendZaloMessage } from './send-message.ts'
import { removeZaloWebhook, setZaloWebhook, zaloWebhookUrl } from './webhook.ts'
import { zaloApi, type ZaloApi } from './zalo-api.ts'
import { zaloError } from './zalo-error.ts'

export interface ZaloSettings {
  /** `https://bot-api.zaloplatforms.com` unless set otherwise. */
  apiRoot: string
  /** How long an empty poll stays open; 30 by default. */
  pollSeconds?: number
  /** How long an open poll may still bring an update after the signal to stop; 5 s by default. */
  graceMs?: number
  /** Deadline of every other call; 20 s by default. Leases of sends must be longer. */
  callTimeoutMs?: number
  /** Messages that one bot may send in a month; 1,500 by default. */
  messagesPerMonth?: number
}

/** Reference, sections 7 and 9: the basic plan, with half of the 3,000 messages until it is known what counts. */
const ZALO_CAPABILITIES: Capabilities = {
  buttons: false,
  edit: false,
  documents: false,
  photoBytes: false,
  startLink: false,
  maxText: 2000,
  maxCaption: 2000,
  keepsUpdates: false,
  hearsGroupCommands: false,
  pace: { perSecond: 5, perChatPerSecond: 1, perGroupPerMinute: 60, burst: 3 },
  quota: { messagesPerMonth: 1500, people: 50, groups: 3 },
}

function withQuota(messagesPerMonth: number | undefined): Capabilities {
  if (messagesPerMonth === undefined) return ZALO_CAPABILITIES
  return { ...ZALO_CAPABILITIES, quota: { ...ZALO_CAPABILITIES.quota, messagesPerMonth } }
}

const FILE_TIMEOUT_MS = 60_000

const identity = z.looseObject({
  id: z.coerce.string(),
  account_name: z.string().optional().catch(undefined),
  display_name: z.string().optional().catch(undefined),
  can_join_groups: z.boolean().optional().catch(undefined),
})

/** The Zalo Bot adapter. */
export function createZaloChannel(settings: ZaloSettings, setup: AdapterSetup): ChannelAdapter {
  const { apiRoot, pollSeconds = 30, graceMs = 5_000, callTimeoutMs: timeoutMs = 20_000 } = settings
  const apiOf = ({ token }: { token: string }): ZaloApi => zaloApi(token, apiRoot)

  return {
    channel: 'zalo',
    can: withQuota(settings.messagesPerMonth),
    identify: async (token, signal) => {
      const answer = await apiOf({ token }).call('getMe', {}, { timeoutMs, ...(signal && { signal }) })
      if (answer.kind === 'refused' && answer.code === 404) throw new SendError('bot-stopped', 'zalo-404')
      if (answer.kind !== 'ok') throw zaloError(answer, true)
      const me = identity.safeParse(answer.result).data
      if (!me) throw new SendError('unavailable', 'zalo-not-understood')
      const handle = me.account_name ?? me.id
      // The documented sample has no display name, live answers have.
      const displayName = me.display_name ?? handle
      return { externalId: me.id, displayName, handle, canJoinGroups: me.can_join_groups ?? false }
    },
    poll: (bot, options) =>
      pollZalo(apiOf(bot), bot, { pollSeconds, graceMs, callTimeoutMs: timeoutMs }, setup, options),
    setWebhook: async (bot, webhook) => {
      if (webhook) return setZaloWebhook(apiOf(bot), webhook, timeoutMs)
      await removeZaloWebhook(apiOf(bot), timeoutMs)
      return { ok: true, hint: '' }
    },
    webhookUrl: (bot) => zaloWebhookUrl(apiOf(bot), timeoutMs),
    readWebhook: ({ headers, body }, secret) => {
      // Zalo probes a new address with an empty call that carries no secret.
      if (body.trim() === '') return []
      if (!isWebhookSecret(headers.get('x-bot-api-secret-token'), secret)) return null
      const event = webhookObject(body)
      return event ? [event] : []
    },
    parse: (raw, bot) => parseZaloUpdate(raw, bot, setup.machine()),
    send: (bot, chat, content, signal) =>
      sendZaloMessage(apiOf(bot), bot, chat, content, { timeoutMs, ...(signal && { signal }) }),
    acknowledgeButton: () => Promise.resolve(),
    setMenu: () => Promise.resolve(),
    fetchFile: (_bot, source, maxBytes) =>
      download(source, { channel: 'zalo', maxBytes, timeoutMs: FILE_TIMEOUT_MS, apiRoot, publicHosts: true }),
    link: (bot) => zaloLink(bot),
    render: renderZaloText,
  }
}
