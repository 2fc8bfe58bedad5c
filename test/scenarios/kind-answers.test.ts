import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { readSampleProgramme } from '../support/sample-programme.ts'
import { type AnsweringApp, startAnsweringApp } from '../support/answering-app.ts'
import { codeIn, talk } from '../support/talk.ts'

let it: AnsweringApp

beforeEach(async () => {
  it = await startAnsweringApp('2026-03-02T09:00+07:00', { programme: await readSampleProgramme() })
  await it.world.addPerson('Hoa', 'cell', 'secretary')
  await it.world.addPerson('Páo', 'cell')
  await it.world.addPerson('Kiên', 'cell')
})
afterEach(() => it.close())

describe.each(['telegram', 'zalo'] as const)(
  '%s: whoever answers in their own way is understood',
  (channel) => {
    test('the deed is told where its sort is asked: it is kept, only the sort is asked', async () => {
      await it.owe('dang-ky', 'Páo')
      const pao = await it[channel]('Páo')
      expect(await talk(pao, '/dangky')).toContain('Việc làm theo – việc làm theo thứ nhất')
      const kept = await talk(pao, 'Giúp hộ nghèo sửa nhà\ntrong quý II')
      expect(kept).toContain('Việc: Giúp hộ nghèo sửa nhà')
      expect(kept).toContain('Việc này thuộc nhóm nào?')
      expect(await talk(pao, '1')).toContain('đã có 1')
      expect(codeIn(await talk(pao, 'xong', 'bỏ qua', 'gửi'))).toMatch(/^CK-/)
    })

    test('an absence without brackets; a name that nobody has; questions that are jumped over', async () => {
      await it.owe('sinh-hoat-quy')
      const hoa = await it[channel]('Hoa')
      const asked = await talk(hoa, '/baocao', '1/3')
      expect(asked).toMatch(/như: \p{L}+ \(ốm\), \p{L}+ \(bận\)/u)
      expect(await talk(hoa, 'Lan ốm')).toContain('Danh sách không có ai tên Lan.')
      expect(await talk(hoa, 'Páo ốm', 'Nội dung', 'Liên hệ', 'Ưu điểm', 'bỏ qua')).toMatch(/^Câu 7\/12/)
      const after = await talk(hoa, 'không')
      expect(after).toMatch(/^Câu 10\/12/)
      expect(after).toContain('Câu 8, 9 không cần trả lời.')
      expect(after).toContain('Việc được giao sau buổi sinh hoạt – việc thứ nhất')
      expect(after).toContain('Không có thì gõ không.')
      expect(await talk(hoa, 'không')).toMatch(/^Câu 11\/12/)
      expect(await talk(hoa, 'xem')).not.toMatch(/^\s*\d+\.\d+\.\d+/m)
    })

    test('`sửa 2` with no form open: both ways of changing are explained', async () => {
      await it.owe('dang-ky', 'Páo')
      const pao = await it[channel]('Páo')
      expect(await talk(pao, 'sửa 2')).toContain('gõ sửa và mã biên nhận, ví dụ sửa CK-7K2M')
      const code = codeIn(await talk(pao, '/dangky', '1', 'Giúp hộ nghèo', 'xong', 'bỏ qua', 'gửi'))
      expect(await talk(pao, 'sửa 2')).toContain(`ví dụ sửa ${code}`)
    })

    test('`để sau` and `xem` at a question that is no form: put off, or asked once more', async () => {
      it.leaveUnasked('pledges')
      await it.owe('dang-ky', 'Páo')
      const pao = await it[channel]('Páo')
      const asked = await talk(pao, '/dangky')
      expect(asked).toContain('Đồng chí có đồng ý không?')
      expect(await talk(pao, 'xem')).toBe(asked)
      expect(await talk(pao, 'để sau')).toContain('Vâng, để sau. Chưa ghi và chưa thay đổi gì.')
      // Nothing was decided: it is asked again, and a yes opens the form.
      expect(await talk(pao, '/dangky')).toBe(asked)
      expect(await talk(pao, 'đồng ý')).toContain('Việc này thuộc nhóm nào?')
      expect(await talk(pao, 'để sau')).toContain('Đã lưu')
      expect(await talk(pao, 'để sau')).toContain('Không có câu hỏi nào đang chờ')
    })
  },
)
