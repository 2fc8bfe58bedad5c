import { afterEach, beforeEach, expect, test } from 'vitest'
import { wipeOldContent } from '../../src/jobs/wipe-old-content.ts'
import { outbox, updates } from '../../src/store/schema/index.ts'
import { startTestApp, type TestApp } from '../support/start-test-app.ts'

let app: TestApp
beforeEach(async () => {
  app = await startTestApp({ now: '2026-03-01T09:00+07:00' })
})
afterEach(() => app.close())

test('what people wrote and read is wiped after the retention, what waits is not', async () => {
  const minh = app.zalo.user('minh')
  await minh.says('xin chào')
  const [first] = await app.database.db.select().from(outbox)
  const { chatId, botId } = first!
  await app.tools(({ say, machineNow }) =>
    say({
      to: { chatId, botId, kind: 'private', locale: 'vi' },
      words: { text: 'Hẹn sang năm' },
      class: 'scheduled',
      topic: 'notice',
      dueAt: new Date(machineNow.getTime() + 300 * 86_400_000),
    }),
  )
  expect(await wipeOldContent(app.parts, 30)).toBe(0)
  app.clock.advance('31d')
  expect(await wipeOldContent(app.parts, 30)).toBe(2)
  expect(await wipeOldContent(app.parts, 30)).toBe(0)
  const [update] = await app.database.db.select().from(updates)
  expect(update).toMatchObject({ state: 'handled', contentSealed: null, wipedAt: app.clock.machine() })
  const rows = await app.database.db.select().from(outbox).orderBy(outbox.seq)
  expect(rows.map(({ state, bodySealed }) => [state, bodySealed === null])).toEqual([
    ['sent', true],
    ['queued', false],
  ])
})
