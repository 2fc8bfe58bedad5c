import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { randomBytes } from 'node:crypto'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { registerOutbox } from '../../src/cli/outbox.ts'
import { registerStatus } from '../../src/cli/status.ts'
import { runPass } from '../../src/jobs/run-pass.ts'
import { createSender } from '../../src/outbox/deliver-due-messages.ts'
import { openBackup } from '../../src/store/backup/read-backup.ts'
import { restoreBackup } from '../../src/store/backup/restore-backup.ts'
import { writeBackup } from '../../src/store/backup/write-backup.ts'
import type { Parts } from '../../src/tools.ts'
import { type Commune, startCommune } from '../support/commune.ts'
import { runCli } from '../support/run-cli.ts'
import type { TelegramUser } from '../support/telegram-world.ts'
import { createTestDatabase, type TestDatabase } from '../support/test-database.ts'

const MEMBERS = ['T02', 'T03', 'T04', 'T05']
const NOW = '2026-03-13T09:00+07:00'

let commune: Commune
let restored: TestDatabase
let dir: string
let people: TelegramUser[]

beforeEach(async () => {
  dir = await mkdtemp(join(tmpdir(), 'nhipquy-drill-'))
  restored = await createTestDatabase()
  commune = await startCommune({ now: '2026-03-03 09:00' })
  await commune.at('2026-03-03 09:00')
  people = []
  for (const code of MEMBERS) people.push(await commune.telegram('THON1', code))
  await commune.at('2026-03-04 09:00')
  hearNudges()
})
afterEach(async () => {
  await commune.app.close()
  await restored.close()
  await rm(dir, { recursive: true })
})

/** Nudges that each person got since the last call. */
function hearNudges(): number[] {
  return people.map((person) => person.heard().filter((text) => text.startsWith('Nhắc việc')).length)
}

const takeBackup = (file: string) =>
  writeBackup(file, {
    url: commune.app.database.url,
    vault: commune.app.parts.vault,
    takenAt: commune.app.clock.product(),
    randomBytes,
    appSecret: 'not carried',
  })

/** The machine is lost; another one goes on with the backup, the same bots and the same people. */
async function goOnWith(file: string): Promise<{ parts: Parts; deliver: () => Promise<void> }> {
  const { app } = commune
  const { vault, newId } = app.parts
  const backup = await openBackup(file, { vault })
  await restoreBackup(restored.url, backup, { machineNow: app.clock.machine(), newId })
  const parts = { ...app.parts, db: restored.db }
  const senders = app.telegramBots.map((bot) =>
    createSender(parts, bot, { holder: 'after', pause: () => Promise.resolve() }),
  )
  const deliver = async () => {
    for (let isBusy = true; isBusy;) {
      isBusy = false
      for (const sender of senders) {
        const waitMs = await sender.deliver()
        isBusy ||= waitMs !== null || sender.inFlight() > 0
        await sender.drain()
        if (waitMs) app.clock.wait(waitMs)
      }
    }
  }
  return { parts, deliver }
}

const outbox = (...words: string[]) =>
  runCli(registerOutbox, restored, NOW, ['outbox', ...words], { vault: commune.app.parts.vault })

describe('a restore in the middle of a fan-out', { timeout: 120_000 }, () => {
  test('a backup while messages leave holds one moment; after it nobody gets anything twice', async () => {
    const { app } = commune
    app.clock.set('2026-03-13T08:00+07:00')
    const { nudges } = await runPass(app.parts)
    expect(nudges).toBeGreaterThanOrEqual(MEMBERS.length)
    const file = join(dir, 'during.nqb')
    await Promise.all([app.settle(), takeBackup(file)])
    expect(hearNudges()).toEqual(MEMBERS.map(() => 1))

    const { parts, deliver } = await goOnWith(file)
    const states = await restored.sql<{ state: string; count: number }[]>`
      select state, count(*)::int as count from outbox where topic = 'nudge' group by 1`
    expect(states.reduce((sum, { count }) => sum + count, 0)).toBe(nudges)
    expect(states.filter(({ state }) => state !== 'sent' && state !== 'held')).toEqual([])
    await deliver()
    await runPass(parts)
    await deliver()
    expect(hearNudges()).toEqual(MEMBERS.map(() => 0))

    const held = states.find(({ state }) => state === 'held')?.count ?? 0
    const dropped = await outbox('drop')
    expect(dropped.out).toEqual([
      `To be sent: 0. Dropped: ${held}. Perhaps sent before, so not again: 0.`,
      'Everything is decided; reminders go out as usual again.',
    ])
    await runPass(parts)
    await deliver()
    expect(hearNudges()).toEqual(MEMBERS.map(() => 0))

    app.clock.set('2026-03-16T08:00+07:00')
    await runPass(parts)
    await deliver()
    expect(hearNudges()).toEqual(MEMBERS.map(() => 1))
  })

  test('what was sent after the backup is planned again, waits, and is said by status and outbox held', async () => {
    const file = join(dir, 'before.nqb')
    await takeBackup(file)
    await commune.at('2026-03-13 08:00')
    expect(hearNudges()).toEqual(MEMBERS.map(() => 1))

    const { parts, deliver } = await goOnWith(file)
    const { nudges } = await runPass(parts)
    await deliver()
    expect(hearNudges()).toEqual(MEMBERS.map(() => 0))

    const seen = await outbox('held')
    expect(seen.out).toEqual([
      'This database was restored from a backup of 04/3/2026. Until you decide, no reminder, topic or digest is sent.',
      expect.stringMatching(
        new RegExp(`^ {2}nudge \\(scheduled\\): ${nudges}, from 13/3/2026 to 13/3/2026$`),
      ),
      'To send them: nhipquy outbox release. Never: nhipquy outbox drop. One kind alone: add --kind KIND',
    ])
    const status = await runCli(registerStatus, restored, NOW, ['status'], { bots: parts.bots })
    expect(status.out).toContain(seen.out[0])
    const unknown = await outbox('drop', '--kind', 'digest')
    expect([unknown.code, unknown.err]).toEqual([1, ['Nothing is held back.']])

    await outbox('release', '--kind', 'nudge')
    await deliver()
    expect(hearNudges()).toEqual(MEMBERS.map(() => 1))
    expect((await outbox('held')).out).toEqual(['Nothing is held back.'])
  })
})
