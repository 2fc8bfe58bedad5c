import { isLoopbackUrl } from '../../server/loopback.ts'
import { refusals } from '../api-error.ts'
import type { Bot } from '../model.ts'
import type { Method, MethodCall } from '../platform.ts'

/** getUpdates: offset, limit (1-100), timeout (s), allowed_updates; one poller at a time. */
export const getUpdates: Method = async (call) => {
  const { bot, params, queue, connection } = call
  // "This method will not work if an outgoing webhook is set up" (getUpdates).
  if (bot.webhook) throw refusals.webhookActive()
  rememberAllowed(call)
  const limit = Math.min(100, Math.max(1, params.number('limit') ?? 100))
  const timeoutMs = Math.min(50, Math.max(0, params.number('timeout') ?? 0)) * 1000
  const request = { offset: params.number('offset') ?? 0, limit, timeoutMs }
  const updates = await queue.poll(bot, request, connection)
  call.whenWritten((isDelivered) => {
    if (isDelivered) for (const update of updates) queue.delivered(update)
  })
  return updates.map((update) => ({ update_id: update.updateId, [update.kind]: update.payload }))
}

/** setWebhook. Only loopback addresses answer here, with http allowed, as on a local Bot API server. */
export const setWebhook: Method = (call) => {
  const { world, bot, params, queue, webhooks } = call
  const url = params.text('url') ?? ''
  if (url !== '') checkUrl(url)
  // "1-256 characters. Only characters A-Z, a-z, 0-9, _ and - are allowed" (setWebhook, secret_token).
  const secretToken = params.text('secret_token') ?? null
  if (secretToken !== null && !/^[A-Za-z0-9_-]{1,256}$/.test(secretToken)) {
    throw refusals.badRequest('secret token contains unallowed characters')
  }
  if (params.flag('drop_pending_updates')) queue.dropPending(bot)
  rememberAllowed(call)
  const maxConnections = Math.min(100, Math.max(1, params.number('max_connections') ?? 40))
  bot.webhook = url === '' ? null : { url, secretToken, maxConnections, lastErrorAt: null, lastError: null }
  world.bots.put(bot.token, bot)
  if (bot.webhook) queue.endPoll(bot, refusals.terminatedByWebhook())
  webhooks.pump(bot)
  return true
}

export const deleteWebhook: Method = ({ world, bot, params, queue }) => {
  if (params.flag('drop_pending_updates')) queue.dropPending(bot)
  bot.webhook = null
  world.bots.put(bot.token, bot)
  return true
}

export const getWebhookInfo: Method = ({ bot, queue }) => {
  const { webhook } = bot
  return {
    url: webhook?.url ?? '',
    has_custom_certificate: false,
    pending_update_count: queue.pending(bot).length,
    ...(webhook ? { max_connections: webhook.maxConnections, ip_address: '127.0.0.1' } : {}),
    ...(webhook?.lastErrorAt ? { last_error_date: Math.floor(webhook.lastErrorAt / 1000) } : {}),
    ...(webhook?.lastError ? { last_error_message: webhook.lastError } : {}),
    ...(bot.allowedUpdates ? { allowed_updates: bot.allowedUpdates } : {}),
  }
}

function checkUrl(url: string): void {
  if (!URL.canParse(url) || !/^https?:/.test(url)) throw refusals.badWebhook('invalid webhook URL specified')
  if (isLoopbackUrl(url)) return
  if (url.startsWith('http:')) throw refusals.badWebhook('An HTTPS URL must be provided for webhook')
  throw refusals.badWebhook('Failed to resolve host: Name or service not known')
}

/** "If not specified, the previous setting will be used" (allowed_updates). */
function rememberAllowed({ world, bot, params }: MethodCall): void {
  const allowed = params.object('allowed_updates') as Bot['allowedUpdates'] | undefined
  if (!Array.isArray(allowed) || sameList(allowed, bot.allowedUpdates)) return
  bot.allowedUpdates = allowed
  world.bots.put(bot.token, bot)
}

function sameList(a: string[], b: string[] | null): boolean {
  return b !== null && a.length === b.length && a.every((kind) => b.includes(kind))
}
