import { monotonicMs } from '../../time.ts'
import { isLoopbackUrl } from '../server/loopback.ts'
import type { Bot, Delivery, Entry, Webhook } from './model.ts'
import { shuffled } from './update-shape.ts'
import type { World } from './world.ts'

/** "Sender looks like a Java HTTP client" (zalo-bot-api.md 4.2). */
const USER_AGENT = 'Java-http-client/17.0.10'

/** What setWebhook and testWebhook say about an address (zalo-bot-api.md 2.3). */
export interface Verification {
  ok: boolean
  url: string
  status_code: number
  outcome: string
  latency_ms: number
  hint: string
}

export interface WebhookCaller {
  /** Delivers an update, after those of the same chat that came before it. */
  deliver(bot: Bot, entry: Entry): void
  /** "The probe may have an empty body and no secret header." */
  probe(bot: Bot, webhook: Webhook): Promise<Verification>
  close(): void
}

interface Attempt {
  status: number | null
  problem: string | null
  latencyMs: number
}

export function webhookCaller(world: World): WebhookCaller {
  const stop = new AbortController()
  const chains = new Map<string, Promise<void>>()

  const post = async (url: string, body: string, secret: string | null): Promise<Attempt> => {
    const { allowHttp, webhookTimeoutMs } = world.switches()
    const began = monotonicMs()
    const attempt = (status: number | null, problem: string | null): Attempt => ({
      status,
      problem,
      latencyMs: Math.round(monotonicMs() - began),
    })
    // "Private and loopback addresses give webhook.err.blocked"; nothing else can be reached from here.
    if (!isLoopbackUrl(url)) return attempt(null, 'dns')
    if (!allowHttp) return attempt(null, 'blocked')
    try {
      const response = await fetch(url, {
        method: 'POST',
        headers: {
          'content-type': 'application/json',
          'user-agent': USER_AGENT,
          ...(secret === null ? {} : { 'X-Bot-Api-Secret-Token': secret }),
        },
        ...(body === '' ? {} : { body }),
        redirect: 'manual',
        signal: AbortSignal.any([stop.signal, AbortSignal.timeout(webhookTimeoutMs)]),
      })
      await response.arrayBuffer()
      return attempt(response.status, null)
    } catch (error) {
      return attempt(null, error instanceof Error && error.name === 'TimeoutError' ? 'timeout' : 'conn')
    }
  }
  const record = (facts: Omit<Delivery, 'seq' | 'at'>): void => {
    if (stop.signal.aborted) return
    const seq = world.store.next('delivery')
    world.deliveries.put(String(seq), { seq, at: world.now(), ...facts })
  }
  const deliverNow = async (bot: Bot, entry: Entry): Promise<void> => {
    const { retry, retryDelayMs, duplicate } = world.switches()
    const isTwice = world.random() < duplicate
    for (let number = 1; number <= retry + 1 && !stop.signal.aborted; number += 1) {
      if (number > 1) await sleep(retryDelayMs)
      const attempt = await send(bot, entry, 'update', number)
      if (attempt) {
        if (isTwice) await send(bot, entry, 'duplicate', number)
        return
      }
    }
    if (stop.signal.aborted) return
    entry.dropped = true
    entry.dropReason = 'the webhook did not take it'
    world.transcript.change(entry)
  }
  /** One attempt; true when the webhook answered 2xx. */
  const send = async (bot: Bot, entry: Entry, kind: Delivery['kind'], attempt: number): Promise<boolean> => {
    const { webhook } = bot
    if (!webhook || !entry.update) return false
    const { envelope, shuffleKeys } = world.switches()
    const update = shuffleKeys ? shuffled(entry.update, world.random) : entry.update
    const body = JSON.stringify(envelope === 'wrapped' ? { ok: true, result: update } : update)
    const answer = await post(webhook.url, body, webhook.secretToken)
    record({ bot: bot.id, entry: entry.seq, kind, attempt, ...answer })
    const isTaken = answer.status !== null && answer.status >= 200 && answer.status < 300
    if (isTaken && !stop.signal.aborted) {
      entry.deliveredAt.push(world.now())
      world.transcript.change(entry)
    }
    return isTaken
  }
  return {
    deliver: (bot, entry) => {
      const key = `${bot.id}/${entry.chat}`
      const before = chains.get(key) ?? Promise.resolve()
      chains.set(
        key,
        before.then(() => deliverNow(bot, entry)),
      )
    },
    probe: async (bot, webhook) => {
      const secret = world.switches().probeHeader ? webhook.secretToken : null
      const answer = await post(webhook.url, '', secret)
      record({ bot: bot.id, entry: null, kind: 'probe', attempt: 1, ...answer })
      const outcome = outcomeOf(answer)
      const isOk = outcome === 'webhook.ok'
      return {
        ok: isOk,
        url: webhook.url,
        status_code: answer.status ?? 0,
        outcome,
        latency_ms: answer.latencyMs,
        hint: isOk ? '' : `Check that ${webhook.url} answers 200 to a POST`,
      }
    },
    close: () => stop.abort(),
  }
}

function outcomeOf({ status, problem }: Attempt): string {
  if (status === null) return `webhook.err.${problem}`
  if (status >= 200 && status < 300) return 'webhook.ok'
  if (status === 403 || status === 404) return `webhook.http.${status}`
  return status >= 500 ? 'webhook.http.5xx' : 'webhook.http.other'
}

function sleep(ms: number): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, ms)
  })
}
