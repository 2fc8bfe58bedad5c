import { spawn } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parse } from 'dotenv'
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
import { startTelegramServer } from '../../src/playground/telegram/index.ts'
import { startZaloServer } from '../../src/playground/zalo/index.ts'
import { invites, people } from '../../src/store/schema/index.ts'
import { readSettings } from '../../src/store/settings.ts'
import { builtProduct } from '../support/built-product.ts'
import { createTestDatabase, type TestDatabase } from '../support/test-database.ts'

const TELEGRAM = '1001:TEST-telegram-setup'
const ZALO = '2001:TEST-zalo-setup'

let telegram: Awaited<ReturnType<typeof startTelegramServer>>
let zalo: Awaited<ReturnType<typeof startZaloServer>>
beforeAll(async () => {
  telegram = await startTelegramServer({
    limits: true,
    bots: [{ token: TELEGRAM, username: 'NhipQuyMauBot', firstName: 'Nhịp Quý Mẫu' }],
  })
  zalo = await startZaloServer({ bots: [{ token: ZALO, displayName: 'Bot Nhịp Mẫu', canJoinGroups: true }] })
})
afterAll(() => Promise.all([telegram.close(), zalo.close()]))

let folder: string
let database: TestDatabase
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'setup-'))
  database = await createTestDatabase()
})
afterEach(async () => {
  await database.close()
  rmSync(folder, { recursive: true, force: true })
})

/** Types these lines, then closes the terminal. */
async function command(words: string[], lines: string[] = [], more: Record<string, string> = {}) {
  const child = spawn(process.execPath, [join(await builtProduct(), 'cli.js'), ...words], {
    cwd: folder,
    env: {
      PATH: process.env['PATH'],
      HOME: process.env['HOME'],
      DATABASE_URL: database.url,
      APP_SECRET: 'a secret of tests, long enough to be one',
      TELEGRAM_API_ROOT: telegram.url,
      ZALO_API_ROOT: zalo.url,
      ...more,
    },
  })
  let text = ''
  child.stdout.on('data', (part: Buffer) => (text += part.toString()))
  child.stderr.on('data', (part: Buffer) => (text += part.toString()))
  child.stdin.end(lines.map((line) => `${line}\n`).join(''))
  const code = await new Promise<number | null>((resolve) => child.once('close', resolve))
  return { code, text }
}

const setup = (...lines: string[]) => command(['setup'], lines)
const env = () => parse(readFileSync(join(folder, '.env')))

test('the first time, stopped in the middle and gone on with', { timeout: 300_000 }, async () => {
  writeFileSync(join(folder, '.env'), '# của tôi\nPORT=8090\n', { mode: 0o644 })
  // Ctrl-C after the name of the organisation.
  const first = await setup('1001:WRONG', 'hai từ', TELEGRAM, '', ZALO, '', 'Đảng ủy phường Mẫu')
  expect(first.text).toContain('Nền tảng không nhận token này')
  expect(first.text).toContain('Mỗi lần một token')
  expect(first.text).toContain('✓ telegram: Nhịp Quý Mẫu (NhipQuyMauBot)')
  expect(first.text).toContain('✓ Giữ dữ liệu: Đảng ủy phường Mẫu')
  expect(first.text).toContain('Đã dừng. Những gì đã trả lời được giữ.')
  expect(first.code).toBe(1)
  expect(readFileSync(join(folder, '.env'), 'utf8')).toBe(
    `# của tôi\nPORT=8090\nTELEGRAM_BOT_TOKEN=${TELEGRAM}\nZALO_BOT_TOKEN=${ZALO}\n`,
  )
  expect(statSync(join(folder, '.env')).mode & 0o777).toBe(0o600)
  expect(await readSettings(database.db)).toMatchObject({ controller: 'Đảng ủy phường Mẫu', contact: null })

  const refused = await command(['go-live', 'x', '--from', '2026-01-01', '--yes'])
  expect(refused.text).toContain('Chưa có người trả lời về dữ liệu cá nhân')
  expect(refused.code).toBe(1)
  expect((await command(['doctor'])).text).toContain('✗ Chưa có người trả lời về dữ liệu cá nhân')

  const second = await setup(
    'Văn phòng Đảng ủy, 0900000000',
    'mãi mãi',
    '45',
    'Đảng ủy phường Mẫu',
    '',
    'DU',
    'Mẫu Thị Lan',
    '',
    'sao luu',
  )
  expect(second.text).not.toContain('Tên tổ chức giữ dữ liệu')
  expect(second.text).not.toContain('Token bot')
  expect(second.text).toContain('Cần một số ngày từ 1 đến 3650.')
  expect(second.text).toMatch(/VP01 Mẫu Thị Lan.*[A-Z0-9]{4}-[A-Z0-9]{4}/)
  expect(second.text).toContain('NhipQuyMauBot?start=')
  expect(second.text).toContain('nhipquy template units don-vi.xlsx')
  expect(second.code).toBe(0)
  expect(env()).toMatchObject({ PORT: '8090', BACKUP_DIR: join(folder, 'sao luu') })
  expect(existsSync(join(folder, 'sao luu'))).toBe(true)
  expect(await readSettings(database.db)).toEqual({
    controller: 'Đảng ủy phường Mẫu',
    contact: 'Văn phòng Đảng ủy, 0900000000',
    retentionDays: 45,
  })
  expect(await database.db.select({ name: people.fullName }).from(people)).toEqual([{ name: 'Mẫu Thị Lan' }])
  const doctor = await command(['doctor'])
  expect(doctor.text).toMatch(/✓ Lời xin đồng ý đang dùng: vi-[0-9a-f]{12}; tin nhắn giữ 45 ngày/)

  // Everything is settled: only the person who has not joined is asked about.
  const third = await setup('không')
  expect(third.text).toContain('Mẫu Thị Lan chưa vào bot')
  expect(third.code).toBe(0)
  expect(await database.db.select().from(invites)).toHaveLength(1)
})

test(
  'without a bot there is nothing to set up; the language can be English',
  { timeout: 150_000 },
  async () => {
    const run = await command(['--lang', 'en', 'setup'], ['', ''])
    expect(run.text).toContain('At least one bot is needed')
    expect(run.code).toBe(1)
    expect(existsSync(join(folder, '.env'))).toBe(false)
  },
)

test(
  'without questions: the same answers as options, refused when they are no answers',
  { timeout: 150_000 },
  async () => {
    const bad = await command(['setup', '--controller', ' ', '--retention', '0'])
    expect(bad.code).toBe(2)
    expect((await readSettings(database.db)).controller).toBeNull()
    const good = await command(['setup', '--controller', 'Đảng ủy xã Mẫu', '--contact', 'Văn phòng'])
    expect(good.code).toBe(0)
    expect(await readSettings(database.db)).toEqual({
      controller: 'Đảng ủy xã Mẫu',
      contact: 'Văn phòng',
      retentionDays: 30,
    })
    // What the environment says goes before what was answered.
    const more = { RETENTION_DAYS: '7' }
    expect((await command(['doctor'], [], more)).text).toContain('tin nhắn giữ 7 ngày')
  },
)
