import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { chats, groupBindings, topicAcknowledgements } from '../../src/store/schema/index.ts'
import type { Programme } from '../../src/domain/programme.ts'
import { type AnsweringApp, startAnsweringApp } from '../support/answering-app.ts'
import { smallProgramme } from '../support/small-programme.ts'

let it: AnsweringApp
afterEach(() => it.close())

/** The small programme with the pledge opened to the group, and without the deed that mends a shortcoming. */
function opened(more: { visibility?: 'private' | 'cell'; mending?: boolean } = {}): Programme {
  const programme = smallProgramme()
  const pledge = programme.obligations.find(({ code }) => code === 'pledge')!
  pledge.answer_in_group = true
  pledge.visibility = more.visibility ?? 'cell'
  const deeds = programme.forms[0]!.fields[0]!
  if (deeds.kind !== 'group') throw new Error('the form has changed')
  deeds.fields = more.mending
    ? deeds.fields.map((field) =>
        field.kind === 'choice'
          ? {
              ...field,
              options: field.options.map((option) => ({ ...option, private: option.id === 'mending' })),
            }
          : field,
      )
    : deeds.fields.filter(({ kind }) => kind === 'short-text')
  return programme
}

async function start(programme: Programme = opened()): Promise<void> {
  it = await startAnsweringApp('2026-03-02T09:00+07:00', { programme })
  for (const name of ['Lan', 'Hùng']) await it.world.addPerson(name, 'cell')
  await it.world.addPerson('Hoa', 'other')
}

/** Binds the only group to these units. */
async function bind(...units: ('cell' | 'other')[]): Promise<void> {
  await it.world.work(async ({ tx, newId, now }) => {
    const group = (await tx.select().from(chats)).find(({ kind }) => kind === 'group')!
    for (const unit of units) {
      const bound = { treeId: it.world.treeId, unitId: it.world.unitIds[unit], state: 'bound' as const }
      await tx.insert(groupBindings).values({ id: newId(), chatId: group.id, ...bound, requestedAt: now })
    }
  })
}

async function telegramGroup(...units: ('cell' | 'other')[]) {
  const group = it.app.telegram.group('to-3', { members: ['Lan', 'Hùng', 'Hoa', 'Khách'] })
  await it.app.settle()
  await bind(...(units.length > 0 ? units : (['cell'] as const)))
  group.heard()
  return group
}

async function zaloGroup() {
  const group = it.app.zalo.group('to-3', { members: ['Lan', 'Hùng', 'Khách'] })
  await group.user('Lan').says('xin chào')
  await bind('cell')
  group.heard()
  return group
}

const studied = async () => (await it.app.database.db.select().from(topicAcknowledgements)).length
const PRIVATE = 'Việc này làm trong cuộc trò chuyện riêng'

describe('answering in front of the group, where the programme opens it', () => {
  beforeEach(() => start())

  test('Telegram: asked and answered there, reviewed and receipted in private, the group hears no name', async () => {
    await it.owe('pledge', 'Lan')
    const lan = await it.telegram('Lan')
    const group = await telegramGroup()
    await group.user('Lan').says('/taiday')
    expect(group.heard().join()).toContain('Nội dung')
    await group.user('Lan').replies('Đi họp đúng giờ')
    expect(group.heard().join()).toContain('Đi họp đúng giờ')
    expect(lan.heard()).toEqual([])
    await group.user('Lan').replies('xong')
    expect(group.heard().join()).toContain('Bản xem lại đã gửi trong trò chuyện riêng')
    expect(lan.heard().join()).toContain('Đi họp đúng giờ')
    await lan.says('gửi')
    expect(lan.heard().join()).toMatch(/CK-[2-9A-Z]{4}/)
    const heard = group.heard().join()
    expect(heard).toBe('Đã nhận thêm một bản. Cảm ơn đồng chí.')
  })

  test('Zalo: the same by mention and by reply', async () => {
    await it.owe('pledge', 'Lan')
    const lan = await it.zalo('Lan')
    const group = await zaloGroup()
    await group.user('Lan').says('tai day')
    expect(group.heard().join()).toContain('Nội dung')
    await group.user('Lan').replies('Đi họp đúng giờ')
    await group.user('Lan').says('xong')
    expect(group.heard().join()).toContain('Bản xem lại đã gửi trong trò chuyện riêng')
    expect(lan.heard().join()).toContain('Đi họp đúng giờ')
    await lan.says('gửi')
    expect(lan.heard().join()).toMatch(/CK-[2-9A-Z]{4}/)
    expect(group.heard().join()).toBe('Đã nhận thêm một bản. Cảm ơn đồng chí.')
  })

  test('two people at once: each thread is its own, and nobody answers another one’s question', async () => {
    await it.owe('pledge', 'Lan')
    await it.owe('pledge', 'Hùng')
    const lan = await it.telegram('Lan')
    const hung = await it.telegram('Hùng')
    const group = await telegramGroup()
    await group.user('Lan').says('/taiday')
    const [button] = group.buttons()
    await group.user('Hùng').replies('Trồng cây')
    expect(group.heard().at(-1)).toContain('đang hỏi một đồng chí khác')
    await group.user('Hùng').presses(button!)
    expect(hung.heard().join()).toContain('đang hỏi một đồng chí khác')
    await group.user('Hùng').says('/taiday')
    await group.user('Hùng').replies('Trồng cây')
    await group.user('Lan').replies('Đi họp đúng giờ', 'Nội dung')
    await group.user('Hùng').says('/trogiup')
    group.heard()
    await lan.says('tiếp')
    expect(lan.heard().join()).not.toContain('Trồng cây')
    await hung.says('tiếp')
    expect(hung.heard().join()).toContain('Trồng cây')
  })

  test('/dangky and /baocao open the private chat all the same', async () => {
    await it.owe('pledge', 'Lan')
    const lan = await it.telegram('Lan')
    const group = await telegramGroup()
    await group.user('Lan').says('/dangky')
    expect(group.heard().join()).toContain(PRIVATE)
    await group.user('Khách').says('/baocao')
    expect(group.heard().join()).toContain(PRIVATE)
    await lan.starts('dangky')
    expect(lan.heard().join()).toContain('Nội dung')
  })

  test('a member of another unit, a stranger, somebody who owes nothing: the way into the private chat', async () => {
    await it.owe('pledge', 'Lan')
    await it.telegram('Hoa')
    await it.telegram('Hùng')
    const group = await telegramGroup()
    await group.user('Hoa').says('/taiday')
    expect(group.heard().join()).toContain(PRIVATE)
    await group.user('Hùng').says('/taiday')
    expect(group.heard().join()).toContain(PRIVATE)
    await group.user('Khách').says('/taiday')
    expect(group.heard().join()).toContain('chưa nhận ra đồng chí')
    await group.user('Lan').saysAnonymously('/taiday')
    expect(group.heard().join()).toContain('quản trị viên ẩn danh')
  })
})

describe('several things of one person are open', () => {
  /** Lan owes two things that may be answered here, Hùng one. */
  beforeEach(async () => {
    const programme = opened()
    const pledge = programme.obligations.find(({ code }) => code === 'pledge')!
    programme.obligations.push({ ...pledge, code: 'model', title: 'Đăng ký mô hình' })
    await start(programme)
    await it.owe('pledge', 'Lan')
    await it.owe('model', 'Lan', '2026-03-20')
    await it.owe('pledge', 'Hùng')
  })

  test('Telegram: it is asked which one, and only who was asked can choose', async () => {
    await it.telegram('Lan')
    const hung = await it.telegram('Hùng')
    const group = await telegramGroup()
    await group.user('Lan').says('/taiday')
    expect(group.heard().join()).toContain('Xin chọn một việc')
    expect(group.buttons()).toEqual([
      'Bản đăng ký cá nhân – năm 2026 · 09/3',
      'Đăng ký mô hình – năm 2026 · 20/3',
    ])
    await group.user('Hùng').presses('Đăng ký mô hình – năm 2026 · 20/3')
    expect(group.heard()).toEqual([])
    expect(hung.heard().join()).toContain('đang hỏi một đồng chí khác')
    await group.user('Lan').presses('Đăng ký mô hình – năm 2026 · 20/3')
    expect(group.heard().join()).toContain('Đăng ký mô hình')
  })

  test('Zalo: the same by number', async () => {
    await it.zalo('Lan')
    const group = await zaloGroup()
    await group.user('Lan').says('tại đây')
    expect(group.heard().join()).toContain(
      '1. Bản đăng ký cá nhân – năm 2026 · 09/3\n2. Đăng ký mô hình – năm 2026 · 20/3',
    )
    await group.user('Lan').says('2')
    expect(group.heard().join()).toContain('Đăng ký mô hình')
  })
})

describe('what is not opened stays private', () => {
  test.each([
    ['not shown to the cell', { visibility: 'private' as const }],
    ['a kind of deed that mends a shortcoming', { mending: true }],
  ])('%s', async (_, more) => {
    await start(opened(more))
    await it.owe('pledge', 'Lan')
    await it.telegram('Lan')
    const group = await telegramGroup()
    await group.user('Lan').says('/taiday')
    expect(group.heard().join()).toContain(PRIVATE)
  })
})

describe('"đã nghiên cứu" in groups', () => {
  beforeEach(() => start())

  test('one group of two units: counted for both, without a name or number in a small circle', async () => {
    await it.telegram('Lan')
    await it.telegram('Hoa')
    const group = await telegramGroup('cell', 'other')
    await group.user('Lan').says('/danghiencuu')
    await group.user('Hoa').says('/danghiencuu')
    expect(group.heard()).toEqual(['Đã ghi nhận, cảm ơn đồng chí.', 'Đã ghi nhận, cảm ơn đồng chí.'])
    expect(await studied()).toBe(2)
  })

  test('Zalo, the name of the bot typed by hand: understood', async () => {
    await it.zalo('Lan')
    const group = await zaloGroup()
    const place = { user: 'Lan', group: 'group to-3', bot: 'Bot Nhịp Quý 1', mention: true }
    it.app.zalo.control.say({ ...place, text: 'đã nghiên cứu @bot nhip quy' })
    await it.app.settle()
    expect(group.heard().at(-1)).toContain('Đã ghi nhận')
  })

  test('Zalo gives people other ids in groups: nothing is noted, and the private chat still works', async () => {
    const lan = await it.zalo('Lan')
    it.app.zalo.control.set({ groupSenderIds: 'different' })
    const group = await zaloGroup()
    await group.user('Lan').says('đã nghiên cứu')
    expect(group.heard().at(-1)).toContain('chưa nhận ra đồng chí')
    expect(await studied()).toBe(0)
    await lan.says('đã nghiên cứu')
    expect(lan.heard().at(-1)).toContain('Đã ghi nhận')
  })
})
