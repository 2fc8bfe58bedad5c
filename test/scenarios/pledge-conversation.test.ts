import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { type AnsweringApp, startAnsweringApp } from '../support/answering-app.ts'
import { assignments } from '../../src/store/schema/index.ts'
import { codeIn, talk } from '../support/talk.ts'

let it: AnsweringApp

beforeEach(async () => {
  it = await startAnsweringApp()
  await it.world.addPerson('Lan', 'cell')
  await it.world.addPerson('Hoa', 'cell', 'secretary')
  await it.world.addPerson('Bình', 'cell', 'deputy')
  await it.world.addPerson('Nam', 'ward', 'secretary')
  await it.owe('pledge', 'Lan')
})
afterEach(() => it.close())

const TWO_DEEDS = ['Giúp hộ anh Páo sửa mái bếp', '1', 'Mỗi tuần đọc một bài viết về Bác', 'đột phá', 'xong']

describe('a pledge', () => {
  test('filed on Telegram, commented on Zalo, completed, filed again and received', async () => {
    const lan = await it.telegram('Lan')
    const hoa = await it.zalo('Hoa')
    const receipt = await talk(lan, '/dangky', ...TWO_DEEDS, 'gửi')
    const code = codeIn(receipt)
    expect(receipt).toContain('Đã nhận. Mã biên nhận: CK-')
    expect(receipt).toContain('Sửa được đến hết ngày 09/3/2026')

    const [asked] = hoa.heard()
    expect(asked).toContain('Người nộp: Mẫu Thị Lan (Chi bộ cell)')
    expect(asked).toContain('Giúp hộ anh Páo sửa mái bếp')
    expect(asked).toContain('1. Đã tiếp nhận\n2. Góp ý')
    expect(await talk(hoa, '2', 'Nêu rõ thời gian hoàn thành.')).toContain('Người nộp được báo')

    const told = lan.heard().at(-1)!
    expect(told).toContain('“Nêu rõ thời gian hoàn thành.”')
    expect(lan.buttons()).toEqual(['Sửa và nộp lại'])
    await talk(lan, '/viec')
    expect(lan.buttons()).toEqual([expect.stringContaining('(cần hoàn thiện)')])
    await talk(lan, `xem ${code}`)
    await lan.presses('Sửa và nộp lại')
    expect(lan.heard().at(-1)).toContain('Góp ý cần hoàn thiện: “Nêu rõ thời gian hoàn thành.”')
    const again = await talk(lan, 'sửa 1.1', 'Giúp hộ anh Páo sửa mái bếp trước 30/6', 'tiếp', 'gửi')
    expect(again).toContain(`Đã nhận bản mới (lần 2). Mã biên nhận: ${code}`)

    expect(hoa.heard().at(-1)).toContain('sửa mái bếp trước 30/6')
    expect(await talk(hoa, '1')).toContain(`Đã ghi: Đã tiếp nhận – ${code}`)
    expect(lan.heard().at(-1)).toContain('Đã tiếp nhận – Mẫu Thị Hoa')
    const shown = await talk(lan, `xem ${code.toLowerCase()}`)
    expect(shown).toContain('Tình trạng: Đã tiếp nhận')
    expect(shown).toContain('Góp ý ngày 02/3/2026: “Nêu rõ thời gian hoàn thành.”')
  })

  test('begun on Telegram, finished on Zalo weeks later: nothing is asked twice', async () => {
    const onTelegram = await it.telegram('Lan')
    await talk(onTelegram, '/dangky', 'Giúp hộ anh Páo sửa mái bếp')
    it.app.clock.advance('20d')
    const onZalo = await it.zalo('Lan')
    const resumed = await talk(onZalo, 'đăng ký')
    expect(resumed).toContain('Mời đồng chí làm tiếp từ câu')
    expect(resumed).toContain('Loại việc')
    expect(codeIn(await talk(onZalo, '1', 'xong', 'gửi'))).toMatch(/^CK-/)
    // The other chat still shows the question that was answered elsewhere.
    expect(await talk(onTelegram, '2')).toContain('Phiếu này đã gửi')
  })

  test('answered in two chats by turns: an answer to an old question is not put into the new one', async () => {
    const onTelegram = await it.telegram('Lan')
    const onZalo = await it.zalo('Lan')
    await talk(onTelegram, '/dangky')
    await talk(onZalo, '/dangky', 'Giúp hộ anh Páo sửa mái bếp')
    expect(await talk(onTelegram, 'Một việc khác hẳn')).toContain('chưa ghi vào đâu')
    expect(await talk(onTelegram, '2', 'xong')).toContain('Giúp hộ anh Páo sửa mái bếp')
  })

  test('of the secretary: the deputy receives it, not the author', async () => {
    await it.owe('pledge', 'Hoa')
    const hoa = await it.telegram('Hoa')
    const binh = await it.telegram('Bình')
    await talk(hoa, '/dangky', ...TWO_DEEDS, 'gửi')
    expect(hoa.buttons()).toEqual([])
    expect(binh.heard().at(-1)).toContain('Người nộp: Mẫu Thị Hoa')
  })

  test('changed until the deadline; refused afterwards; open again once it is sent back', async () => {
    const lan = await it.telegram('Lan')
    const hoa = await it.telegram('Hoa')
    const code = codeIn(await talk(lan, '/dangky', ...TWO_DEEDS, 'gửi'))
    it.app.clock.set('2026-03-09T23:30+07:00')
    expect(await talk(lan, `sửa ${code}`, 'sửa 1.2', 'Mỗi tuần đọc hai bài', 'tiếp', 'gửi')).toContain(
      'lần 2',
    )
    it.app.clock.set('2026-03-10T08:00+07:00')
    expect(await talk(lan, `sửa ${code}`)).toContain(`Hạn sửa bản ${code} là hết ngày 09/3/2026`)
    await talk(hoa, `xem ${code}`)
    await hoa.presses('Góp ý')
    await hoa.says('Bổ sung chỉ tiêu.')
    expect(await talk(lan, `sửa ${code}`)).toContain('Góp ý cần hoàn thiện: “Bổ sung chỉ tiêu.”')
  })

  test('sent back: it is owed again and reminded of, though it counts as filed, until it is filed anew', async () => {
    const lan = await it.telegram('Lan')
    const hoa = await it.telegram('Hoa')
    const code = codeIn(await talk(lan, '/dangky', ...TWO_DEEDS, 'gửi'))
    const owed = async () => {
      await lan.says('/viec')
      return lan.buttons().join('\n')
    }
    expect(await owed()).not.toContain('Bản đăng ký cá nhân')
    await hoa.presses('Góp ý')
    await hoa.says('Bổ sung chỉ tiêu.')
    expect(await owed()).toContain('Bản đăng ký cá nhân')
    const stored = () => it.world.work(({ tx }) => tx.select().from(assignments))
    expect(await stored()).toEqual([expect.objectContaining({ state: 'open', doneAt: expect.any(Date) })])
    await talk(lan, `sửa ${code}`, 'sửa 1.2', 'Mỗi tuần đọc hai bài', 'tiếp', 'gửi')
    expect(await stored()).toEqual([expect.objectContaining({ state: 'done' })])
    expect(await owed()).not.toContain('Bản đăng ký cá nhân')
  })

  test('received: frozen, also for a draft that was being changed meanwhile', async () => {
    const lan = await it.telegram('Lan')
    const hoa = await it.telegram('Hoa')
    const code = codeIn(await talk(lan, '/dangky', ...TWO_DEEDS, 'gửi'))
    await talk(lan, 'sửa', 'sửa 1.1', 'Việc khác', 'tiếp')
    await hoa.presses('Đã tiếp nhận')
    expect(await talk(lan, 'gửi')).toContain(`Bản ${code} đã được tiếp nhận`)
    expect(await talk(lan, `sửa ${code}`)).toContain(`Bản ${code} đã được tiếp nhận`)
    expect(await talk(lan, `xem ${code}`)).not.toContain('Việc khác')
  })

  test('received after a comment was asked for: what is typed later is no comment', async () => {
    const lan = await it.telegram('Lan')
    const hoa = await it.zalo('Hoa')
    await talk(lan, '/dangky', ...TWO_DEEDS, 'gửi')
    expect(await talk(hoa, '2')).toContain('đồng chí gõ nội dung cần bổ sung')
    expect(await talk(hoa, '1')).toContain('Đã ghi: Đã tiếp nhận')
    lan.heard()
    for (const later of ['gửi', 'Chiều nay họp nhé']) expect(await talk(hoa, later)).not.toContain('Góp ý')
    expect(lan.heard()).toEqual([])
  })

  test('an old button of a receiver: the newer version is shown instead', async () => {
    const lan = await it.telegram('Lan')
    const hoa = await it.telegram('Hoa')
    const binh = await it.telegram('Bình')
    await talk(lan, '/dangky', ...TWO_DEEDS, 'gửi')
    await talk(lan, 'sửa', 'sửa 1.1', 'Việc rõ hơn', 'tiếp', 'gửi')
    await binh.presses('Đã tiếp nhận')
    hoa.heard()
    await hoa.presses('Đã tiếp nhận')
    expect(hoa.heard().at(-1)).toMatch(/đã được tiếp nhận trước đó/)
  })

  test('somebody else asks for its code: they learn nothing', async () => {
    await it.world.addPerson('Minh', 'other')
    const lan = await it.telegram('Lan')
    const minh = await it.telegram('Minh')
    const code = codeIn(await talk(lan, '/dangky', ...TWO_DEEDS, 'gửi'))
    expect(await talk(minh, `xem ${code}`)).toBe(`Không tìm thấy ${code}. Đồng chí xem lại mã giúp.`)
  })

  test('personal and collective are both owed: it is asked which', async () => {
    await it.world.owe(it.obligation('pledge'), { unit: 'cell', period: '2026' })
    await it.owe('pledge', 'Hoa')
    const hoa = await it.zalo('Hoa')
    expect(await talk(hoa, '/dangky')).toContain('1. Cá nhân · 09/3\n2. Tập thể – Chi bộ cell · 09/3')
    expect(await talk(hoa, '2')).toContain('(Chi bộ cell)')
  })
})

describe('before the first pledge', () => {
  test('it is asked whether it may be kept; after a yes the form opens', async () => {
    it.leaveUnasked('pledges')
    const lan = await it.telegram('Lan')
    expect(await talk(lan, '/dangky')).toContain('bot lưu bản đăng ký, cam kết')
    await lan.presses('Đồng ý')
    expect(lan.heard().at(-1)).toContain('Nội dung')
  })

  test('a no is respected: nothing is kept, and paper is named', async () => {
    it.leaveUnasked('pledges')
    const lan = await it.zalo('Lan')
    await talk(lan, '/dangky')
    expect(await talk(lan, 'không')).toContain('nộp bản giấy')
    expect(await talk(lan, '/dangky')).toContain('nộp bản giấy')
  })

  test('somebody of whom none is asked may write one freely', async () => {
    const binh = await it.zalo('Bình')
    expect(await talk(binh, '/dangky')).toContain('không yêu cầu đồng chí nộp bản đăng ký')
    await it.changeProgramme((programme) => {
      const [pledge] = programme.obligations
      pledge!.audience = { post: { roles: ['leader'] } }
      pledge!.may_volunteer = { everyone: true }
    })
    expect(await talk(binh, '/dangky')).toContain('khuyến khích tự nguyện')
    expect(await talk(binh, '1')).toContain('Bản đăng ký cá nhân')
    expect(codeIn(await talk(binh, ...TWO_DEEDS, 'gửi'))).toMatch(/^CK-/)
  })
})

describe('a form that is left', () => {
  test('parked by a second one and taken up again', async () => {
    await it.owe('pledge', 'Hoa')
    await it.owe('report')
    const hoa = await it.telegram('Hoa')
    await talk(hoa, '/dangky', 'Giúp hộ anh Páo sửa mái bếp')
    expect(await talk(hoa, '/baocao')).toContain('Phiếu đang làm dở được giữ lại')
    await talk(hoa, 'để sau')
    expect(await talk(hoa, 'tiếp')).toContain('Có mấy phiếu đang làm dở')
    await hoa.presses('Bản đăng ký cá nhân – năm 2026')
    expect(hoa.heard().at(-1)).toContain('Loại việc')
  })

  test('cancelled: asked once, then gone', async () => {
    const lan = await it.telegram('Lan')
    expect(await talk(lan, '/dangky', 'Giúp hộ anh Páo', 'huỷ')).toContain('Huỷ phiếu này?')
    expect(await talk(lan, '1')).toContain('Đã huỷ phiếu')
    expect(await talk(lan, 'tiếp')).toContain('Không có phiếu nào đang làm dở')
    expect(await talk(lan, '/dangky')).not.toContain('làm tiếp')
  })

  test('after six hours the first words are not swallowed; a number answers however old the question is', async () => {
    const lan = await it.zalo('Lan')
    await talk(lan, '/dangky')
    it.app.clock.advance('7h')
    expect(await talk(lan, 'Chị ơi mai họp mấy giờ')).toContain('chưa ghi vào phiếu')
    expect(await talk(lan, 'Giúp hộ anh Páo sửa mái bếp')).toContain('Loại việc')
    it.app.clock.advance('3d')
    expect(await talk(lan, '1')).toContain('đã có 1')
  })

  test('a command in the middle is answered, and the form is still there', async () => {
    const lan = await it.telegram('Lan')
    await talk(lan, '/dangky', 'Giúp hộ anh Páo sửa mái bếp')
    expect(await talk(lan, '/viec')).toContain('Việc cần làm: 1')
    expect(await talk(lan, 'đột phá')).toContain('đã có 1')
  })

  test('an answer that is edited on Telegram changes in the draft', async () => {
    const lan = await it.telegram('Lan')
    await talk(lan, '/dangky', 'Giúp hộ anh Páo')
    const mine = lan.transcript().findLast((line) => line.text === 'Giúp hộ anh Páo')!
    await lan.edits(mine.messageId, 'Giúp hộ chị Mỷ')
    expect(lan.heard().at(-1)).toContain('Giúp hộ chị Mỷ')
    expect(await talk(lan, '1', 'xong')).toContain('Giúp hộ chị Mỷ')
    // Put off, or filed: nothing changes any more, and it is said how to change it.
    await talk(lan, 'để sau')
    await lan.edits(mine.messageId, 'Giúp hộ anh Tủa')
    expect(lan.heard().at(-1)).toContain('gõ tiếp, rồi sửa và số dòng')
    const code = codeIn(await talk(lan, 'tiếp', 'gửi'))
    await lan.edits(mine.messageId, 'Giúp hộ anh Sùng')
    expect(lan.heard().at(-1)).toContain(`Muốn đổi bản ${code}: gõ sửa ${code}`)
    it.app.clock.advance('3d')
    await lan.edits(mine.messageId, 'Giúp hộ chị Sùng')
    expect(lan.heard()).toEqual([])
    expect(await talk(lan, `xem ${code}`)).toContain('Giúp hộ chị Mỷ')
  })
})

describe('deeds through the year', () => {
  test('progress is noted with one line, and stays with the deed when the pledge is filed again', async () => {
    const lan = await it.telegram('Lan')
    await talk(lan, '/dangky', ...TWO_DEEDS, 'gửi')
    expect(await talk(lan, '/camket')).toContain('- Giúp hộ anh Páo sửa mái bếp: chưa ghi tiến độ')
    await lan.presses('Ghi tiến độ: Giúp hộ anh Páo sửa mái bếp')
    await lan.presses('Đang làm')
    expect(await talk(lan, 'Đã mua tôn, tuần sau lợp')).toContain('Đã ghi: Đang làm')
    await talk(lan, 'sửa', 'sửa 1.1', 'Giúp hộ anh Páo sửa mái bếp trước 30/6', 'tiếp', 'gửi')
    expect(await talk(lan, '/camket')).toContain(
      '- Giúp hộ anh Páo sửa mái bếp trước 30/6: Đang làm – Đã mua tôn, tuần sau lợp',
    )
  })

  test('a deed that was left out: its old button says so', async () => {
    const lan = await it.telegram('Lan')
    await talk(lan, '/dangky', ...TWO_DEEDS, 'gửi', '/camket')
    await talk(lan, 'sửa', 'xoá 1.1', 'gửi')
    await lan.presses('Ghi tiến độ: Giúp hộ anh Páo sửa mái bếp')
    expect(lan.heard().at(-1)).toContain('không còn trong bản đăng ký hiện tại')
  })
})
