import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { audit, drafts, measures } from '../../src/store/schema/index.ts'
import { type AnsweringApp, startAnsweringApp } from '../support/answering-app.ts'
import { codeIn, talk } from '../support/talk.ts'

let it: AnsweringApp

beforeEach(async () => {
  it = await startAnsweringApp()
  await it.world.addPerson('Hoa', 'cell', 'secretary')
  await it.world.addPerson('Bình', 'cell', 'deputy')
  await it.world.addPerson('Chi', 'cell', 'contact')
  await it.world.addPerson('Lan', 'cell')
  await it.world.addPerson('Nam', 'ward', 'secretary')
  await it.owe('report')
})
afterEach(() => it.close())

const ANSWERS = ['1/3', 'Lan (ốm), Chi không lý do', 'Học tập chuyên đề quý I, thảo luận sôi nổi.', 'bỏ qua']

describe("a unit's report", () => {
  test('filed by the secretary: the level above gets figures, never the names of the absent', async () => {
    const hoa = await it.zalo('Hoa')
    const nam = await it.telegram('Nam')
    const review = await talk(hoa, '/baocao', ...ANSWERS)
    expect(review).toContain('có mặt 2/4')
    expect(review).toContain('vắng có lý do: Mẫu Thị Lan')
    expect(review).toContain('vắng không lý do: Mẫu Thị Chi')
    const code = codeIn(await talk(hoa, 'gửi'))
    expect(code).toMatch(/^BC-/)

    const [received] = nam.heard()
    expect(received).toContain('có mặt 2/4')
    expect(received).toContain('vắng có lý do: 1 đồng chí')
    expect(received).not.toMatch(/Mẫu Thị (?:Lan|Chi)/)
    const figures = await it.world.work(({ tx }) => tx.select().from(measures))
    expect(Object.fromEntries(figures.map(({ name, value }) => [name, value]))).toEqual({
      members_due: 4,
      members_present: 2,
      members_excused: 1,
      members_unexcused: 1,
    })
    // The unit itself still sees who was away.
    expect(await talk(hoa, `xem ${code}`)).toContain('Mẫu Thị Lan')
  })

  test('sent back by the level above, completed and received', async () => {
    const hoa = await it.telegram('Hoa')
    const nam = await it.zalo('Nam')
    const code = codeIn(await talk(hoa, '/baocao', ...ANSWERS, 'gửi'))
    it.app.clock.set('2026-03-20T09:00+07:00')
    // The numbers under the message of weeks ago no longer count: it is opened again by its code.
    await talk(nam, `xem ${code}`)
    await nam.presses('Góp ý')
    await talk(nam, 'Bổ sung kiến nghị của chi bộ.')
    await hoa.presses('Sửa và nộp lại')
    expect(await talk(hoa, 'sửa 3', 'Học chuyên đề quý I. Kiến nghị: thêm tài liệu.', 'gửi')).toContain(
      'lần 2',
    )
    expect(nam.heard().at(-1)).toContain('Kiến nghị: thêm tài liệu')
    await nam.presses('Đã tiếp nhận')
    expect(hoa.heard().at(-1)).toContain('Đã tiếp nhận – Mẫu Thị Nam')
  })

  test('signed by a secretary who just types gửi, as the message says, also in the middle of a question', async () => {
    await it.owe('pledge', 'Lan')
    const chi = await it.telegram('Chi')
    const lan = await it.telegram('Lan')
    const hoa = await it.zalo('Hoa')
    await talk(lan, '/dangky', 'Giúp hộ nghèo', '1', 'xong', 'gửi')
    expect(await talk(hoa, 'góp ý')).toContain('đồng chí gõ nội dung cần bổ sung')
    await talk(chi, '/baocao', ...ANSWERS, 'gửi')
    expect(hoa.heard().at(-1)).toContain('rồi gõ gửi')
    expect(await talk(hoa, 'gửi')).toContain('có mặt 2/4')
    expect(codeIn(await talk(hoa, 'gửi'))).toMatch(/^BC-/)
    expect(lan.heard().join()).not.toContain('“gửi”')
  })

  test('drafted by the contact, who does not sign: the secretary changes a line and sends it', async () => {
    const chi = await it.zalo('Chi')
    const hoa = await it.telegram('Hoa')
    const lines = ['1/3', 'đủ', 'Học chuyên đề.', 'bỏ qua', 'gửi']
    expect(await talk(chi, 'báo cáo', ...lines)).toContain('Bí thư hoặc phó bí thư sẽ xem lại')
    expect(hoa.heard().at(-1)).toContain('Người soạn: Mẫu Thị Chi')
    await hoa.presses('Xem lại và gửi')
    const review = await talk(hoa, 'sửa 3', 'Học chuyên đề quý I.')
    // Two people wrote it: every line says who.
    expect(review).toContain('Học chuyên đề quý I. (Hoa)')
    expect(review).toContain('đủ 4/4 (Chi)')
    expect(codeIn(await talk(hoa, 'gửi'))).toMatch(/^BC-/)
  })

  test('where the programme lets only the secretary sign, a deputy drafts', async () => {
    await it.changeProgramme(({ obligations }) => {
      obligations.find(({ code }) => code === 'report')!.deputy_signs = false
    })
    const binh = await it.telegram('Bình')
    const hoa = await it.zalo('Hoa')
    expect(await talk(binh, '/baocao', ...ANSWERS, 'gửi')).toContain('Bí thư sẽ xem lại và xác nhận')
    expect(hoa.heard().at(-1)).toContain('Người soạn: Mẫu Thị Bình')
    await hoa.presses('Xem lại và gửi')
    expect(codeIn(await talk(hoa, 'gửi'))).toMatch(/^BC-/)
  })

  test('two people at one draft: the second is told who writes, and takes the pen', async () => {
    const hoa = await it.telegram('Hoa')
    const binh = await it.zalo('Bình')
    await talk(hoa, '/baocao', '1/3')
    expect(await talk(binh, '/baocao')).toContain('Người viết: Mẫu Thị Hoa')
    expect(await talk(binh, 'nhận viết tiếp')).toContain('Có mặt, vắng')
    // Hoa does not know yet: her answer goes nowhere, and she is told.
    expect(await talk(hoa, 'đủ')).toContain('Người viết: Mẫu Thị Bình')
    const review = await talk(binh, 'Chi (bận)', 'Học chuyên đề.', 'bỏ qua')
    expect(review).toContain('có mặt 3/4')
    expect(review).toContain('01/3/2026 (Hoa)')
  })

  test('answers of two people that are handled at the same moment: one of them goes in, the other is told', async () => {
    const hoa = await it.telegram('Hoa')
    const binh = await it.telegram('Bình')
    await talk(hoa, '/baocao', '1/3')
    await talk(binh, '/baocao')
    await Promise.all([talk(binh, 'nhận viết tiếp'), talk(hoa, 'Lan (ốm)')])
    await it.app.settle()
    const [draft] = await it.world.work(({ tx }) => tx.select().from(drafts))
    expect(draft?.penPersonId).toBe(it.world.personIds['Bình'])
    // Whichever came first, Bình is shown where the one draft is now and goes on from there.
    const seen = binh.transcript().findLast((line) => line.author === 'bot')!.text
    expect(seen).toMatch(/Có mặt, vắng|Nội dung chính/)
  })

  test('whoever is shown the words of others leaves a trace', async () => {
    const hoa = await it.telegram('Hoa')
    await it.telegram('Nam')
    await talk(hoa, '/baocao', ...ANSWERS, 'gửi')
    const seen = await it.world.work(({ tx }) => tx.select().from(audit))
    expect(seen).toContainEqual(
      expect.objectContaining({
        actorPersonId: it.world.personIds['Nam'],
        action: 'see-report',
        aboutUnitId: it.world.unitIds.cell,
      }),
    )
  })

  test('in a group: the private chat is opened by a link, and nothing is asked there', async () => {
    const hoa = await it.telegram('Hoa')
    const group = it.app.telegram.group('to-3', { members: ['Hoa'] })
    await group.user('Hoa').says('/baocao')
    expect(group.heard().at(-1)).toContain('cuộc trò chuyện riêng')
    expect(group.buttons()).toEqual(['Mở trò chuyện riêng'])
    await hoa.starts('baocao')
    expect(hoa.heard().at(-1)).toContain('Ngày sinh hoạt')
  })

  test('several are due: it is asked which', async () => {
    await it.world.owe(it.obligation('report'), { unit: 'cell', period: '2026-Q2', dueOn: '2026-03-15' })
    const hoa = await it.zalo('Hoa')
    const asked = await talk(hoa, '/baocao')
    expect(asked).toContain('1. Báo cáo sinh hoạt quý I – quý I/2026 (Chi bộ cell) · 09/3')
    expect(asked).toContain('2. Báo cáo sinh hoạt quý I – quý II/2026 (Chi bộ cell) · 15/3')
    expect(await talk(hoa, '2')).toContain('hạn hết ngày 15/3/2026')
  })

  test('a member has no report to write', async () => {
    const lan = await it.telegram('Lan')
    expect(await talk(lan, '/baocao')).toContain('dành cho vai trò khác')
  })

  test('photos that come with it are kept to be fetched, and filing does not wait', async () => {
    const hoa = await it.telegram('Hoa')
    await talk(hoa, '/baocao', '1/3', 'đủ', 'Học chuyên đề.')
    await hoa.sendsPhoto()
    const code = codeIn(await talk(hoa, 'gửi'))
    expect(await talk(hoa, `xem ${code}`)).toContain('Ảnh, tệp kèm theo: 1')
  })
})
