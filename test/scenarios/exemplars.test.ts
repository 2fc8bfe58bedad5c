import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { readProgrammeFile } from '../../src/cli/read-programme-file.ts'
import { packageRoot } from '../../src/package-root.ts'
import { type AnsweringApp, startAnsweringApp } from '../support/answering-app.ts'
import { codeIn, talk } from '../support/talk.ts'

let it: AnsweringApp

beforeEach(async () => {
  const file = join(packageRoot(), 'programmes', 'sample', 'programme.yaml')
  const found = await readProgrammeFile(file, '2026-03-01')
  if (found.kind !== 'read') throw new Error('the sample programme cannot be read')
  it = await startAnsweringApp('2026-03-02T09:00+07:00', { programme: found.programme })
  it.leaveUnasked('exemplar')
  await it.world.addPerson('Hoa', 'cell', 'secretary')
  await it.world.addPerson('Lan', 'cell')
  await it.world.addPerson('Minh', 'cell')
  await it.world.addPerson('Nam', 'ward', 'secretary')
  await it.owe('sinh-hoat-quy')
})
afterEach(() => it.close())

const UP_TO_EXEMPLAR = [
  '1/3',
  'đủ',
  'Học chuyên đề quý I.',
  'Mỗi người một việc.',
  'Đúng giờ.',
  'bỏ qua',
  'có',
  'có',
]
const REST = ['bỏ qua', 'bỏ qua', 'bỏ qua', 'gửi']

test('a member named as an example is asked, and named to the level above only after a yes', async () => {
  const hoa = await it.zalo('Hoa')
  const lan = await it.zalo('Lan')
  const nam = await it.telegram('Nam')
  const receipt = await talk(hoa, '/baocao', ...UP_TO_EXEMPLAR, 'Mẫu Thị Lan giúp 3 hộ nghèo', ...REST)
  const code = codeIn(receipt)
  expect(lan.heard()).toEqual([expect.stringContaining('nêu đồng chí là gương tiêu biểu')])
  expect(await talk(nam, `xem ${code}`)).toContain('(có điển hình; tên chờ người ấy đồng ý)')
  expect(await talk(hoa, `xem ${code}`)).toContain('Mẫu Thị Lan giúp 3 hộ nghèo')

  expect(await talk(lan, '1')).toContain('Báo cáo được ghi tên')
  expect(await talk(nam, `xem ${code}`)).toContain('Mẫu Thị Lan giúp 3 hộ nghèo')
})

test('a no is respected: the name stays in the cell, who wrote it is told, and nobody asks again', async () => {
  const hoa = await it.telegram('Hoa')
  const lan = await it.telegram('Lan')
  const nam = await it.zalo('Nam')
  const receipt = await talk(hoa, '/baocao', ...UP_TO_EXEMPLAR, 'đồng chí Lan giúp 3 hộ nghèo', ...REST)
  const code = codeIn(receipt)
  await lan.presses('Không')
  expect(lan.heard().at(-1)).toContain('báo cáo sẽ không ghi tên')
  expect(hoa.heard().at(-1)).toContain(`Có trả lời cho bản ${code}: một điển hình được nêu xin không ghi tên`)
  expect(await talk(nam, `xem ${code}`)).not.toContain('Lan giúp')

  await talk(hoa, `sửa ${code}`, 'gửi')
  expect(lan.heard()).toEqual([])
})

test('nobody who has not joined is asked: the word of the secretary counts', async () => {
  const hoa = await it.zalo('Hoa')
  const nam = await it.zalo('Nam')
  const receipt = await talk(hoa, '/baocao', ...UP_TO_EXEMPLAR, 'Mẫu Thị Minh trồng hoa', ...REST)
  expect(await talk(nam, `xem ${codeIn(receipt)}`)).toContain('Mẫu Thị Minh trồng hoa')
})

test('a question about consent of days ago is said again in full before a number answers it', async () => {
  const hoa = await it.zalo('Hoa')
  const lan = await it.zalo('Lan')
  await talk(hoa, '/baocao', ...UP_TO_EXEMPLAR, 'Mẫu Thị Lan giúp 3 hộ nghèo', ...REST)
  lan.heard()
  it.app.clock.advance('2d')
  const again = await talk(lan, '1')
  expect(again).toContain('nêu đồng chí là gương tiêu biểu')
  expect(again).toContain('1. Đồng ý')
  expect(await talk(lan, '1')).toContain('Báo cáo được ghi tên')
})
