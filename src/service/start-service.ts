import { COMMANDS } from '../commands/index.ts'
import type { Config } from '../config.ts'
import { createFloodGuard } from '../inbox/flood-guard.ts'
import { runTick } from '../jobs/run-tick.ts'
import type { Logger } from '../log.ts'
import { isConnectionError } from '../store/connection-lost.ts'
import { listenForWork } from '../store/listen.ts'
import type { WakeChannel } from '../store/notify.ts'
import type { Parts } from '../tools.ts'
import { createBell, rest } from './bell.ts'
import { runBot } from './bot-loop.ts'
import { connectBots } from './connect-bots.ts'
import { freeLeasesOfTheDead, nameHolder } from './dead-holders.ts'
import { createWeb, listenWeb } from './http-server.ts'
import { runInboxWorkers } from './inbox-workers.ts'
import { createMetrics } from './metrics.ts'
import { dailyBackup } from './daily-backup.ts'
import { openApp, type OpenApp } from './open-app.ts'
import type { Product } from './open-product.ts'
import type { ServiceState } from './service-state.ts'
import { runTicks } from './tick-loop.ts'
import { troubleSources } from './trouble-sources.ts'
import { watchDatabase } from './watch-database.ts'

export interface RunningService {
  /** The port that is listened on. */
  port: number
  /** What it works with, for those who act beside it. */
  parts: Parts
  product: Product
  /**
   * Stops taking, lets open polls and what is on its way finish, gives leases back, and closes everything;
   * a database of our own goes last.
   */
  stop(): Promise<void>
}

/** Messages of one bot on their way at once. */
const PARALLEL = 8
const CONNECT_AGAIN_MS = 10_000
/** A refused token may be accepted again: its bot was blocked for a while, or made anew. */
const ASK_DEAD_AGAIN_MS = 300_000
const OPEN_TRIES = 20

/** Starts the whole service and resolves when it takes updates. */
export async function startService(config: Config, log: Logger): Promise<RunningService> {
  const app = await openPatiently(config, log)
  const { parts } = app
  const state: ServiceState = {
    app,
    commands: COMMANDS,
    holder: await nameHolder(config, parts.newId()),
    metrics: createMetrics(app.database.db),
    flood: createFloodGuard(parts.clock.machine),
    inbox: createBell(),
    onQueued: new Set(),
    parallel: PARALLEL,
    isConnecting: true,
  }
  const stop = new AbortController()
  let isReady = false
  const running: Promise<void>[] = []
  const stopAll = async () => {
    stop.abort()
    await Promise.allSettled(running)
  }
  try {
    const freed = await freeLeasesOfTheDead(config, app.database.db)
    if (freed > 0) log.warn({ count: freed }, 'leases of a killed process are free again')
    const web = await listenWeb(createWeb(state, { isReady: () => isReady }), config.port)
    const wakes = await listenForWork(app.database.sql, (channel, botId) => wake(state, channel, botId))
    const onDatabase = (isThere: boolean) => {
      isReady = isThere
      log[isThere ? 'info' : 'warn']({ state: isThere ? 'ready' : 'waiting' }, 'the database')
    }
    const registers = [config.dataDir, ...(config.backupDir === undefined ? [] : [config.backupDir])]
    const ticking = { ...dailyBackup(app.product), troubles: troubleSources(config), registers }
    running.push(
      watchDatabase(app, onDatabase, stop.signal),
      runInboxWorkers(state, stop.signal),
      runTicks(state, () => runTick(parts, ticking), stop.signal),
      serveBots(state, stop.signal),
    )
    log.info({ port: web.port, replica: state.holder, pid: process.pid }, 'the service runs')
    return {
      port: web.port,
      parts,
      product: app.product,
      stop: async () => {
        isReady = false
        await stopAll()
        await web.close()
        await wakes.stop().catch((error: unknown) => log.warn({ err: error }, 'listening ended by itself'))
        await app.close()
        log.info({ replica: state.holder }, 'the service has stopped')
      },
    }
  } catch (error) {
    await stopAll()
    await app.close()
    throw error
  }
}

/** A database server that starts beside us may need a moment. */
async function openPatiently(config: Config, log: Logger): Promise<OpenApp> {
  for (let tries = 1; ; tries += 1) {
    try {
      return await openApp(config, log)
    } catch (error) {
      if (!config.databaseUrl || !isConnectionError(error) || tries >= OPEN_TRIES) throw error
      log.warn({ attempt: tries, err: error }, 'the database is not there yet')
      await rest(Math.min(5_000, 250 * 2 ** tries))
    }
  }
}

function wake(state: ServiceState, channel: WakeChannel, botId: string | null): void {
  if (channel === 'nhipquy_updates') state.inbox.ringOne()
  else if (channel === 'nhipquy_outbox') for (const listener of state.onQueued) listener(botId)
  // A failure is noticed by whoever watches the database, and the time is read again there.
  else void state.app.refreshClock().catch(() => undefined)
}

/** Matches tokens with bots, and serves each; tokens that no platform answered for are asked about again. */
async function serveBots(state: ServiceState, stop: AbortSignal): Promise<void> {
  const { app } = state
  const { log } = app.parts
  const served = new Map<string, Promise<void>>()
  const connector = {
    db: app.database.db,
    adapters: app.adapters,
    bots: app.bots,
    tokens: app.config.tokens,
    clock: app.clock,
    newId: app.parts.newId,
    log,
  }
  for (let waitMs = CONNECT_AGAIN_MS; waitMs > 0 && !stop.aborted;) {
    try {
      const { pending, dead } = await connectBots(connector)
      state.isConnecting = pending > 0
      waitMs = pending > 0 ? CONNECT_AGAIN_MS : dead > 0 ? ASK_DEAD_AGAIN_MS : 0
      if (pending > 0) log.warn({ count: pending }, 'a platform does not answer for some tokens')
    } catch (error) {
      log.warn({ err: error }, 'bots could not be matched with their tokens')
    }
    for (const bot of app.bots.listConnected()) {
      if (!served.has(bot.id)) served.set(bot.id, runBot(state, bot, stop))
    }
    if (waitMs > 0) await rest(waitMs, stop)
  }
  await Promise.all(served.values())
}
