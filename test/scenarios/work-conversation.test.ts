import { eq } from 'drizzle-orm'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { assignments, attachments, outbox } from '../../src/store/schema/index.ts'
import { type AnsweringApp, startAnsweringApp } from '../support/answering-app.ts'
import { codeIn, talk } from '../support/talk.ts'

let it: AnsweringApp

beforeEach(async () => {
  it = await startAnsweringApp()
  await it.world.addPerson('Hoa', 'cell', 'secretary')
  await it.world.addPerson('Lan', 'cell')
})
afterEach(() => it.close())

describe('/viec', () => {
  test('what I owe, by day; a number opens it', async () => {
    await it.owe('pledge', 'Hoa')
    await it.owe('report', undefined, '2026-03-05')
    const hoa = await it.zalo('Hoa')
    const list = await talk(hoa, 'việc')
    expect(list).toContain('Việc cần làm: 2.')
    expect(list).toMatch(/1\. Báo cáo.*· 05\/3\n2\. Bản đăng ký cá nhân – năm 2026 · 09\/3/)
    expect(await talk(hoa, '2')).toContain('Nội dung')
  })

  test('what was due before the bot was used stands last and says so, without its day', async () => {
    const report = await it.owe('report', undefined, '2026-03-05')
    await it.owe('pledge', 'Hoa')
    await it.world.work(({ tx }) =>
      tx.update(assignments).set({ beforeBot: true }).where(eq(assignments.id, report)),
    )
    expect(await talk(await it.zalo('Hoa'), 'việc')).toMatch(
      /1\. Bản đăng ký.* · 09\/3\n2\. Báo cáo.*\(trước khi dùng bot\)$/m,
    )
  })

  test('what waits for my answer stands first, and opens with its two answers', async () => {
    await it.owe('pledge', 'Lan')
    const lan = await it.telegram('Lan')
    const hoa = await it.zalo('Hoa')
    const code = codeIn(await talk(lan, '/dangky', 'Giúp hộ anh Páo sửa mái bếp', '1', 'xong', 'gửi'))
    expect(await talk(hoa, '/viec')).toContain(`1. Chờ trả lời: ${code} – Mẫu Thị Lan`)
    expect(await talk(hoa, '1')).toContain('1. Đã tiếp nhận\n2. Góp ý')
    expect(await talk(hoa, '1')).toContain('Đã ghi: Đã tiếp nhận')
    expect(await talk(hoa, '/viec')).not.toContain(code)
  })

  test('nothing to do: said kindly, with what was filed', async () => {
    await it.owe('pledge', 'Lan')
    const lan = await it.telegram('Lan')
    const code = codeIn(await talk(lan, '/dangky', 'Giúp hộ anh Páo', '1', 'xong', 'gửi'))
    expect(await talk(lan, '/viec')).toBe(
      `Hiện không có việc nào cần làm. Cảm ơn đồng chí.\n\nĐã nộp: ${code}. Xem lại: gõ xem và mã.`,
    )
  })
})

describe('xong', () => {
  test('one line and a photo close what has no form of its own', async () => {
    await it.owe('plan')
    const hoa = await it.telegram('Hoa')
    expect(await talk(hoa, 'xong đã ban hành kế hoạch số 12')).toContain('Ảnh kèm theo')
    await hoa.sendsPhoto()
    expect(hoa.heard().at(-1)).toContain('đã ban hành kế hoạch số 12')
    expect(codeIn(await talk(hoa, 'gửi'))).toMatch(/^NV-/)
    expect(await it.world.work(({ tx }) => tx.select().from(attachments))).toMatchObject([
      { state: 'waiting' },
    ])
    expect(await talk(hoa, 'xong')).toContain('Không có việc nào đang chờ báo xong')
  })

  test('the first photo: its sender is asked, and the photo is not lost by that', async () => {
    it.leaveUnasked('photos')
    await it.owe('plan')
    const hoa = await it.zalo('Hoa')
    await talk(hoa, 'xong đã ban hành kế hoạch số 12')
    await hoa.sendsPhoto()
    expect(hoa.heard().at(-1)).toContain('bot lưu ảnh gửi kèm')
    expect(await talk(hoa, 'đồng ý')).toContain('Ảnh: 1 tệp')
  })

  test('photos refused: what asks for one is filed without', async () => {
    it.leaveUnasked('photos')
    await it.owe('plan')
    const hoa = await it.zalo('Hoa')
    await talk(hoa, 'xong đã ban hành kế hoạch số 12')
    await hoa.sendsPhoto()
    expect(await talk(hoa, 'không')).toContain('bot không nhận ảnh')
    expect(codeIn(await talk(hoa, 'bỏ qua', 'gửi'))).toMatch(/^NV-/)
    expect(await it.world.work(({ tx }) => tx.select().from(attachments))).toEqual([])
  })

  test('without a photo, on Zalo', async () => {
    await it.owe('plan')
    const hoa = await it.zalo('Hoa')
    expect(await talk(hoa, 'xong', 'Đã gửi kế hoạch lên cấp trên', 'bỏ qua')).toContain('Kết quả: Đã gửi')
    expect(codeIn(await talk(hoa, 'gửi'))).toMatch(/^NV-/)
  })

  test('several wait: it is asked which, and the line goes into the chosen one', async () => {
    await it.owe('plan')
    await it.world.owe(it.obligation('plan'), { unit: 'cell', period: '2025', dueOn: '2026-03-20' })
    const hoa = await it.zalo('Hoa')
    expect(await talk(hoa, 'xong đã ban hành kế hoạch')).toContain('2. Kế hoạch của chi bộ')
    expect(await talk(hoa, '2')).toContain('Ảnh kèm theo')
    expect(await talk(hoa, 'bỏ qua')).toContain('Kết quả: đã ban hành kế hoạch')
  })
})

test('filing takes back the reminder that was queued about it', async () => {
  const assignmentId = await it.owe('pledge', 'Lan')
  const lan = await it.telegram('Lan')
  const later = new Date(it.app.clock.machine().getTime() + 3_600_000)
  await it.app.tools(async (tools) => {
    const [chat] = await tools.tx.select().from(outbox).limit(1)
    await tools.say({
      to: { chatId: chat!.chatId, botId: chat!.botId, kind: 'private', locale: 'vi' },
      words: { text: 'Nhắc việc: hạn 09/3, còn 3 ngày. Xin mở tin nhắn này để xem việc cần làm.' },
      class: 'scheduled',
      topic: 'nudge',
      uniqueKey: 'nudge:test',
      assignmentId,
      dueAt: later,
    })
  })
  await talk(lan, '/dangky', 'Giúp hộ anh Páo', '1', 'xong', 'gửi')
  it.app.clock.advance('2h')
  await it.app.settle()
  expect(lan.heard().join()).not.toContain('Nhắc việc')
  const [nudge] = await it.world.work(({ tx }) =>
    tx.select().from(outbox).where(eq(outbox.key, 'nudge:test')),
  )
  expect(nudge?.state).toBe('cancelled')
})
