import { answerCall, type AnswerDelay, type CallOutcome } from '../server/answer-call.ts'
import { answerControl, isControlPath } from '../server/control-http.ts'
import { createFaultPlan } from '../server/faults.ts'
import { listen, type LocalAnswer } from '../server/listen.ts'
import { readParams, type RequestParams } from '../server/request-params.ts'
import { seededRandom, serverClock, type ServerOptions } from '../server/server-options.ts'
import { openStore } from '../server/store.ts'
import { addBot, type BotSpec } from './add-bot.ts'
import { ApiError, refusals } from './api-error.ts'
import { zaloControl, type ZaloControl } from './control.ts'
import { findMethod } from './methods/index.ts'
import { photoFetcher } from './photo-fetcher.ts'
import type { Platform } from './platform.ts'
import { pollQueue } from './poll-queue.ts'
import { quotas } from './quotas.ts'
import { NO_LIMITS, type Switches } from './switches.ts'
import { webhookCaller } from './webhook-caller.ts'
import { openWorld, type World } from './world.ts'

export interface ZaloServerOptions extends ServerOptions {
  /** False lifts the plan's caps and quotas (50 people, 3 groups, 3,000 messages, webhook calls). */
  limits?: boolean
  bots?: BotSpec[]
  switches?: Partial<Switches>
}

export interface ZaloServer {
  /** API root: `<url>/bot<token>/<method>`, media under `<url>/media/`, control under `<url>/__control/`. */
  url: string
  control: ZaloControl
  close(): Promise<void>
}

/**
 * Starts a local server that behaves like the Zalo Bot Platform, on 127.0.0.1 only, after
 * `zalo-bot-api.md` 11: the same paths and envelopes, and a switch for each contested behaviour.
 */
export async function startZaloServer(options: ZaloServerOptions = {}): Promise<ZaloServer> {
  const store = openStore(options.stateFile)
  const clock = serverClock(store, options.clock)
  const random = options.random ?? seededRandom(1)
  let url = ''
  const world = openWorld({ store, now: clock.now, random, mediaRoot: () => url })
  if (options.limits === false) world.setSwitches(NO_LIMITS)
  if (options.switches) world.setSwitches(options.switches)
  for (const bot of options.bots ?? []) addBot(world, bot)
  const platform: Platform = {
    world,
    polls: pollQueue(world),
    webhooks: webhookCaller(world),
    quotas: quotas(world),
    photos: photoFetcher(world),
  }
  const faults = createFaultPlan(random)
  let delay: AnswerDelay = options.delayMs ?? 0
  const setDelay = (next: AnswerDelay): void => {
    delay = next
  }
  const control = zaloControl({ ...platform, faults, clock, setDelay })
  const parts = { calls: world.calls, faults, now: clock.now, random, delay: () => delay }

  const server = await listen(async (request) => {
    if (isControlPath(request.path)) return answerControl(control, request)
    const path = decodeURIComponent(request.path)
    if (path.startsWith('/media/')) return media(world, path.slice('/media/'.length))
    const read = readParams(request)
    const params: RequestParams = read ?? { values: {}, uploads: {} }
    // The token holds a colon, which router patterns would take for a parameter.
    const [, token = '', method = ''] = /^\/bot([^/]+)\/([A-Za-z]+)$/.exec(path) ?? []
    const bot = world.bots.get(token)
    const { chat_id: chatId } = params.values
    const chat = typeof chatId === 'string' || typeof chatId === 'number' ? String(chatId) : null
    return answerCall(parts, { bot: bot?.id ?? null, method, chat }, () =>
      outcomeOf(world, async (whenWritten) => {
        if (!bot) throw refusals.unauthorized()
        const run = findMethod(method)
        if (!run) throw refusals.notFound()
        if (!read) throw refusals.unreadable()
        return run({ ...platform, bot, params, connection: request.connection, whenWritten })
      }),
    )
  }, options.port)
  url = server.url

  return {
    url,
    control,
    close: async () => {
      platform.webhooks.close()
      platform.photos.close()
      platform.polls.close()
      await server.close()
      store.close()
    },
  }
}

type WhenWritten = (listener: (isDelivered: boolean) => void) => void

/** Runs a method and puts result or refusal into the envelope (zalo-bot-api.md 1.1). */
async function outcomeOf(
  world: World,
  run: (whenWritten: WhenWritten) => Promise<unknown>,
): Promise<CallOutcome> {
  const { statusMode, errorKey, okErrorCodeZero } = world.switches()
  let written: CallOutcome['written']
  try {
    const result = await run((listener) => {
      written = listener
    })
    const body = {
      ok: true,
      ...(okErrorCodeZero ? { error_code: 0 } : {}),
      ...(result === undefined ? {} : { result }),
    }
    return { status: 200, body, ok: true, code: null, ...(written ? { written } : {}) }
  } catch (error) {
    if (!(error instanceof ApiError)) throw error
    const { code, message: description } = error
    const body = { ok: false, [errorKey]: code, description }
    return { status: statusMode === 'mirror' ? code : 200, body, ok: false, code, description }
  }
}

function media(world: World, path: string): LocalAnswer {
  const file = world.files.get(path)
  if (!file) return { status: 404, contentType: 'text/html', body: '<h1>404 Not Found</h1>' }
  return { status: 200, contentType: file.type, body: Buffer.from(file.base64, 'base64') }
}
