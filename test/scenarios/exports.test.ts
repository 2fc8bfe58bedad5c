import { afterAll, beforeAll, expect, test } from 'vitest'
import { Hono } from 'hono'
import { addDownloads } from '../../src/service/downloads.ts'
import { readWorkbook } from '../../src/sheets/read-workbook.ts'
import { audit } from '../../src/store/schema/index.ts'
import { type Commune, filePledge, startCommune } from '../support/commune.ts'
import type { TelegramUser } from '../support/telegram-world.ts'
import type { ZaloUser } from '../support/zalo-world.ts'

const LIMITS = { unpackedBytes: 10_000_000, rows: 1_000, columns: 50, sheets: 10 }
const PUBLIC = 'https://nhip-quy.example.test'

let commune: Commune
let uyen: TelegramUser
let uyenOnZalo: ZaloUser
let binh: TelegramUser
beforeAll(async () => {
  commune = await startCommune({ now: '2026-03-05 09:00', publicUrl: PUBLIC })
  uyen = await commune.telegram('XA', 'X01')
  binh = await commune.telegram('THON1', 'T02')
  await filePledge(binh)
  uyenOnZalo = await commune.zalo('XA', 'X01')
  for (const person of [uyen, binh, uyenOnZalo]) person.heard()
})
afterAll(() => commune.app.close())

const exports = async () => {
  const rows = await commune.app.database.db.select().from(audit)
  return rows.filter(({ action }) => action === 'export').map(({ details }) => details)
}

test('on Telegram the office chooses a table and gets the file; who took what is on record', async () => {
  await uyen.says('/xuat')
  expect(uyen.heard().join()).toContain('Lấy bảng nào?')
  await uyen.presses('Từng việc, từng người')
  expect(uyen.heard().join()).toContain('Bảng kèm theo tin này: Từng việc, từng người')
  expect(await exports()).toEqual([{ list: 'work' }])
})

test('on Zalo it is a link to a page, and behind its button the file', async () => {
  await uyenOnZalo.says('xuất')
  const menu = uyenOnZalo.heard().join('\n')
  const number = /(\d)\. Từng việc, từng người/.exec(menu)![1]!
  await uyenOnZalo.says(number)
  const [text] = uyenOnZalo.heard()
  const link = /https:\S+/.exec(text!)![0]
  expect(text).toContain('đến hết ngày 12/3/2026')
  const web = new Hono()
  addDownloads(web, commune.app.parts)
  const path = link.slice(PUBLIC.length)
  expect(await (await web.request(path)).text()).toContain('Từng việc, từng người. Có tên người')
  const response = await web.request(`${path}?tai=1`)
  expect(response.headers.get('content-disposition')).toContain('attachment; filename="work-2026-03-05.xlsx"')
  const [sheet] = await readWorkbook(Buffer.from(await response.arrayBuffer()), LIMITS)
  const rows = sheet!.rows.map(({ cells }) => cells)
  expect(rows[2]!.slice(0, 5)).toEqual(['Đơn vị', 'Mã', 'Họ và tên', 'Việc', 'Kỳ'])
  const pledge = rows.find((cells) => cells[1] === 'T02' && cells[3] === 'Bản đăng ký làm theo')
  expect(pledge!.slice(5, 8)).toEqual(['16/3/2026', 'đã xong', '05/3/2026'])
  expect(await exports()).toHaveLength(2)
})

test.each(['Ai đã vào bot', 'Bản đã gửi và số liệu', 'Số tổng các đơn vị'])(
  '%s: a file too',
  async (list) => {
    await uyen.says('/xuat')
    uyen.heard()
    await uyen.presses(list)
    expect(uyen.heard().join()).toContain(`Bảng kèm theo tin này: ${list}`)
  },
)

test('nobody else is offered it, nor given it by an old button', async () => {
  await binh.says('/xuat')
  expect(binh.heard().join()).not.toContain('Lấy bảng nào?')
})
