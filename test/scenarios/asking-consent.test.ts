import { afterEach, beforeEach, expect, test } from 'vitest'
import { createConsent, needConsent } from '../../src/commands/ask-consent.ts'
import type { Command, Turn } from '../../src/commands/command.ts'
import { createJoin } from '../../src/commands/join.ts'
import { withdrawConsent } from '../../src/commands/withdraw-consent.ts'
import { consents } from '../../src/store/schema/index.ts'
import { importRoster, joinAs } from '../support/join-people.ts'
import { startTestApp, type TestApp } from '../support/start-test-app.ts'

/** Writes down a word, once the person agreed that it is kept. */
const diary: Command = {
  name: 'diary',
  slash: 'ghi',
  words: ['ghi'],
  where: 'private',
  for: 'joined',
  run: async (turn, argument) => {
    if (await needConsent(turn, 'pledges', `diary:keep:${argument}`)) await keep(turn, argument)
  },
  actions: { keep: (turn, [word]) => keep(turn, word ?? '') },
}

/** A conversation that is open while a photo comes. */
const talk: Command = {
  name: 'talk',
  slash: 'ke',
  words: ['ke'],
  where: 'private',
  for: 'joined',
  run: async (turn) => {
    await turn.setDialog({ kind: 'talk', state: { heard: 0 } })
    await needConsent(turn, 'photos', 'talk:photo')
  },
  actions: {
    photo: async (turn) => void (await turn.replyText(`ảnh được giữ, đang ở ${turn.dialog?.kind}`)),
  },
  onText: async (turn, text) => {
    await turn.replyText(`nghe: ${text}`)
    return true
  },
}

async function keep(turn: Turn, word: string): Promise<void> {
  await turn.replyText(`đã ghi ${word}`)
}

let app: TestApp
beforeEach(async () => {
  const own = { diary, talk }
  const consent = createConsent(
    async (turn, action) => {
      const [name, verb, ...args] = action.split(':')
      await own[name as keyof typeof own].actions?.[verb!]?.(turn, args)
    },
    async (turn, text) => (await talk.onText?.(turn, text, null)) ?? false,
  )
  const commands = [diary, talk, consent, createJoin(async () => {}), withdrawConsent]
  app = await startTestApp({ now: '2026-03-02T09:00+07:00', commands })
  await importRoster(app, 'CB1|Chi bộ Mẫu 1|cell|', 'M2|Trần Thị Lan|CB1|')
})
afterEach(() => app.close())

const decisions = async () =>
  (await app.database.db.select().from(consents)).map((row) => `${row.purpose} ${row.decision}`)

test('needed for the first time: asked, and after the yes what was begun goes on', async () => {
  const lan = await joinAs(app, 'zalo', 'CB1', 'M2')
  await lan.says('/ghi hoa')
  expect(lan.heard().join()).toContain('bot lưu bản đăng ký')
  await lan.says('đồng ý')
  expect(lan.heard()).toEqual(['đã ghi hoa'])
  await lan.says('/ghi lan')
  expect(lan.heard()).toEqual(['đã ghi lan'])
  expect(await decisions()).toEqual(['messages granted', 'pledges granted'])
})

test('no: nothing is kept, and it is not asked again but can be changed', async () => {
  const lan = await joinAs(app, 'telegram', 'CB1', 'M2')
  await lan.says('/ghi hoa')
  await lan.presses('Không')
  expect(lan.heard().join()).toContain('Đồng chí nộp bản giấy với đơn vị như trước')
  await lan.says('/ghi hoa')
  expect(lan.heard().join()).not.toContain('xin hỏi')
  await lan.presses('Đồng ý')
  expect(lan.heard()).toEqual(['đã ghi hoa'])
  expect(await decisions()).toEqual(['messages granted', 'pledges refused', 'pledges granted'])
})

test('in the middle of a conversation: after the answer it goes on where it was', async () => {
  const lan = await joinAs(app, 'telegram', 'CB1', 'M2')
  await lan.says('/ke')
  await lan.presses('Đồng ý')
  expect(lan.heard().at(-1)).toBe('ảnh được giữ, đang ở talk')
  await lan.says('hôm nay trời đẹp')
  expect(lan.heard()).toEqual(['nghe: hôm nay trời đẹp'])
})

test('not answered, but the conversation goes on: the text is no answer and is not lost', async () => {
  const lan = await joinAs(app, 'zalo', 'CB1', 'M2')
  await lan.says('/ke')
  lan.heard()
  await lan.says('hôm nay trời đẹp')
  expect(lan.heard()).toEqual(['nghe: hôm nay trời đẹp'])
  expect(await decisions()).toEqual(['messages granted'])
})

test('/rutlai: takes every purpose back', async () => {
  const lan = await joinAs(app, 'zalo', 'CB1', 'M2')
  await lan.says('/ghi hoa')
  await lan.says('đồng ý')
  await lan.says('rút lại')
  expect((await decisions()).slice(2)).toEqual(['messages withdrawn', 'pledges withdrawn'])
})
