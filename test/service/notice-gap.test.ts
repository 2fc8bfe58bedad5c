import { afterEach, beforeEach, expect, test } from 'vitest'
import type { Command } from '../../src/commands/command.ts'
import { pollGaps } from '../../src/store/schema/index.ts'
import { noticeGap } from '../../src/service/notice-gap.ts'
import { startTestApp, type TestApp } from '../support/start-test-app.ts'

const question: Command = {
  name: 'question',
  slash: 'hoi',
  words: [],
  where: 'private',
  for: 'anyone',
  run: async (turn) => {
    await turn.setDialog({ kind: 'question' })
    await turn.replyText('Câu hỏi: mấy giờ rồi?')
  },
}

let app: TestApp
beforeEach(async () => {
  app = await startTestApp({ now: '2026-03-01T09:00+07:00', commands: [question] })
})
afterEach(() => app.close())

test('after a gap whoever has an open question is told once, in their own time', async () => {
  const [minh, lan] = [app.zalo.user('minh'), app.zalo.user('lan')]
  await minh.says('/hoi')
  await lan.says('/khong')
  minh.heard()
  lan.heard()
  const from = app.clock.machine()
  app.clock.advance('5m')
  const bot = app.zaloBots[0]!.id
  expect(await noticeGap(app.parts, bot, from, app.clock.machine())).toBe(1)
  await app.settle()
  expect(minh.heard()).toEqual([expect.stringContaining('09:05 01/3/2026')])
  expect(lan.heard()).toEqual([])
  expect(await app.database.db.select().from(pollGaps)).toHaveLength(1)
})

test('after a restart of seconds only those who were answering just then are told', async () => {
  const minh = app.zalo.user('minh')
  await minh.says('/hoi')
  app.clock.advance('1h')
  const lan = app.zalo.user('lan')
  await lan.says('/hoi')
  minh.heard()
  lan.heard()
  const from = app.clock.machine()
  app.clock.advance('6s')
  expect(await noticeGap(app.parts, app.zaloBots[0]!.id, from, app.clock.machine())).toBe(1)
  await app.settle()
  expect([minh.heard().length, lan.heard().length]).toEqual([0, 1])
})

test('a blink is no gap, nor is the first start', async () => {
  const bot = app.zaloBots[0]!.id
  const now = app.clock.machine()
  expect(await noticeGap(app.parts, bot, new Date(now.getTime() - 3_000), now)).toBe(0)
  expect(await noticeGap(app.parts, bot, null, now)).toBe(0)
  expect(await app.database.db.select().from(pollGaps)).toEqual([])
})
