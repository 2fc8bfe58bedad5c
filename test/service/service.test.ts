import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { Config } from '../../src/config.ts'
import { createLogger, silentLogger } from '../../src/log.ts'
import { startTelegramServer, type TelegramServer } from '../../src/playground/telegram/index.ts'
import { startZaloServer, type ZaloServer } from '../../src/playground/zalo/index.ts'
import { startService, type RunningService } from '../../src/service/start-service.ts'
import { startBot } from '../../src/store/bots.ts'
import { openDatabase } from '../../src/store/database.ts'
import { moveClock } from '../../src/store/product-clock.ts'
import { monotonicMs } from '../../src/time.ts'
import { createTestDatabase, databaseUrl, type TestDatabase } from '../support/test-database.ts'

const TELEGRAM = '1001:TEST-service-telegram'
const ZALO = '2001:TEST-service-zalo'

let database: TestDatabase
let telegram: TelegramServer
let zalo: ZaloServer
const running: RunningService[] = []

beforeEach(async () => {
  database = await createTestDatabase()
  telegram = await startTelegramServer({
    limits: true,
    bots: [{ token: TELEGRAM, username: 'NhipQuyTestBot', firstName: 'Nhịp Quý' }],
  })
  zalo = await startZaloServer({
    bots: [{ token: ZALO, displayName: 'Bot Nhịp Quý' }],
    switches: { allowHttp: true },
  })
})
afterEach(async () => {
  // A platform that hangs up spares us the wait for its open poll.
  await Promise.all([telegram.close(), zalo.close()])
  await Promise.all(running.splice(0).map((service) => service.stop()))
  await database.close()
})

function settings(more: Partial<Config> = {}): Config {
  return {
    databaseUrl: database.url,
    tokens: { telegram: [TELEGRAM], zalo: [ZALO] },
    apiRoots: { telegram: telegram.url, zalo: zalo.url },
    port: 0,
    dataDir: '/nonexistent',
    appSecret: 'a secret of tests, long enough to be one',
    backupKeep: 14,
    logLevel: 'silent',
    production: false,
    playground: false,
    ...more,
  }
}

const bot = async () => (await database.sql`select id, state from bots where channel = 'telegram'`)[0]

async function start(config: Config, log = silentLogger()): Promise<RunningService> {
  const service = await startService(config, log)
  running.push(service)
  return service
}

describe('service', () => {
  test('polling: people on both platforms are answered, and a stop waits for what is open', async () => {
    const service = await start(settings())
    await Promise.all([telegram.control.waitForPoll(), zalo.control.waitForPoll()])
    const lan = telegram.control.createUser({ firstName: 'Lan' })
    telegram.control.start({ user: lan.id })
    zalo.control.createUser({ key: 'minh', displayName: 'Minh' })
    zalo.control.say({ user: 'minh', text: 'xin chào' })
    const answers = await Promise.all([
      telegram.control.waitForMessage({ chat: lan.id, author: 'bot' }),
      zalo.control.waitForMessage({ author: 'bot', contains: '1. ' }),
    ])
    expect(answers.map(({ text }) => text)).toEqual([
      expect.stringContaining('mã mời'),
      expect.stringContaining('mã mời'),
    ])
    await running.pop()!.stop()
    expect(service.port).toBeGreaterThan(0)
  })

  test('a server without menus: the bot works all the same', async () => {
    const unknown = { ok: false, error_code: 404, description: 'Not Found: method not found' }
    for (const method of ['setMyCommands', 'getWebhookInfo'])
      telegram.control.inject({ method, fault: { kind: 'answer', status: 404, body: unknown }, times: 99 })
    await start(settings())
    await telegram.control.waitForPoll()
    const lan = telegram.control.createUser({ firstName: 'Lan' })
    telegram.control.start({ user: lan.id })
    const answer = await telegram.control.waitForMessage({ chat: lan.id, author: 'bot' })
    expect(answer.text).toContain('mã mời')
  })

  test('webhooks: a secret opens them, and the platform is told only once', async () => {
    const probe = await start(settings())
    const { port } = probe
    await running.pop()!.stop()
    const publicUrl = `http://127.0.0.1:${port}`
    telegram.control.inject({ method: 'setWebhook', fault: { kind: 'html502' } })
    await start(settings({ publicUrl, port }))
    const lan = telegram.control.createUser({ firstName: 'Lan' })
    const registered = (method: string) => telegram.control.calls({ method }).length
    for (let tries = 0; registered('setWebhook') < 2 && tries < 400; tries += 1) await pause(25)
    telegram.control.start({ user: lan.id })
    const answer = await telegram.control.waitForMessage({ chat: lan.id, author: 'bot' })
    expect(answer.text).toContain('mã mời')

    const forged = await fetch(`${publicUrl}/hooks/telegram/guessed`, { method: 'POST', body: '{}' })
    expect(forged.status).toBe(404)
    await running.pop()!.stop()
    await start(settings({ publicUrl, port }))
    await pause(500)
    expect(registered('setWebhook')).toBe(2)
  })

  test('health, readiness and figures are there, and neither token nor text reaches the log', async () => {
    const lines: string[] = []
    const log = createLogger({ level: 'debug', destination: { write: (line) => void lines.push(line) } })
    const { port } = await start(settings(), log)
    await zalo.control.waitForPoll()
    zalo.control.createUser({ key: 'minh', displayName: 'Minh Bí Danh' })
    zalo.control.say({ user: 'minh', text: 'câu này là của riêng tôi' })
    await zalo.control.waitForMessage({ author: 'bot' })
    const page = (path: string) => fetch(`http://127.0.0.1:${port}${path}`)
    for (let tries = 0; (await page('/readyz')).status !== 200 && tries < 100; tries += 1) await pause(25)
    expect(await (await page('/healthz')).text()).toBe('alive')
    const isSent = /nhipquy_outbox\{state="sent",class="reply"\} \d/
    let figures = ''
    // The platform shows a message a moment before the row says that it was sent.
    for (let tries = 0; !isSent.test(figures) && tries < 200; tries += 1) {
      figures = await (await page('/metrics')).text()
      await pause(25)
    }
    expect(figures).toMatch(isSent)
    expect(figures).toContain('nhipquy_updates{state="handled"} 1')
    expect(figures).toMatch(/nhipquy_lease_held\{lease="bot:[\w-]+"\} 1/)
    const written = lines.join('\n')
    expect(written).toContain('the service runs')
    for (const secret of ['TEST-service', 'riêng tôi', 'Bí Danh']) expect(written).not.toContain(secret)
  })

  test('product time moved by another process is the time of the service at once', async () => {
    const { parts } = await start(settings())
    const elsewhere = openDatabase(database.url, { name: 'another process', max: 1 })
    const moved = await moveClock(elsewhere.db, { byMs: 86_400_000 }, parts.clock.machine)
    await elsewhere.close()
    const from = monotonicMs()
    const ahead = () => parts.clock.product().getTime() - parts.clock.machine().getTime()
    while (ahead() < 86_400_000 && monotonicMs() - from < 10_000) await pause(5)
    // Far sooner than the next look of whoever watches the database.
    expect(monotonicMs() - from).toBeLessThan(1_500)
    expect(moved.moved).toBe(true)
  })

  test('a bot that its platform refused is taken up again by a command, without a restart', async () => {
    const refused = { ok: false, error_code: 401, description: 'Unauthorized' }
    telegram.control.inject({ method: 'getUpdates', fault: { kind: 'answer', status: 401, body: refused } })
    const { parts } = await start(settings())
    for (let tries = 0; (await bot())?.['state'] !== 'stopped' && tries < 400; tries += 1) await pause(25)
    expect((await bot())!['state']).toBe('stopped')
    const lan = telegram.control.createUser({ firstName: 'Lan' })
    telegram.control.start({ user: lan.id })
    await startBot(parts.db, (await bot())!['id'] as string)
    const answer = await telegram.control.waitForMessage({ chat: lan.id, author: 'bot' }, 20_000)
    expect(answer.text).toContain('mã mời')
  })

  test('webhooks: an update before the platform said whose the token is gets 503, and comes again', async () => {
    telegram.control.inject({ method: 'getMe', fault: { kind: 'html502' }, times: 99 })
    const { port } = await start(settings({ publicUrl: 'http://127.0.0.1:1' }))
    const early = await fetch(`http://127.0.0.1:${port}/hooks/telegram/any`, { method: 'POST', body: '{}' })
    expect(early.status).toBe(503)
  })

  test('two replicas: each bot is polled by one, and the other takes over at once after an orderly stop', async () => {
    const first = await start(settings())
    await Promise.all([telegram.control.waitForPoll(), zalo.control.waitForPoll()])
    await start(settings())
    zalo.control.createUser({ key: 'minh', displayName: 'Minh' })
    zalo.control.say({ user: 'minh', text: 'một' })
    const { seq } = await zalo.control.waitForMessage({ author: 'bot' })
    running.shift()
    await first.stop()
    await pause(1500)
    await Promise.all([telegram.control.waitForPoll(), zalo.control.waitForPoll()])
    zalo.control.say({ user: 'minh', text: 'hai' })
    await zalo.control.waitForMessage({ author: 'bot' }, 5000, seq)
    expect(telegram.control.calls({ method: 'getUpdates' }).filter(({ code }) => code === 409)).toEqual([])
  })
})

describe('without its database', () => {
  test('the service says that it is not ready, keeps trying, and goes on where it was', async () => {
    const { port } = await start(settings())
    const isReady = async () => (await fetch(`http://127.0.0.1:${port}/readyz`)).status === 200
    const become = async (wanted: boolean) => {
      for (let tries = 0; (await isReady()) !== wanted && tries < 400; tries += 1) await pause(50)
      expect(await isReady()).toBe(wanted)
    }
    await become(true)
    await telegram.control.waitForPoll()
    const lan = telegram.control.createUser({ firstName: 'Lan' })
    await blockConnections(database.url, true)
    telegram.control.start({ user: lan.id })
    await become(false)
    await blockConnections(database.url, false)
    await telegram.control.waitForMessage({ chat: lan.id, author: 'bot' }, 30_000)
    await become(true)
  })
})

/** Takes the database away from everybody, or gives it back. */
async function blockConnections(url: string, isBlocked: boolean): Promise<void> {
  const name = new URL(url).pathname.slice(1)
  const admin = openDatabase(databaseUrl('postgres'), { max: 1 })
  await admin.sql`alter database ${admin.sql(name)} with allow_connections ${admin.sql.unsafe(String(!isBlocked))}`
  if (isBlocked)
    await admin.sql`select pg_terminate_backend(pid) from pg_stat_activity where datname = ${name}`
  await admin.close()
}

function pause(ms: number): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, ms)
  })
}
