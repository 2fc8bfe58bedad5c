import { monotonicMs } from '../../time.ts'
import type { AdapterSetup } from '../adapter-setup.ts'
import { backOffMs, wait } from '../back-off.ts'
import { SendError, type ChannelAdapter, type ConnectedBot } from '../channel-adapter.ts'
import { removeZaloWebhook, zaloWebhookUrl } from './webhook.ts'
import type { ZaloAnswer, ZaloApi } from './zalo-api.ts'
import { zaloError } from './zalo-error.ts'

export interface ZaloPolling {
  pollSeconds: number
  /** How long an open poll may still bring an update after the signal to stop. */
  graceMs: number
  callTimeoutMs: number
}

type PollOptions = Parameters<ChannelAdapter['poll']>[1]

/** An answer this quick is no long poll: without a pause the loop would run hot. */
const QUICK_MS = 300
const PAUSE_MS = 500
/** Tries to store an update after the signal to stop. */
const LAST_TRIES = 3

/**
 * Long polling; see `ChannelAdapter.poll`. Each answer brings one update, which Zalo then forgets: it is
 * stored before anything else, and an open poll is not cut off, because its update would be lost.
 */
export async function pollZalo(
  api: ZaloApi,
  bot: ConnectedBot,
  polling: ZaloPolling,
  setup: AdapterSetup,
  { receive, onAnswered, signal }: PollOptions,
): Promise<void> {
  const closing = afterGrace(signal, polling.graceMs)
  const timeoutMs = polling.pollSeconds * 1000 + 10_000
  let failures = 0
  let isFreeOfWebhook = false
  try {
    while (!signal.aborted) {
      try {
        isFreeOfWebhook ||= await removeWebhook(api, bot, polling, setup)
        const startedMs = monotonicMs()
        const parameters = { timeout: String(polling.pollSeconds) }
        const answer = await api.call('getUpdates', parameters, { timeoutMs, signal: closing.signal })
        const updates = updatesOf(answer)
        if (!isLocalTimeout(answer)) onAnswered?.()
        failures = 0
        if (updates.length > 0) await store(updates, receive, bot, setup, signal)
        else if (monotonicMs() - startedMs < QUICK_MS) await wait(PAUSE_MS, signal)
      } catch (error) {
        if (!(error instanceof SendError)) throw error
        if (signal.aborted) return
        if (error.failure === 'bot-stopped') throw error
        failures += 1
        await pause(error, failures, bot, setup, signal)
      }
    }
  } finally {
    closing.dispose()
  }
}

/** The updates of an answer; none while idle. Throws `SendError` for failures. */
function updatesOf(answer: ZaloAnswer): object[] {
  const isIdle = answer.kind === 'refused' && answer.code === 408
  if (isIdle || isLocalTimeout(answer)) return []
  if (answer.kind !== 'ok') throw zaloError(answer, true)
  // One object by the reference; an array, `{}` and null are borne.
  const found: unknown[] = Array.isArray(answer.result) ? answer.result : [answer.result]
  return found.filter(
    (one): one is object => typeof one === 'object' && one !== null && Object.keys(one).length > 0,
  )
}

function isLocalTimeout(answer: ZaloAnswer): boolean {
  return answer.kind === 'failed' && answer.reason === 'timeout'
}

/** Keeps at it until the update is stored, for nobody else has it any more; only a stop ends it. */
async function store(
  updates: object[],
  receive: PollOptions['receive'],
  bot: ConnectedBot,
  { random, log }: AdapterSetup,
  signal: AbortSignal,
): Promise<void> {
  for (let attempt = 1, last = 0; last < LAST_TRIES; attempt += 1) {
    try {
      return await receive(updates, null)
    } catch (err) {
      log.warn({ channel: 'zalo', bot: bot.id, attempt, err }, 'an update could not be stored')
      if (signal.aborted) last += 1
      await (signal.aborted ? wait(PAUSE_MS) : wait(backOffMs(attempt, random), signal))
    }
  }
  log.warn({ channel: 'zalo', bot: bot.id }, 'an update was lost on the way out')
}

async function pause(
  error: SendError,
  failures: number,
  bot: ConnectedBot,
  { random, log }: AdapterSetup,
  signal: AbortSignal,
): Promise<void> {
  // Some gateways end an idle poll with 504.
  if (error.code === 'zalo-504' && failures === 1) return
  const waitMs = error.retryAfterMs ?? backOffMs(failures, random)
  log.warn({ channel: 'zalo', bot: bot.id, code: error.code, waitMs }, 'poll failed')
  await wait(waitMs, signal)
}

/** With a webhook set, polls stay silent without a word. */
async function removeWebhook(
  api: ZaloApi,
  bot: ConnectedBot,
  { callTimeoutMs }: ZaloPolling,
  { log }: AdapterSetup,
): Promise<true> {
  if ((await zaloWebhookUrl(api, callTimeoutMs)) !== null) {
    await removeZaloWebhook(api, callTimeoutMs)
    log.info({ channel: 'zalo', bot: bot.id }, 'webhook removed because we poll')
  }
  return true
}

/** A signal that follows `signal` by `graceMs`. */
function afterGrace(signal: AbortSignal, graceMs: number): { signal: AbortSignal; dispose(): void } {
  const controller = new AbortController()
  let timer: NodeJS.Timeout | undefined
  const begin = (): void => {
    timer = setTimeout(() => controller.abort(), graceMs)
  }
  if (signal.aborted) begin()
  else signal.addEventListener('abort', begin, { once: true })
  return {
    signal: controller.signal,
    dispose: () => {
      clearTimeout(timer)
      signal.removeEventListener('abort', begin)
    },
  }
}
