import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { type AnsweringApp, startAnsweringApp } from '../support/answering-app.ts'
import { readSampleProgramme } from '../support/sample-programme.ts'
import { codeIn, talk } from '../support/talk.ts'

let it: AnsweringApp

beforeEach(async () => {
  it = await startAnsweringApp('2025-03-02T09:00+07:00', { programme: await readSampleProgramme() })
  await it.world.addPerson('Páo', 'cell')
  await it.world.addPerson('Hoa', 'cell', 'secretary')
})
afterEach(() => it.close())

const owe = (period: string) =>
  it.world.owe(it.obligation('dang-ky'), {
    personId: it.world.personIds['Páo']!,
    period,
    dueOn: `${period}-03-09`,
  })

describe.each(['telegram', 'zalo'] as const)('%s', (channel) => {
  test('unfinished deeds of the year before are offered once, chosen by numbers, and can be edited', async () => {
    await owe('2025')
    const pao = await it[channel]('Páo')
    await talk(pao, '/dangky', '1', 'Vận động 5 hộ phân loại rác\ntrong quý II')
    await talk(pao, 'Lập nhóm giúp người già', '2', 'bỏ qua')
    await talk(pao, 'Trả lời dân trong 3 ngày\ncả năm', '1', 'xong', 'bỏ qua', 'gửi')
    await talk(pao, '/camket', '1')
    await talk(pao, 'Đã xong')
    await talk(pao, 'bỏ qua')
    it.app.clock.set('2026-03-02T09:00+07:00')
    await owe('2026')
    const begun = await talk(pao, '/dangky')
    expect(begun).toContain('Bản trước còn 2 việc chưa xong: gõ mang sang để chọn.')
    const offered = await talk(pao, 'mang sang')
    expect(offered).not.toContain('phân loại rác\n')
    expect(offered).toContain(
      '1. Đổi mới, sáng tạo hoặc việc cấp bách · Lập nhóm giúp người già (bản trước, chưa xong)',
    )
    expect(offered).toContain('2. Khắc phục một hạn chế kéo dài · Trả lời dân trong 3 ngày · cả năm')
    // What the earlier deed left open is asked.
    await talk(pao, '1, 2')
    const menu = await talk(pao, 'bỏ qua')
    expect(menu).toContain('đã có 2')
    const review = await talk(
      pao,
      'xong',
      'bỏ qua',
      'sửa 1.1',
      'tiếp',
      'Lập nhóm giúp người cao tuổi',
      'tiếp',
    )
    expect(review).toContain('Lập nhóm giúp người cao tuổi')
    expect(review).toContain('Trả lời dân trong 3 ngày')
    expect(codeIn(await talk(pao, 'gửi'))).toMatch(/^CK-/)
  })

  test('nothing before, or all done: examples of the kind of unit are what there is', async () => {
    it.app.clock.set('2026-03-02T09:00+07:00')
    await owe('2026')
    const pao = await it[channel]('Páo')
    const begun = await talk(pao, '/dangky')
    expect(begun).not.toContain('mang sang')
    expect(begun).toContain('Cần gợi ý: gõ ví dụ.')
    const examples = await talk(pao, 'ví dụ')
    expect(examples).toContain('Vận động 5 hộ trong ngõ phân loại rác tại nhà')
    expect(examples).not.toContain('dự giờ')
    expect(await talk(pao, '1')).toContain('đã có 1')
    expect(await talk(pao, 'xong', 'bỏ qua')).toContain('Vận động 5 hộ trong ngõ')
  })
})
