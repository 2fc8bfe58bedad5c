import type { ChannelAdapter, ConnectedBot } from '../channel-adapter.ts'
import { SendError } from '../channel-adapter.ts'
import type { AdapterSetup } from '../adapter-setup.ts'
import { backOffMs, wait } from '../back-off.ts'
import { callTelegram, grammySignal, type TelegramApi } from './telegram-api.ts'

/** Remembered by the server, and without `chat_member` when not listed, so always sent in full. */
export const ALLOWED_UPDATES = [
  'message',
  'edited_message',
  'callback_query',
  'my_chat_member',
  'chat_member',
] as const

/** Consecutive 409 answers until we yield: a poller that was taken over needs a moment to go. */
const CONFLICTS = 3

type PollOptions = Parameters<ChannelAdapter['poll']>[1]

/** Long polling; see `ChannelAdapter.poll`. The cursor is the next `offset`: the last `update_id` plus 1. */
export async function pollTelegram(
  api: TelegramApi,
  bot: ConnectedBot,
  pollSeconds: number,
  setup: AdapterSetup,
  { cursor, receive, onAnswered, signal }: PollOptions,
): Promise<void> {
  let next = cursor
  let failures = 0
  let conflicts = 0
  let isFreeOfWebhook = false
  while (!signal.aborted) {
    try {
      isFreeOfWebhook ||= await removeWebhook(api, bot, setup)
      const updates = await callTelegram(
        () => api.getUpdates(request(next, pollSeconds), grammySignal(signal)),
        {
          mayRepeat: true,
        },
      )
      onAnswered?.()
      failures = 0
      conflicts = 0
      const last = updates.at(-1)
      if (!last) continue
      const following = String(last.update_id + 1)
      await receive(updates, following)
      next = following
    } catch (error) {
      if (signal.aborted) return
      failures += 1
      const isConflict = error instanceof SendError && error.code === 'telegram-409'
      if (isConflict) conflicts += 1
      const isStopped = error instanceof SendError && error.failure === 'bot-stopped'
      if (isStopped && (!isConflict || conflicts >= CONFLICTS)) throw error
      const waitMs = (error instanceof SendError && error.retryAfterMs) || backOffMs(failures, setup.random)
      report(setup, bot, error, waitMs)
      await wait(waitMs, signal)
    }
  }
}

function request(offset: string | null, timeout: number) {
  return {
    ...(offset !== null && { offset: Number(offset) }),
    limit: 100,
    timeout,
    allowed_updates: ALLOWED_UPDATES,
  }
}

/** A webhook of an earlier run would answer every poll with 409. */
async function removeWebhook(api: TelegramApi, bot: ConnectedBot, { log }: AdapterSetup): Promise<true> {
  const { url } = await callTelegram(() => api.getWebhookInfo(), { mayRepeat: true }).catch(
    (error: unknown) => {
      // A server that knows no webhooks has none to take off.
      if (error instanceof SendError && error.failure === 'rejected') return { url: '' }
      throw error
    },
  )
  if (url) {
    await callTelegram(() => api.deleteWebhook(), { mayRepeat: true })
    log.info({ channel: 'telegram', bot: bot.id }, 'webhook removed because we poll')
  }
  return true
}

function report({ log }: AdapterSetup, bot: ConnectedBot, error: unknown, waitMs: number): void {
  const fields = { channel: 'telegram', bot: bot.id, waitMs }
  if (error instanceof SendError) log.warn({ ...fields, code: error.code }, 'poll failed')
  else log.warn({ ...fields, err: error }, 'updates could not be stored')
}
