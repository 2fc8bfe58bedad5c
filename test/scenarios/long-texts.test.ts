import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { COMMANDS } from '../../src/commands/index.ts'
import { endDueWait } from '../../src/inbox/end-due-waits.ts'
import { awaitedPieces } from '../../src/store/schema/index.ts'
import { type AnsweringApp, startAnsweringApp } from '../support/answering-app.ts'
import { talk } from '../support/talk.ts'

let it: AnsweringApp

beforeEach(async () => {
  it = await startAnsweringApp()
  await it.world.addPerson('Hoa', 'cell', 'secretary')
  await it.world.addPerson('Bình', 'cell', 'deputy')
  await it.owe('report')
})
afterEach(() => it.close())

const LONG = `Chi bộ học chuyên đề quý I. ${'Các đồng chí trao đổi sôi nổi. '.repeat(55)}`.trim()
const FIRST = ['/baocao', '1/3', 'đủ']

const waits = () => it.world.work(({ tx }) => tx.select().from(awaitedPieces))

describe('a long text that comes in pieces', () => {
  for (const channel of ['telegram', 'zalo'] as const) {
    test(`${channel}: joined, and when nothing more comes the next question is asked by itself`, async () => {
      const hoa = await it[channel]('Hoa')
      expect(await talk(hoa, ...FIRST, LONG)).toContain('hết thì gõ xong, hoặc chờ một phút')
      it.app.clock.wait(30_000)
      expect(await talk(hoa, 'Kiến nghị: thêm tài liệu.')).toContain('Đã giữ')
      // The last piece counts: a minute after the first one nothing is asked yet.
      it.app.clock.wait(30_000)
      await it.app.settle()
      expect(hoa.heard()).toEqual([])
      it.app.clock.wait(20_000)
      await it.app.settle()
      expect(hoa.heard().join()).toMatch(/^Câu 4\/4/)
      expect(await waits()).toEqual([])
      const review = await talk(hoa, 'bỏ qua')
      expect(review).toContain('trao đổi sôi nổi.\nKiến nghị: thêm tài liệu.')
    })
  }

  test('`xong` ends it at once, and nothing follows later', async () => {
    const hoa = await it.zalo('Hoa')
    expect(await talk(hoa, ...FIRST, LONG, 'xong')).toMatch(/^Câu 4\/4/)
    it.app.clock.wait(120_000)
    await it.app.settle()
    expect(hoa.heard()).toEqual([])
  })

  test('the wait is a row: several workers end it once', async () => {
    const hoa = await it.telegram('Hoa')
    await talk(hoa, ...FIRST, LONG)
    hoa.heard()
    it.app.clock.wait(60_000)
    const ended = await Promise.all(Array.from({ length: 4 }, () => endDueWait(it.app.parts, COMMANDS)))
    expect(ended.filter(Boolean)).toHaveLength(1)
    await it.app.settle()
    expect(hoa.heard()).toHaveLength(1)
  })

  test('a piece that has arrived and is not handled yet: it is joined first', async () => {
    const hoa = await it.telegram('Hoa')
    await talk(hoa, ...FIRST, LONG)
    it.app.clock.wait(60_000)
    // `says` stores the message, and both are due when the workers look.
    await talk(hoa, 'Kiến nghị: thêm tài liệu.', 'xong')
    expect(await talk(hoa, 'bỏ qua')).toContain('Kiến nghị: thêm tài liệu.')
  })

  test('who has gone on to something else, or lost the pen, is not called back; nothing is lost', async () => {
    const hoa = await it.telegram('Hoa')
    const binh = await it.zalo('Bình')
    await talk(hoa, ...FIRST, LONG)
    await talk(binh, '/baocao', 'nhận viết tiếp')
    hoa.heard()
    it.app.clock.wait(60_000)
    await it.app.settle()
    expect([...hoa.heard(), ...binh.heard()]).toEqual([])
    expect(await talk(binh, 'xong', 'bỏ qua')).toContain('trao đổi sôi nổi')
  })
})

describe('a text in one message', () => {
  test('is taken at once; a `xong` that comes after it is no mistake', async () => {
    const hoa = await it.zalo('Hoa')
    expect(await talk(hoa, ...FIRST)).not.toContain('gõ xong')
    expect(await talk(hoa, 'Học chuyên đề quý I.')).toMatch(/^Câu 4\/4/)
    const after = await talk(hoa, 'xong')
    expect(after).toContain('đã ghi đủ')
    expect(after).toMatch(/^Câu 4\/4/)
  })
})
