import type { Bot, Update } from './model.ts'
import type { UpdateQueue } from './update-queue.ts'
import type { World } from './world.ts'

const ANSWER_TIMEOUT_MS = 60_000
const LONGEST_RETRY_MS = 60_000
const LONGEST_RETRY_AFTER_MS = 3_600_000

export interface WebhookPusher {
  /** Starts whatever may be pushed now. */
  pump(bot: Bot): void
  close(): void
}

/** One line of a chat's updates: they go out one after another, whatever becomes of the others. */
interface Lane {
  attempts: number
  timer: NodeJS.Timeout | null
}

/**
 * Pushes updates to webhooks: in order within a chat, chats side by side up to `max_connections`. "In case
 * of an unsuccessful request (a request with response HTTP status code different from 2XY), we will repeat
 * the request and give up after a reasonable amount of attempts" (setWebhook); first at once, then doubling
 * from `retryMs`, `Retry-After` honoured up to an hour (tdlib/telegram-bot-api, WebhookActor.cpp).
 */
export function webhookPusher(world: World, queue: UpdateQueue, retryMs: number): WebhookPusher {
  const lanes = new Map<string, Lane>()
  const stop = new AbortController()

  const pump = (bot: Bot): void => {
    if (!bot.webhook || stop.signal.aborted) return
    let room =
      bot.webhook.maxConnections - [...lanes.keys()].filter((key) => key.startsWith(`${bot.id}/`)).length
    for (const update of queue.pending(bot)) {
      const key = `${bot.id}/${update.chat}`
      if (room <= 0) return
      if (lanes.has(key)) continue
      lanes.set(key, { attempts: 0, timer: null })
      room -= 1
      void push(bot, update, key)
    }
  }
  const release = (bot: Bot, key: string): void => {
    lanes.delete(key)
    pump(bot)
  }
  const push = async (bot: Bot, update: Update, key: string): Promise<void> => {
    const lane = lanes.get(key)!
    const { webhook } = bot
    if (!webhook || update.lost !== null) return release(bot, key)
    const answer = await post(webhook.url, webhook.secretToken, update, stop.signal)
    if (stop.signal.aborted) return undefined
    if (answer.status !== null) queue.delivered(update)
    if (answer.status !== null && answer.status >= 200 && answer.status < 300) {
      queue.confirm(update)
      return release(bot, key)
    }
    webhook.lastErrorAt = world.now()
    webhook.lastError = answer.problem
    world.bots.put(bot.token, bot)
    const doubled = lane.attempts === 0 ? 0 : retryMs * 2 ** (lane.attempts - 1)
    lane.attempts += 1
    const wait = Math.max(answer.retryAfterMs, Math.min(doubled, LONGEST_RETRY_MS))
    lane.timer = setTimeout(() => void push(bot, update, key), wait)
    return undefined
  }
  queue.onPush(pump)
  return {
    pump,
    close: () => {
      stop.abort()
      for (const lane of lanes.values()) if (lane.timer) clearTimeout(lane.timer)
    },
  }
}

interface PushAnswer {
  status: number | null
  problem: string
  retryAfterMs: number
}

async function post(
  url: string,
  secretToken: string | null,
  update: Update,
  stop: AbortSignal,
): Promise<PushAnswer> {
  try {
    const response = await fetch(url, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        ...(secretToken === null ? {} : { 'X-Telegram-Bot-Api-Secret-Token': secretToken }),
      },
      body: JSON.stringify({ update_id: update.updateId, [update.kind]: update.payload }),
      signal: AbortSignal.any([stop, AbortSignal.timeout(ANSWER_TIMEOUT_MS)]),
    })
    await response.arrayBuffer()
    const seconds = Number(response.headers.get('retry-after') ?? 0)
    return {
      status: response.status,
      problem: `Wrong response from the webhook: ${response.status} ${response.statusText}`,
      retryAfterMs: Math.min(seconds > 0 ? seconds * 1000 : 0, LONGEST_RETRY_AFTER_MS),
    }
  } catch (error) {
    const isLate = error instanceof Error && error.name === 'TimeoutError'
    return { status: null, problem: isLate ? 'Read timeout expired' : 'Connection refused', retryAfterMs: 0 }
  }
}
