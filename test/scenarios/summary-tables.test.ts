import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { eq } from 'drizzle-orm'
import { Hono } from 'hono'
import { readSheet } from 'read-excel-file/node'
import { afterEach, expect, test } from 'vitest'
import { registerExport } from '../../src/cli/export.ts'
import { addDownloads } from '../../src/service/downloads.ts'
import { audit } from '../../src/store/schema/index.ts'
import { type Commune, filePledge, startCommune } from '../support/commune.ts'
import { runCli } from '../support/run-cli.ts'

let commune: Commune
afterEach(() => commune.app.close())

const BUTTON = 'Bảng Excel quý I/2026'
const PERIODS = ['Số liệu quý I/2026', 'Số liệu năm 2026']

test('Telegram: figures, a paragraph for the report, down to a unit, and the table as a file', async () => {
  commune = await startCommune({ now: '2026-03-05 09:00' })
  const uyen = await commune.telegram('XA', 'X01')
  await filePledge(await commune.zalo('TRUONG', 'S03'))
  await uyen.says('/tonghop')
  expect(uyen.heard().at(-1)).toContain(
    'Đoạn để đưa vào báo cáo:\nĐến ngày 05/3/2026, 1/16 đồng chí đã gửi bản đăng ký làm theo, đạt 6,3 %.',
  )
  expect(uyen.buttons()).toEqual(['Chi bộ thôn Một', 'Chi bộ trường Mẫu', 'Biểu đồ', BUTTON, ...PERIODS])
  await uyen.presses('Chi bộ trường Mẫu')
  expect(uyen.heard().at(-1)).toContain('1/4 đồng chí đã gửi bản đăng ký làm theo, đạt 25 %.')
  expect(uyen.buttons()).toEqual([BUTTON, ...PERIODS])

  await uyen.says('/tonghop')
  await uyen.presses(BUTTON)
  expect(uyen.heard().at(-1)).toMatch(/^Bảng tổng hợp quý I\/2026 kèm theo tin này/)
  const sent = uyen.transcript().findLast(({ method }) => method === 'sendDocument')
  expect(sent?.message).toMatchObject({ document: { file_name: 'tong-hop-2026-q1.xlsx' } })
  const taken = await commune.app.database.db.select().from(audit).where(eq(audit.action, 'take-table'))
  expect(taken).toMatchObject([{ actorRole: 'office', details: { units: 3 } }])
})

test('Zalo without an address of our own: told how to get the table', async () => {
  commune = await startCommune({ now: '2026-03-05 09:00' })
  const vinh = await commune.zalo('XA', 'X02')
  await vinh.says('/tonghop')
  expect(vinh.heard().at(-1)).toContain(`1. Chi bộ thôn Một\n2. Chi bộ trường Mẫu\n3. Biểu đồ\n4. ${BUTTON}`)
  await vinh.says('4')
  expect(vinh.heard()).toEqual([
    'Kênh này không gửi được tệp. Xin nhờ người quản trị lấy bảng bằng lệnh: nhipquy export table --unit XA --xlsx',
  ])
})

test('Zalo: a link for a week; it asks again who may, and each taking is on record', async () => {
  commune = await startCommune({ now: '2026-03-05 09:00', publicUrl: 'https://bot.example.test' })
  const vinh = await commune.zalo('XA', 'X02')
  await filePledge(await commune.zalo('TRUONG', 'S03'))
  await vinh.says('/tonghop')
  await vinh.presses(BUTTON)
  const said = vinh.heard().at(-1)!
  expect(said).toContain('đến hết ngày 12/3/2026')
  const path = /https:\/\/bot\.example\.test(\S+)/.exec(said)![1]!
  const web = new Hono()
  addDownloads(web, commune.app.parts)
  const taken = () => commune.app.database.db.select().from(audit).where(eq(audit.action, 'take-table'))

  // A chat app that looks at the link for a preview sees no figures.
  const first = await web.request(path)
  expect([first.status, first.headers.get('cache-control')]).toEqual([200, 'no-store, private'])
  expect(await first.text()).toContain('Tải bảng Excel')
  expect(await taken()).toHaveLength(0)

  const file = await web.request(`${path}?tai=1`)
  expect(file.status).toBe(200)
  expect(file.headers.get('content-disposition')).toBe('attachment; filename="tong-hop-2026-q1.xlsx"')
  const rows = await readSheet(Buffer.from(await file.arrayBuffer()))
  expect(rows[0]![0]).toBe('Bảng tổng hợp sinh hoạt chuyên đề quý I/2026')
  expect(rows[1]![0]).toContain('người lấy: X02')
  expect(rows.slice(3)).toMatchObject([
    [
      'Chi bộ thôn Một',
      null,
      'Nêu gương trong công việc hằng ngày',
      null,
      null,
      null,
      null,
      '0/12',
      null,
      'chưa',
      null,
      null,
    ],
    [
      'Chi bộ trường Mẫu',
      null,
      'Nêu gương trong công việc hằng ngày',
      null,
      null,
      null,
      null,
      '1/4',
      null,
      'chưa',
      null,
      null,
    ],
    ['Cộng', '0/2', null, null, null, null, null, null, null, null, null, null],
  ])
  expect(await taken()).toMatchObject([{ actorRole: 'leader' }])

  expect((await web.request(`${path.slice(0, -2)}xx?tai=1`)).status).toBe(404)
  await vinh.says('/rutlai')
  await vinh.says('đồng ý')
  expect((await web.request(`${path}?tai=1`)).status).toBe(403)
  commune.app.clock.set('2026-03-13T09:00+07:00')
  expect((await web.request(`${path}?tai=1`)).status).toBe(410)
  expect(await taken()).toHaveLength(1)
})

test('the picture: a photo on Telegram, a link for a week on Zalo, in the weekly digest too', async () => {
  commune = await startCommune({ now: '2026-03-05 09:00', publicUrl: 'https://bot.example.test' })
  const vinh = await commune.zalo('XA', 'X02')
  const uyen = await commune.telegram('XA', 'X01')
  await uyen.says('/tonghop')
  await uyen.presses('Biểu đồ')
  expect(uyen.heard().at(-1)).toContain('Biểu đồ tiến độ đến ngày 05/3/2026')
  expect(uyen.transcript().findLast(({ method }) => method === 'sendPhoto')?.message).toHaveProperty('photo')

  await commune.at('2026-03-09 07:30')
  const said = vinh.heard().at(-1)!
  const path = /Biểu đồ: https:\/\/bot\.example\.test(\S+)/.exec(said)![1]!
  const web = new Hono()
  addDownloads(web, commune.app.parts)
  const picture = await web.request(path)
  expect(picture.headers.get('content-type')).toBe('image/png')
  expect(
    Buffer.from(await picture.arrayBuffer())
      .subarray(1, 4)
      .toString(),
  ).toBe('PNG')
  commune.app.clock.set('2026-03-17T09:00+07:00')
  expect((await web.request(path)).status).toBe(410)
})

test('the operator takes the table out as a spreadsheet or as CSV', async () => {
  commune = await startCommune({ now: '2026-03-05 09:00' })
  const run = (...words: string[]) =>
    runCli(registerExport, commune.app.database, '2026-03-05T09:00+07:00', ['export', 'table', ...words], {
      vault: commune.app.parts.vault,
      locale: 'vi',
    })
  const csv = await run('--csv', '--unit', 'TRUONG', '--quarter', 'quý 1')
  expect(csv.out.join('\n')).toMatch(/^\uFEFFChi bộ,Đã tổ chức \(ngày\),Chuyên đề,.*\r\nChi bộ trường Mẫu,,/)
  expect(await run()).toMatchObject({ code: 2, err: ['Chọn một dạng: --xlsx hoặc --csv.'] })
  expect(await run('--csv', '--quarter', 'hôm qua')).toMatchObject({ code: 2 })
  expect(await run('--csv', '--unit', 'KHONG')).toMatchObject({ code: 1 })
  const file = join(mkdtempSync(join(tmpdir(), 'nhipquy-table-')), 'bang.xlsx')
  expect(await run('--xlsx', '--out', file)).toMatchObject({ code: 0, out: [`Đã ghi ${file}`] })
  expect((await readSheet(readFileSync(file)))[1]![0]).toContain('người lấy: người quản trị')
  rmSync(dirname(file), { recursive: true })
})
