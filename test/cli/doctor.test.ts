import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { asc, eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { loadTranslator, LOCALES } from '../../src/i18n.ts'
import { outbox, updates } from '../../src/store/schema/index.ts'
import { startCommune } from '../support/commune.ts'
import { operatorOf } from '../support/operator.ts'
import { createTestDatabase } from '../support/test-database.ts'

const SECRET = 'a secret of tests, long enough to be one'
const { t, keys } = loadTranslator()

/** What is fine; every other finding is trouble. */
const FINE =
  /-(database|bot-webhook|bot-polling|clock|clock-moved|clock-behind|consent|messages|live|backup|office)$/
const VALUES = { bot: 'b', reason: 'r', count: 2, hours: 3, days: 4, code: 'c', taken: 'd', folder: 'f' }
const FIGURES = { megabytes: 5, minutes: 6, sent: 7, limit: 8, version: 'v', queued: 0 }

test.each(LOCALES)('%s: every finding says what it means, and the command that mends it', (locale) => {
  const troubles = keys(locale).filter((key) => key.startsWith('cli-doctor-') && !FINE.test(key))
  const alerts = ['disk', 'clock', 'quota', 'backup', 'failed', 'parked', 'bot-stopped']
  for (const key of [...troubles, ...alerts.map((kind) => `alert-${kind}`)]) {
    const said = t(locale, key, { ...VALUES, ...FIGURES })
    expect(said, key).toContain(locale === 'vi' ? 'Nghĩa là: ' : 'What it means: ')
    expect(said, key).toMatch(/nhipquy [a-z]+/)
  }
  expect(troubles.length).toBeGreaterThan(15)
})

test('an empty database without bots: what is missing, step by step; exit code 1', async () => {
  const database = await createTestDatabase()
  const doctor = operatorOf({ DATABASE_URL: database.url, APP_SECRET: SECRET, NODE_ENV: 'production' })
  const { code, out } = await doctor('doctor')
  await database.close()
  expect(code).toBe(1)
  expect(out.map((line) => line.split('.')[0])).toEqual([
    '✓ The database answers, fits this release, and its key fits',
    '✗ There is no bot yet',
    '✓ Product time is machine time',
    '✗ There is no name of the organisation that keeps the data',
    '✗ There is nobody to ask about personal data',
    '✓ Messages: 0 sent, 0 waiting',
    '✗ No programme is live',
    '✗ There is no backup',
    '✗ Nobody of the office has joined',
  ])
})

test('a commune at work: its troubles by name until they are mended; then exit code 0', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'nhipquy-doctor-'))
  const commune = await startCommune({ now: '2026-03-03 09:00' })
  const { app } = commune
  const operate = operatorOf(app.environment)
  await operate('setup --controller Đảng-ủy-xã-Mẫu --contact văn-phòng')
  const uyen = await commune.telegram('XA', 'X01')
  await commune.zalo('THON1', 'T01')
  await uyen.says('/viec')
  const { db } = app.database
  const [first, second] = await db.select().from(outbox).orderBy(asc(outbox.seq))
  await db.update(outbox).set({ state: 'dead', errorCode: 'refused' }).where(eq(outbox.id, first!.id))
  await db
    .update(outbox)
    .set({ state: 'uncertain', wasUncertain: true, class: 'scheduled' })
    .where(eq(outbox.id, second!.id))
  const [update] = await db.select().from(updates).orderBy(asc(updates.seq))
  await db.update(updates).set({ state: 'parked' }).where(eq(updates.id, update!.id))

  const ill = await operate('doctor', {
    settings: { ZALO_BOT_TOKEN: '', PUBLIC_URL: 'https://bot.example.vn' },
  })
  expect(ill.code).toBe(1)
  const troubles = ill.out.filter((line) => line.startsWith('✗')).join('\n')
  expect(troubles).toContain('✗ NhipQuyTest1Bot does not point at PUBLIC_URL')
  expect(troubles).toMatch(/✗ bot\.\S+ has no token here and rests/)
  expect(troubles).toContain('✗ 1 messages may or may not have arrived')
  expect(troubles).toContain('✗ 1 messages could not be sent')
  expect(troubles).toContain('✗ 1 updates failed five times')
  expect(troubles).toContain('✗ There is no backup')
  const wrong = await operate('doctor', {
    settings: { TELEGRAM_BOT_TOKEN: `${app.environment['TELEGRAM_BOT_TOKEN']},9:WRONG-token` },
  })
  expect(wrong.out.join('\n')).toContain('✗ 1 tokens were not accepted by their platform')
  expect((await operate('status')).out.join('\n')).toContain('may or may not have arrived')

  await db.update(outbox).set({ state: 'sent' }).where(eq(outbox.id, first!.id))
  await db.update(outbox).set({ state: 'sent' }).where(eq(outbox.id, second!.id))
  await db.update(updates).set({ state: 'handled' }).where(eq(updates.id, update!.id))
  expect((await operate(`backup ${join(folder, 'a.nqb')}`)).code).toBe(0)
  const well = await operate('doctor')
  expect([well.code, well.out.filter((line) => !line.startsWith('✓'))]).toEqual([0, []])
  expect(well.out.join('\n')).toContain('✓ NhipQuyTest1Bot is ready and polls.')
  await app.close()
  await rm(folder, { recursive: true })
})
