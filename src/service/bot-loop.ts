import { SendError, type ConnectedBot } from '../channels/channel-adapter.ts'
import { createSender } from '../outbox/deliver-due-messages.ts'
import { getBot, savePolledAt, stopBot } from '../store/bots.ts'
import { settleInterrupted } from '../store/outbox-lanes.ts'
import { createBell, rest } from './bell.ts'
import { takeLease, type HeldLease } from './hold-lease.ts'
import { noticeGap } from './notice-gap.ts'
import { receiveBatch } from './receive-batch.ts'
import { forgetWebhook, registerMenu, registerWebhook } from './register-bot.ts'
import { restingTimes, restWhileStopped } from './rest-while-stopped.ts'
import type { ServiceState } from './service-state.ts'

const RETRY_MS = 1_000
const FIRST_REGISTER_MS = 2_000
const LAST_REGISTER_MS = 30 * 60_000

/**
 * Polls and sends for one bot whenever this replica holds its lease, until `stop`. A bot that its platform
 * refuses rests, and is taken up again when the platform answers for its token or the operator says so.
 */
export async function runBot(state: ServiceState, bot: ConnectedBot, stop: AbortSignal): Promise<void> {
  const { app, holder, metrics } = state
  const { log } = app.parts
  const name = `bot:${bot.id}`
  const resting = restingTimes()
  while (!stop.aborted) {
    let lease: HeldLease | null = null
    try {
      await restWhileStopped(state, bot, resting, stop)
      lease = await takeLease({ db: app.database.db, name, holder, log })
      if (lease) {
        metrics.leaseHeld(name, true)
        log.info({ bot: bot.id, lease: name }, 'this replica serves the bot')
        const stoppedBy = await serveBot(state, bot, lease, stop)
        if (stoppedBy !== null) {
          await stopBot(app.database.db, bot.id, stoppedBy)
          log.error({ bot: bot.id, code: stoppedBy }, 'the platform refuses the token: the bot is stopped')
        }
      }
    } catch (error) {
      log.warn({ bot: bot.id, err: error }, 'the bot rests and is taken up again')
    } finally {
      metrics.leaseHeld(name, false)
      await lease?.release()
    }
    await rest(RETRY_MS, stop)
  }
}

/** Returns why the platform stopped the bot, or null when the lease or the service ended. */
async function serveBot(
  state: ServiceState,
  bot: ConnectedBot,
  lease: HeldLease,
  stop: AbortSignal,
): Promise<string | null> {
  const { parts } = state.app
  const { uncertain, repeated } = await settleInterrupted(parts.db, bot.id)
  if (uncertain + repeated > 0) {
    parts.log.warn({ bot: bot.id, uncertain, count: repeated }, 'messages were on their way when it stopped')
  }
  const over = new AbortController()
  const ends = AbortSignal.any([stop, lease.lost, over.signal])
  const run = async (work: Promise<string | null>): Promise<string | null> => {
    try {
      return await work
    } finally {
      over.abort()
    }
  }
  const results = await Promise.allSettled([
    run(listen(state, bot, ends)),
    run(send(state, bot, lease, ends)),
  ])
  const failed = results.find((result) => result.status === 'rejected')
  if (failed) throw failed.reason
  return results.map((result) => (result.status === 'fulfilled' ? result.value : null)).find(Boolean) ?? null
}

/** Takes updates in: polls, or keeps the webhook registered. */
async function listen(state: ServiceState, bot: ConnectedBot, ends: AbortSignal): Promise<string | null> {
  const { app } = state
  const { parts, config } = app
  const row = await getBot(parts.db, bot.id)
  try {
    const menu = patiently(state, bot, ends, () => registerMenu(parts, bot, row, state.commands))
    // Looked at below; until then its failure is nobody's.
    menu.catch(() => undefined)
    if (config.publicUrl) {
      const { publicUrl } = config
      await patiently(state, bot, ends, () => registerWebhook(parts, bot, row, publicUrl))
      await Promise.all([menu, untilEnd(ends)])
      return null
    }
    await forgetWebhook(parts, row)
    await Promise.all([menu, poll(state, bot, row.polledAt, row.pollCursor, ends)])
    return null
  } catch (error) {
    if (error instanceof SendError && error.failure === 'bot-stopped') return error.code
    throw error
  }
}

/** Registering may fail for a while, or for a day where it is limited; messages are sent meanwhile. */
async function patiently(
  { app }: ServiceState,
  bot: ConnectedBot,
  ends: AbortSignal,
  register: () => Promise<void>,
): Promise<void> {
  for (let waitMs = FIRST_REGISTER_MS; !ends.aborted; waitMs = Math.min(waitMs * 2, LAST_REGISTER_MS)) {
    try {
      return await register()
    } catch (error) {
      if (!(error instanceof SendError) || error.failure === 'bot-stopped') throw error
      app.parts.log.warn({ bot: bot.id, code: error.code, waitMs }, 'the platform refused a registration')
      await rest(waitMs, ends)
    }
  }
}

/** An open poll counts as listening while it is answered at least this often. */
const ANSWERED_MS = 45_000
const HEARTBEAT_MS = 2_000

async function poll(
  state: ServiceState,
  bot: ConnectedBot,
  polledAt: Date | null,
  cursor: string | null,
  ends: AbortSignal,
): Promise<void> {
  const { parts } = state.app
  const adapter = parts.bots.adapterOf(bot.id)
  const startedAt = parts.clock.machine()
  let answeredAt = startedAt
  const stillListening = async () => {
    if (parts.clock.machine().getTime() - answeredAt.getTime() > ANSWERED_MS) return
    await savePolledAt(parts.db, bot.id, parts.clock.machine())
  }
  const report = (work: Promise<unknown>, event: string) =>
    work.catch((error: unknown) => parts.log.warn({ bot: bot.id, err: error }, event))

  const polling = adapter.poll(bot, {
    cursor,
    receive: (raw, next) => receiveBatch(state, bot, raw, next),
    onAnswered: () => {
      answeredAt = parts.clock.machine()
    },
    signal: ends,
  })
  if (adapter.can.keepsUpdates) return polling
  const done = new AbortController()
  const beating = (async () => {
    await report(noticeGap(parts, bot.id, polledAt, startedAt), 'a gap was not noticed')
    while (!done.signal.aborted) {
      await report(stillListening(), 'polling was not noted')
      await rest(HEARTBEAT_MS, done.signal)
    }
  })()
  try {
    await polling
  } finally {
    done.abort()
    await beating
    await report(stillListening(), 'polling was not noted')
  }
}

/** Sends until the end, then lets what is on its way arrive. */
async function send(
  state: ServiceState,
  bot: ConnectedBot,
  lease: HeldLease,
  ends: AbortSignal,
): Promise<string | null> {
  const { app, holder, metrics, parallel } = state
  const { parts } = app
  const { channel } = app.bots.adapterOf(bot.id)
  const bell = createBell()
  const sender = createSender(parts, bot, {
    holder,
    parallel,
    mayStart: () => !ends.aborted && lease.isHeld(),
    pause: (ms) => rest(ms),
    onFree: () => bell.ring(),
    onSent: (ms, result) => metrics.sent(channel, result.kind === 'sent' ? 'sent' : result.failure, ms),
  })
  const onQueued = (botId: string | null) => {
    if (botId !== null && botId !== bot.id) return
    sender.refresh()
    bell.ring()
  }
  state.onQueued.add(onQueued)
  try {
    while (!ends.aborted && sender.stoppedBy() === null) {
      const waitMs = await sender.deliver().catch((error: unknown) => {
        // The lease ends too when the database stays away.
        parts.log.warn({ bot: bot.id, err: error }, 'messages wait for the database')
        return null
      })
      await bell.wait(Math.min(waitMs ?? 1000, 1000), ends)
    }
    return sender.stoppedBy()
  } finally {
    state.onQueued.delete(onQueued)
    await sender.drain()
  }
}

function untilEnd(ends: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (ends.aborted) resolve()
    else ends.addEventListener('abort', () => resolve(), { once: true })
  })
}
