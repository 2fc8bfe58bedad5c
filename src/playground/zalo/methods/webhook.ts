import { isLoopbackUrl } from '../../server/loopback.ts'
import { refusals } from '../api-error.ts'
import type { Bot, Webhook } from '../model.ts'
import type { Method, MethodCall } from '../platform.ts'
import { requireText } from './params.ts'

/** "The URL is saved even when verification.ok is false." The probe comes at once (zalo-bot-api.md 2.3). */
export const setWebhook: Method = async (call) => {
  const { world, bot, webhooks, quotas } = call
  const url = requireText(call, 'url')
  const secretToken = requireText(call, 'secret_token')
  const isLocalHttp = world.switches().allowHttp && isLoopbackUrl(url) && url.startsWith('http:')
  if (!URL.canParse(url) || !(url.startsWith('https://') || isLocalHttp)) throw refusals.webhookUrl()
  // "`secret_token` 8 to 256 chars".
  if (secretToken.length < 8 || secretToken.length > 256) throw refusals.length('secret_token', 8, 256)
  quotas.countWebhookCall(bot)
  const webhook: Webhook = { url, secretToken, updatedAt: world.now() }
  save(call, webhook)
  const verification = await webhooks.probe(bot, webhook)
  return { ...info(webhook), ...(world.switches().hasVerification ? { verification } : {}) }
}

/** Probes the saved address; shares the daily limit of setWebhook: "then code 426". */
export const testWebhook: Method = (call) => {
  const { bot, webhooks, quotas } = call
  if (!bot.webhook) throw refusals.notFound()
  quotas.countWebhookCall(bot)
  return webhooks.probe(bot, bot.webhook)
}

/** Idempotent; answers `url: ""` with or without a webhook. */
export const deleteWebhook: Method = (call) => {
  save(call, null)
  return { url: '', updated_at: call.world.now() }
}

/** No pending count, no last error; without a webhook `url: ""` or 404 (C-4). */
export const getWebhookInfo: Method = ({ world, bot }) => {
  if (bot.webhook) return info(bot.webhook)
  if (world.switches().noWebhook === 'notFound') throw refusals.notFound()
  return { url: '', updated_at: 0 }
}

function info({ url, updatedAt }: Webhook): { url: string; updated_at: number } {
  return { url, updated_at: updatedAt }
}

function save({ world, bot }: MethodCall, webhook: Bot['webhook']): void {
  bot.webhook = webhook
  world.bots.put(bot.token, bot)
}
