import { spawn, type ChildProcess } from 'node:child_process'
import { appendFileSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { connectControl } from '../../src/playground/server/control-http.ts'
import { startTelegramServer, type TelegramControl } from '../../src/playground/telegram/index.ts'
import { startZaloServer, type ZaloControl } from '../../src/playground/zalo/index.ts'
import { builtProduct } from '../support/built-product.ts'

const TELEGRAM_TOKEN = '1001:PLAYGROUND-nhip-quy'
const ZALO_TOKEN = '2001:PLAYGROUND-nhip-quy'

const dist = await builtProduct()

let folder: string
let child: ChildProcess | undefined

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'state-file-'))
})

afterEach(() => {
  child?.kill('SIGKILL')
  rmSync(folder, { recursive: true })
})

/** Starts a server in a process of its own and gives its root. */
async function startElsewhere(source: string): Promise<string> {
  child = spawn(process.execPath, ['--input-type=module', '-e', source], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const line = await new Promise<Buffer>((resolve, reject) => {
    child?.stdout?.once('data', resolve)
    child?.once('exit', () => reject(new Error('the server ended early')))
  })
  return line.toString().trim()
}

async function killElsewhere(): Promise<void> {
  const ended = new Promise((resolve) => {
    child?.once('exit', resolve)
  })
  child?.kill('SIGKILL')
  await ended
}

function program(name: string, module: string, options: object): string {
  const file = pathToFileURL(join(dist, 'playground', module, 'index.js')).href
  return `import { ${name} } from '${file}'
    const server = await ${name}(${JSON.stringify(options)})
    console.log(server.url)`
}

test('Telegram killed between an answer and the next call: people, messages and pending updates are there', async () => {
  const options = {
    stateFile: join(folder, 'telegram.jsonl'),
    bots: [{ token: TELEGRAM_TOKEN, username: 'nhipquy_bot' }],
  }
  const url = await startElsewhere(program('startTelegramServer', 'telegram', options))
  const remote = connectControl<TelegramControl>(url)
  await remote.createUser({ id: 501, firstName: 'An' })
  await remote.start({ user: 501, payload: 'ABCD2345' })
  const body = new URLSearchParams({ chat_id: '501', text: 'chào' })
  const sent = await fetch(`${url}/bot${TELEGRAM_TOKEN}/sendMessage`, { method: 'POST', body })
  expect(sent.status).toBe(200)
  await killElsewhere()
  // What a kill in the middle of a write leaves behind.
  appendFileSync(options.stateFile, '["entries","99",{"seq":')

  const server = await startTelegramServer(options)
  expect(server.control.transcript(501).map((entry) => entry.text)).toEqual(['/start ABCD2345', 'chào'])
  expect(server.control.updates()).toMatchObject([{ confirmedAt: null, lost: null }])
  expect(server.control.say({ user: 501, text: 'tiếp' }).messageId).toBe(3)
  expect(server.control.calls({ method: 'sendMessage' })).toHaveLength(1)
  await server.close()
})

test('Zalo killed: people stay known, the webhook and the switches stay, queued updates wait', async () => {
  const options = {
    stateFile: join(folder, 'zalo.jsonl'),
    bots: [{ token: ZALO_TOKEN, displayName: 'Bot Nhịp Quý' }],
  }
  const url = await startElsewhere(program('startZaloServer', 'zalo', options))
  const remote = connectControl<ZaloControl>(url)
  await remote.set({ queueMode: 'queued' })
  await remote.createUser({ key: 'an', displayName: 'An' })
  await remote.say({ user: 'an', text: 'chưa ai đọc' })
  const { privateId } = await remote.ids({ user: 'an' })
  await remote.advanceClock(86_400_000)
  await killElsewhere()

  const server = await startZaloServer(options)
  expect(server.control.switches().queueMode).toBe('queued')
  const answer = await fetch(`${server.url}/bot${ZALO_TOKEN}/getUpdates`)
  expect(await answer.json()).toMatchObject({ ok: true, result: { message: { chat: { id: privateId } } } })
  const said = server.control.say({ user: 'an', text: 'một ngày sau' })
  expect(said.at - server.control.transcript('an')[0]!.at).toBeGreaterThanOrEqual(86_400_000)
  await server.close()
})
