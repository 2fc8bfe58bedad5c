import { answerCall, type AnswerDelay, type CallOutcome } from '../server/answer-call.ts'
import { answerControl, isControlPath } from '../server/control-http.ts'
import { createFaultPlan } from '../server/faults.ts'
import { listen, type LocalAnswer } from '../server/listen.ts'
import { readParams } from '../server/request-params.ts'
import { seededRandom, serverClock, type ServerOptions } from '../server/server-options.ts'
import { openStore } from '../server/store.ts'
import { addBot, type BotSpec } from './add-bot.ts'
import { ApiError, refusals } from './api-error.ts'
import { telegramControl, type TelegramControl } from './control.ts'
import { methodParams } from './method-params.ts'
import { downloadFile } from './methods/files.ts'
import { findMethod } from './methods/index.ts'
import type { Platform } from './platform.ts'
import { sendLimits } from './send-limits.ts'
import { updateQueue } from './update-queue.ts'
import { webhookPusher } from './webhook-pusher.ts'
import { openWorld } from './world.ts'

export interface TelegramServerOptions extends ServerOptions {
  /** Enforce 30/s, 1/s per private chat and 20/min per group with 429; off by default. */
  limits?: boolean
  bots?: BotSpec[]
  /** First waiting time of a webhook's second retry, doubled after that; 1000 ms by default. */
  webhookRetryMs?: number
}

export interface TelegramServer {
  /** API root: `<url>/bot<token>/<method>`, files under `<url>/file/bot<token>/`, control `<url>/__control/`. */
  url: string
  control: TelegramControl
  close(): Promise<void>
}

/**
 * Starts a local server that behaves like the Telegram Bot API, on 127.0.0.1 only. What it imitates is
 * quoted beside each rule; the refusals are listed in `api-error.ts`.
 */
export async function startTelegramServer(options: TelegramServerOptions = {}): Promise<TelegramServer> {
  const store = openStore(options.stateFile)
  const clock = serverClock(store, options.clock)
  const random = options.random ?? seededRandom(1)
  const world = openWorld(store, clock.now)
  for (const bot of options.bots ?? []) addBot(world, bot)
  const queue = updateQueue(world)
  const platform: Platform = {
    world,
    queue,
    limits: sendLimits(options.limits ?? false, clock.now),
    webhooks: webhookPusher(world, queue, options.webhookRetryMs ?? 1000),
  }
  const faults = createFaultPlan(random)
  let delay: AnswerDelay = options.delayMs ?? 0
  const setDelay = (next: AnswerDelay): void => {
    delay = next
  }
  const control = telegramControl({ ...platform, faults, clock, setDelay })
  const parts = { calls: world.calls, faults, now: clock.now, random, delay: () => delay }

  const server = await listen(async (request) => {
    if (isControlPath(request.path)) return answerControl(control, request)
    const file = /^\/file\/bot([^/]+)\/(.+)$/.exec(decodeURIComponent(request.path))
    if (file) return (world.bots.get(file[1]!) && downloadFile(world, file[2]!)) || notFound()
    const path = /^\/bot([^/]+)\/(\w+)$/.exec(decodeURIComponent(request.path))
    if (!path) return notFound()
    const read = readParams(request)
    const params = methodParams(read ?? { values: {}, uploads: {} })
    const bot = world.bots.get(path[1]!)
    const facts = {
      bot: bot ? String(bot.id) : null,
      method: path[2]!,
      chat: params.text('chat_id') ?? null,
    }
    return answerCall(parts, facts, () =>
      outcomeOf(async (whenWritten) => {
        if (!bot) throw refusals.unauthorized()
        const method = findMethod(facts.method)
        if (!method) throw refusals.notFound()
        if (!read) throw refusals.unreadable()
        return method({ ...platform, bot, params, connection: request.connection, whenWritten })
      }),
    )
  }, options.port)

  for (const bot of world.bots.values()) platform.webhooks.pump(bot)
  return {
    url: server.url,
    control,
    close: async () => {
      platform.webhooks.close()
      queue.close()
      await server.close()
      store.close()
    },
  }
}

type WhenWritten = (listener: (isDelivered: boolean) => void) => void

/** Runs a method and puts result or refusal into the envelope; the HTTP status is the error's code. */
async function outcomeOf(run: (whenWritten: WhenWritten) => Promise<unknown>): Promise<CallOutcome> {
  let written: CallOutcome['written']
  try {
    const result = await run((listener) => {
      written = listener
    })
    return { status: 200, body: { ok: true, result }, ok: true, code: null, ...(written ? { written } : {}) }
  } catch (error) {
    if (!(error instanceof ApiError)) throw error
    const { code, message: description, parameters } = error
    const body = { ok: false, error_code: code, description, ...(parameters ? { parameters } : {}) }
    return { status: code, body, ok: false, code, description }
  }
}

function notFound(): LocalAnswer {
  const body = JSON.stringify({ ok: false, error_code: 404, description: 'Not Found' })
  return { status: 404, contentType: 'application/json', body }
}
