import { afterEach, beforeEach, expect, test } from 'vitest'
import { type AnsweringApp, startAnsweringApp } from '../support/answering-app.ts'
import { readSampleProgramme } from '../support/sample-programme.ts'
import { codeIn, talk } from '../support/talk.ts'

let it: AnsweringApp

beforeEach(async () => {
  it = await startAnsweringApp('2026-03-02T09:00+07:00', { programme: await readSampleProgramme() })
  await it.world.addPerson('Hoa', 'cell', 'secretary')
  await it.world.addPerson('Lan', 'cell')
})
afterEach(() => it.close())

/** How many messages the bot needs, and the last of them. */
async function countMessages(name: string, texts: string[]): Promise<{ messages: number; last: string }> {
  const user = await it.zalo(name)
  for (const text of texts) await user.says(text)
  const heard = user.heard()
  return { messages: heard.length, last: heard.at(-1) ?? '' }
}

test('three deeds on Zalo: at most ten messages of the bot', async () => {
  await it.owe('dang-ky', 'Lan')
  const { messages, last } = await countMessages('Lan', [
    '/dangky',
    '1',
    'Vận động 5 hộ phân loại rác\ntrong quý II',
    'Lập nhóm giúp người cao tuổi làm thủ tục trên mạng\ncả năm',
    '2',
    'Trả lời ý kiến của dân trong 3 ngày\ncả năm',
    '1',
    'xong',
    'bỏ qua',
    'gửi',
  ])
  expect(last).toContain('Mã biên nhận: CK-')
  const lan = await it.zalo('Lan')
  const filed = await talk(lan, `xem ${codeIn(last)}`)
  for (const deed of ['phân loại rác', 'thủ tục trên mạng', 'trong 3 ngày']) expect(filed).toContain(deed)
  expect(messages).toBeLessThanOrEqual(10)
})

test("a cell's report on Zalo: at most fourteen messages of the bot", async () => {
  await it.owe('sinh-hoat-quy')
  const { messages, last } = await countMessages('Hoa', [
    '/baocao',
    '1/3',
    'đủ',
    'Học chuyên đề quý I, trao đổi về nêu gương.',
    'Mỗi đảng viên nhận một việc cụ thể.',
    'Sinh hoạt đúng giờ, nhiều ý kiến.',
    'bỏ qua',
    'có',
    'có',
    'Tổ dân phố 3, tuyến đường hoa',
    'bỏ qua',
    'bỏ qua',
    'bỏ qua',
    'gửi',
  ])
  expect(last).toContain('Mã biên nhận: BC-')
  expect(messages).toBeLessThanOrEqual(14)
})
