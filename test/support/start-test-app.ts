import { randomBytes } from 'node:crypto'
import { setTimeout as delay } from 'node:timers/promises'
import { uuidv7 } from 'uuidv7'
import { createBotDirectory, type KnownBots } from '../../src/channels/bot-directory.ts'
import type { ConnectedBot } from '../../src/channels/channel-adapter.ts'
import { createAdapters } from '../../src/channels/index.ts'
import { COMMANDS } from '../../src/commands/index.ts'
import type { Command, Tools } from '../../src/commands/command.ts'
import { loadTranslator } from '../../src/i18n.ts'
import { createFloodGuard } from '../../src/inbox/flood-guard.ts'
import { endDueWait } from '../../src/inbox/end-due-waits.ts'
import { handleNextUpdate } from '../../src/inbox/handle-updates.ts'
import { storeUpdates } from '../../src/inbox/store-updates.ts'
import { silentLogger, type Logger } from '../../src/log.ts'
import { createSender, type Sender } from '../../src/outbox/deliver-due-messages.ts'
import { startTelegramServer } from '../../src/playground/telegram/index.ts'
import { startZaloServer } from '../../src/playground/zalo/index.ts'
import { connectBots } from '../../src/service/connect-bots.ts'
import { getBot } from '../../src/store/bots.ts'
import { createVault } from '../../src/store/vault.ts'
import { withTools, type Parts } from '../../src/tools.ts'
import { loadWorkCalendar } from '../../src/work-calendar.ts'
import { checkLockScreens } from './check-lock-screens.ts'
import { createTestClock, type TestClock } from './test-clock.ts'
import { createTestDatabase, type TestDatabase } from './test-database.ts'
import { telegramWorld, type TelegramWorld } from './telegram-world.ts'
import { zaloWorld, type ZaloWorld } from './zalo-world.ts'

export interface TestAppOptions {
  /** Product time at the start, e.g. `2026-03-01T09:00+07:00`. Machine time starts there too. */
  now: string
  /** How many bots of each channel; one each by default. */
  bots?: { telegram?: number; zalo?: number }
  /** False: Zalo lets no bot into groups. */
  zaloGroups?: boolean
  /** What a Zalo bot may send in a month; the channel's own number by default. */
  zaloMessagesPerMonth?: number
  /** Other commands than the product's. */
  commands?: readonly Command[]
  log?: Logger
  /** Where links to the service lead; none by default. */
  publicUrl?: string
  /** False: the sender's answers are not checked against the lock-screen rule. */
  checkLockScreens?: boolean
}

/**
 * The whole product in one process, on real parts: a database of its own, both local platform servers over
 * HTTP, polling. Only time stands still.
 *
 * ```ts
 * const app = await startTestApp({ now: '2026-03-01T09:00+07:00' })
 * const lan = app.telegram.user('lan')
 * await lan.starts('ABCD2345')              // presses Start of a link
 * expect(lan.heard()).toEqual(['…'])        // what came since the last `heard()`
 * await lan.presses('Đồng ý')               // a button; on Zalo its number is typed
 * const cell = app.telegram.group('to-3', { members: ['lan'] })
 * await cell.user('lan').says('/nhom ABCD2345')
 * expect(cell.heard()).toEqual(['…'])
 * app.clock.set('2026-03-09T08:00+07:00')
 * await app.pass(runPass)                   // plans what is due, then settles
 * await app.tools(({ say }) => say({ … }))  // one transaction, as a job has it; `settle()` then sends
 * await app.close()
 * ```
 *
 * Every act settles: the update is stored, handled, and everything that may be sent now is sent. Every
 * private message that came by is checked against the lock-screen rule by `close()`.
 */
export interface TestApp {
  clock: TestClock
  database: TestDatabase
  parts: Parts
  bots: KnownBots
  telegram: TelegramWorld
  zalo: ZaloWorld
  /** Bot rows in the order of the options. */
  telegramBots: ConnectedBot[]
  zaloBots: ConnectedBot[]
  /** The settings with which a process of its own works on the same database, bots and servers. */
  environment: Record<string, string>
  /** Runs `work` in one transaction with its tools. */
  tools<T>(work: (tools: Tools) => Promise<T>): Promise<T>
  /** Runs a pass of the ticker and settles. */
  pass<T>(runPass: (parts: Parts) => Promise<T>): Promise<T>
  /** Stores, handles and delivers until nothing moves. */
  settle(): Promise<void>
  close(): Promise<void>
}

const APP_SECRET = 'a secret of tests, long enough to be one'

export async function startTestApp(options: TestAppOptions): Promise<TestApp> {
  const clock = createTestClock(options.now)
  const { telegram: telegramCount = 1, zalo: zaloCount = 1 } = options.bots ?? {}
  const log = options.log ?? silentLogger()
  const serverClock = () => clock.machine().getTime()
  const database = await createTestDatabase()
  const telegramTokens = tokens(1000, 'telegram', telegramCount)
  const zaloTokens = tokens(2000, 'zalo', zaloCount)
  const telegramServer = await startTelegramServer({
    clock: serverClock,
    limits: true,
    bots: telegramTokens.map((token, index) => ({
      token,
      username: `NhipQuyTest${index + 1}Bot`,
      firstName: `Nhịp Quý ${index + 1}`,
    })),
  })
  const zaloServer = await startZaloServer({
    clock: serverClock,
    bots: zaloTokens.map((token, index) => ({
      token,
      displayName: `Bot Nhịp Quý ${index + 1}`,
      canJoinGroups: options.zaloGroups ?? true,
    })),
  })
  const adapters = createAdapters({
    telegram: { apiRoot: telegramServer.url },
    zalo: {
      apiRoot: zaloServer.url,
      graceMs: 0,
      ...(options.zaloMessagesPerMonth && { messagesPerMonth: options.zaloMessagesPerMonth }),
    },
    machine: () => clock.machine(),
    random: () => 0.5,
    log,
  })
  const bots = createBotDirectory(adapters)
  const translator = loadTranslator()
  const parts: Parts = {
    db: database.db,
    vault: createVault(APP_SECRET),
    clock,
    newId: uuidv7,
    randomBytes,
    random: () => 0.5,
    t: translator.t,
    bots,
    isWorking: loadWorkCalendar(),
    log,
    publicUrl: options.publicUrl ?? null,
  }
  await connectBots({
    db: database.db,
    adapters,
    bots,
    tokens: { telegram: telegramTokens, zalo: zaloTokens },
    clock,
    newId: uuidv7,
    log,
  })
  const connectedAs = (list: string[]) =>
    list.map((token) => bots.listConnected().find((bot) => bot.token === token)!)
  const telegramBots = connectedAs(telegramTokens)
  const zaloBots = connectedAs(zaloTokens)

  const stop = new AbortController()
  const flood = createFloodGuard(() => clock.machine())
  const polls = bots.listConnected().map(async (bot) => {
    const { pollCursor } = await getBot(database.db, bot.id)
    const adapter = bots.adapterOf(bot.id)
    await adapter.poll(bot, {
      cursor: pollCursor,
      receive: async (raw, cursor) => {
        const { callbackIds } = await storeUpdates(parts, flood, bot, raw, cursor)
        await Promise.all(callbackIds.map((id) => adapter.acknowledgeButton(bot, id)))
      },
      signal: stop.signal,
    })
  })
  const senders: Sender[] = bots
    .listConnected()
    .map((bot) => createSender(parts, bot, { holder: 'test', pause: () => Promise.resolve() }))
  const commands = options.commands ?? COMMANDS

  /** Everything that people did has arrived: Telegram has it confirmed, and Zalo was asked again. */
  async function waitForPolls(): Promise<void> {
    await Promise.all([
      ...telegramBots.map(async (bot) => {
        const { control } = telegramServer
        const isOpen = () => control.updates(bot.handle).some((each) => !each.confirmedAt && !each.lost)
        for (let tries = 0; isOpen() && tries < 1250; tries += 1) await delay(4)
        await control.waitForPoll(bot.handle)
      }),
      ...zaloBots.map((bot) => zaloServer.control.waitForPoll(bot.displayName)),
    ])
  }

  /** Returns whether anything was sent or waits for the pace. */
  async function deliverAll(): Promise<boolean> {
    const waits = await Promise.all(
      senders.map(async (sender) => {
        const waitMs = await sender.deliver()
        const isBusy = sender.inFlight() > 0
        await sender.drain()
        return waitMs ?? (isBusy ? 0 : null)
      }),
    )
    const longest = Math.max(-1, ...waits.filter((waitMs) => waitMs !== null))
    if (longest > 0) clock.wait(longest)
    return longest >= 0
  }

  async function settle(): Promise<void> {
    // People take a moment between two acts, which the pace of a chat counts.
    clock.wait(1500)
    await waitForPolls()
    for (let round = 0; ; round += 1) {
      if (round > 5000) throw new Error('the test app does not come to rest')
      while ((await handleNextUpdate(parts, commands)) || (await endDueWait(parts, commands)));
      if (!(await deliverAll())) break
    }
  }
  await waitForPolls()

  return {
    clock,
    database,
    parts,
    bots,
    telegram: telegramWorld(telegramServer.control, telegramBots, settle),
    zalo: zaloWorld(zaloServer.control, zaloBots, settle),
    telegramBots,
    zaloBots,
    environment: {
      DATABASE_URL: database.url,
      APP_SECRET,
      TELEGRAM_BOT_TOKEN: telegramTokens.join(','),
      ZALO_BOT_TOKEN: zaloTokens.join(','),
      TELEGRAM_API_ROOT: telegramServer.url,
      ZALO_API_ROOT: zaloServer.url,
      CLOCK_START: options.now,
    },
    tools: (work) => withTools(parts, work),
    pass: async (runPass) => {
      const counts = await runPass(parts)
      await settle()
      return counts
    },
    settle,
    close: async () => {
      stop.abort()
      const check = options.checkLockScreens ?? true
      try {
        if (check) await checkLockScreens(database.db, telegramServer.control, zaloServer.control)
      } finally {
        await Promise.all([telegramServer.close(), zaloServer.close()])
        await Promise.allSettled(polls)
        await database.close()
      }
    },
  }
}

function tokens(base: number, channel: string, count: number): string[] {
  return Array.from({ length: count }, (_, index) => `${base + index + 1}:TEST-${channel}-${index + 1}`)
}
