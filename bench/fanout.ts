/**
 * How near the sender comes to what Telegram allows: messages to many private chats, through the outbox, by
 * the real service against the local Telegram server with its limits on. Counted by the server.
 *
 * `npm run bench:fanout [chats]`; last line `ratio=`: accepted over 30 × seconds from first to last.
 */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseConfig } from '../src/config.ts'
import { silentLogger } from '../src/log.ts'
import { startTelegramServer } from '../src/playground/telegram/index.ts'
import { startService } from '../src/service/start-service.ts'
import { saveChat } from '../src/store/chats.ts'
import { listBots } from '../src/store/bots.ts'
import { withTools } from '../src/tools.ts'

const ALLOWED_PER_SECOND = 30
const chats = Number(process.argv[2] ?? 600)
const directory = mkdtempSync(join(tmpdir(), 'nhipquy-bench-'))
const server = await startTelegramServer({ limits: true })
const token = '1001:PLAYGROUND-bench'
server.control.addBot({ token, username: 'BenchBot' })
const users = Array.from({ length: chats }, (_, i) => server.control.createUser({ firstName: `Người ${i}` }))

const service = await startService(
  parseConfig({
    TELEGRAM_BOT_TOKEN: token,
    TELEGRAM_API_ROOT: server.url,
    DATA_DIR: directory,
    PORT: '18099',
  }),
  silentLogger(),
)
try {
  // Everybody has opened the chat before; only the fan-out is measured.
  const [bot] = await withTools(service.parts, ({ tx }) => listBots(tx))
  if (!bot) throw new Error('the service has no bot')
  for (const user of users) server.control.start({ user: user.id })
  await until(() => server.control.calls({ method: 'sendMessage', ok: true }).length >= chats, 'welcomes')
  const before = server.control.calls({ method: 'sendMessage' }).at(-1)?.seq ?? 0

  await withTools(service.parts, async ({ tx, say, newId, machineNow }) => {
    for (const user of users) {
      const chat = await saveChat(tx, {
        botId: bot.id,
        externalId: String(user.id),
        kind: 'private',
        newId,
        machineNow,
      })
      await say({
        to: { chatId: chat.id, botId: bot.id, kind: 'private', locale: 'vi' },
        words: { text: 'Nhắc việc: hạn 09/3. Xin mở tin nhắn này để xem việc cần làm hôm nay.' },
        class: 'scheduled',
        topic: 'nudge',
        uniqueKey: `bench:${user.id}`,
      })
    }
  })
  const sent = () => server.control.calls({ method: 'sendMessage', ok: true, afterSeq: before })
  await until(() => sent().length >= chats, 'the fan-out')
  const times = sent().map(({ at }) => at)
  const seconds = (Math.max(...times) - Math.min(...times)) / 1000
  const refused = server.control.calls({ afterSeq: before }).filter(({ code }) => code === 429).length
  console.log(`chats=${chats} seconds=${seconds.toFixed(1)} refused_429=${refused}`)
  console.log(`ratio=${(chats / (ALLOWED_PER_SECOND * seconds)).toFixed(3)}`)
} finally {
  await service.stop()
  await server.close()
  rmSync(directory, { recursive: true, force: true })
}

/** Waits, at most ten minutes. */
async function until(isDone: () => boolean, what: string): Promise<void> {
  for (let waited = 0; waited < 6000; waited += 1) {
    if (isDone()) return
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
  throw new Error(`${what} did not end`)
}
