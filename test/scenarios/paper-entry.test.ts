import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { registerImportDone } from '../../src/cli/import-done.ts'
import { registerTemplate } from '../../src/cli/template.ts'
import { quarterSpan } from '../../src/domain/roll-up-span.ts'
import { readWorkbook } from '../../src/sheets/read-workbook.ts'
import { writeWorkbook } from '../../src/sheets/write-workbook.ts'
import { listSubmissionRows } from '../../src/store/export-rows.ts'
import { listRollUpFacts } from '../../src/store/roll-up-facts.ts'
import { listUnits } from '../../src/store/units.ts'
import { type Commune, filePledge, startCommune } from '../support/commune.ts'
import { type CliRun, runCli } from '../support/run-cli.ts'
import { talk } from '../support/talk.ts'

let commune: Commune
let folder: string
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'paper-'))
  commune = await startCommune({ now: '2026-03-03 09:00' })
})
afterAll(async () => {
  rmSync(folder, { recursive: true, force: true })
  await commune.app.close()
})

const cli = (register: Parameters<typeof runCli>[0], words: string[]) => {
  const { app } = commune
  const { vault } = app.parts
  return runCli(register, app.database, app.clock.product().toISOString(), words, { vault, locale: 'vi' })
}
const file = (name: string, content: string | Buffer) => {
  const path = join(folder, name)
  writeFileSync(path, content)
  return path
}
const importDone = async (path: string, ...more: string[]): Promise<CliRun> => {
  const run = await cli(registerImportDone, ['import', 'done', path, '--by', 'X01', ...more])
  return { ...run, err: run.err.map((line) => line.replace(`${folder}/`, '')) }
}
const rows = () => commune.app.tools(({ tx }) => listSubmissionRows(tx))
const queued = () =>
  commune.app.database.sql<{ state: string }[]>`
    select state from outbox where topic = 'nudge' and assignment_id is not null`

const HEADER = 'Nhiệm vụ;Mã đảng viên;Mã đơn vị;Ngày làm;Việc làm theo'

describe('what was done on paper', () => {
  test('every bad cell is named with the header as the file wrote it, and nothing is entered', async () => {
    const bad = [
      HEADER,
      'Bản đăng ký làm theo;T09;;05/3/2026;x',
      'Bản đăng ký làm theo;;;02/3/2026;x',
      'Bản đăng ký làm theo;T77;;02/3/2026;x',
      'Báo cáo tháng;T02;;02/3/2026;x',
      'Báo cáo sinh hoạt chuyên đề;T02;;02/3/2026;x',
      'Bản đăng ký làm theo;T02;;31/2/2026;x',
      ';T02;;;Tài liệu MẬT',
      'pledge;T03;;02/3/2026;Dậy sớm',
      'pledge;T03;;02/3/2026;Dậy sớm',
    ].join('\n')
    const run = await importDone(file('xau.csv', bad))
    expect(run.code).toBe(1)
    expect(run.err).toEqual([
      'xau.csv:2:4 ngày 05/3/2026 chưa tới',
      'xau.csv:3:2 dòng này chưa ghi mã đảng viên hoặc mã đơn vị',
      'xau.csv:4:2 không có người mã T77 trong danh sách',
      'xau.csv:5:1 không có nhiệm vụ "Báo cáo tháng" trong chương trình đã công bố',
      'xau.csv:6:1 T02 Mẫu Thị Bình không có nhiệm vụ "Báo cáo sinh hoạt chuyên đề"',
      'xau.csv:7:4 "31/2/2026" không phải một ngày; viết như 30/6/2026',
      'xau.csv:8:1 Nhiệm vụ bỏ trống',
      'xau.csv:8:4 Ngày làm bỏ trống',
      'xau.csv:8:5 ô có dấu mật; tài liệu mật không đưa vào hệ thống này',
      'xau.csv:10:1 việc này đã có ở dòng 9',
      'Không nhập gì: 10 chỗ cần sửa.',
    ])
    const lacking = await importDone(file('thieu.csv', 'Nhiệm vụ,Mã đảng viên\npledge,T02\n'))
    expect(lacking.err[0]).toBe('thieu.csv:1:1 thiếu cột ngày làm')
    expect(await rows()).toEqual([])
    const alone = await cli(registerImportDone, ['import', 'done', file('a.csv', bad), '--by', 'T01'])
    expect(alone).toMatchObject({
      code: 1,
      err: ['T01 không thuộc văn phòng. Ghi mã của người thuộc văn phòng: --by MÃ'],
    })
  })

  test('entered, it is done on the paper’s day, counted, marked, and no longer reminded of', async () => {
    const binh = await commune.zalo('THON1', 'T02')
    const chi = await commune.telegram('THON1', 'T03')
    const an = await commune.telegram('THON1', 'T01')
    await filePledge(chi)
    // Queued in the same moment in which the office enters the paper.
    await commune.app.database.sql`
      insert into outbox (id, bot_id, chat_id, operation, class, key, topic, assignment_id, state, due_at, created_at)
      select gen_random_uuid(), b.id, c.id, 'text', 'scheduled', 'nudge:test', 'nudge', a.id, 'queued', '2030-01-01', now()
      from assignments a join people p on p.id = a.person_id and p.code = 'T02'
        join obligations o on o.id = a.obligation_id and o.code = 'pledge', bots b join chats c on c.bot_id = b.id limit 1`
    const paper = [
      HEADER,
      'Bản đăng ký làm theo;T02;;02/3/2026;Dậy sớm đọc báo; Giúp một hộ',
      'pledge;T03;THON1;01/3/2026;Theo giấy',
      'pledge;T04;;2026-02-27;2',
    ]
      .join('\n')
      .replace('báo; Giúp', 'báo, giúp')
    const path = file('giay.csv', paper)
    const dry = await importDone(path, '--dry-run')
    expect(dry.err).toEqual([])
    expect(dry.out).toEqual([
      '+ T02 Mẫu Thị Bình · Bản đăng ký làm theo · 02/3/2026 · 1 việc',
      '+ T04 Mẫu Thị Dung · Bản đăng ký làm theo · 27/02/2026 · 2 việc',
      '= T03 Mẫu Thị Chi · Bản đăng ký làm theo · 01/3/2026 · 1 việc (đã gửi qua bot, giữ nguyên)',
      'Chưa ghi gì. Nếu nhập: thêm 2, sửa 0, giữ nguyên 1.',
    ])
    expect(await queued()).toEqual([{ state: 'queued' }])
    const run = await importDone(path)
    expect(run).toMatchObject({ code: 0, err: [] })
    expect(run.out.at(-1)).toBe('Đã nhập từ bản giấy: thêm 2, sửa 0, giữ nguyên 1. Không gửi tin cho ai.')
    expect(await queued()).toEqual([{ state: 'cancelled' }])
    const entered = (await rows()).filter((row) => row['from_paper'])
    expect(
      entered.map(({ member, filed_by, entered_by, late, proxy, state }) => [
        member,
        filed_by,
        entered_by,
        late,
        proxy,
        state,
      ]),
    ).toEqual(
      expect.arrayContaining([
        ['T02', 'T02', 'X01', false, false, 'final'],
        ['T04', 'T04', 'X01', false, false, 'final'],
      ]),
    )
    expect((entered[0]!['filed_at'] as Date).toISOString().slice(0, 10)).toMatch(/^2026-0(?:2-27|3-02)$/)
    const { treeId } = commune
    const facts = await commune.app.tools(async ({ tx }) => {
      const units = await listUnits(tx, treeId, '2026-03-03')
      const unitIds = units.map(({ id }) => id)
      return listRollUpFacts(tx, {
        treeId,
        unitIds,
        span: quarterSpan(2026, 1),
        day: '2026-03-03',
        locale: 'vi',
      })
    })
    const pledges = facts.rounds.filter(({ kind }) => kind === 'pledge')
    expect(pledges.reduce((sum, { done }) => sum + done, 0)).toBe(3)
    const code = String(entered.find(({ member }) => member === 'T02')!['code'])
    const shown = await talk(binh, `xem ${code}`)
    expect(shown).toContain('Nhập từ bản giấy ngày 02/3/2026, người nhập: Mẫu Thị Uyên.')
    expect(shown).toContain('Dậy sớm đọc báo, giúp một hộ')
    expect(await talk(an, '/tiendo')).not.toContain('nhập hộ')
    const audit = await commune.app.database.sql<{ actor_role: string; count: number }[]>`
      select actor_role, count(*)::int as count from audit where action = 'enter-paper' group by actor_role`
    expect(audit).toEqual([{ actor_role: 'office', count: 2 }])

    const again = await importDone(path)
    expect(again.out.at(-1)).toBe('Đã nhập từ bản giấy: thêm 0, sửa 0, giữ nguyên 3. Không gửi tin cho ai.')
    const mended = await importDone(file('sua.csv', `${HEADER}\npledge;T04;;28/02/2026;Trồng cây`))
    expect(mended.out.at(-1)).toContain('thêm 0, sửa 1, giữ nguyên 0')
    const versions = (await rows()).filter(({ member }) => member === 'T04')
    expect(versions.map(({ version, current }) => [version, current])).toEqual([
      [1, false],
      [2, true],
    ])
    const dated = await commune.app.database.sql<{ day: string }[]>`
      select (a.done_at at time zone a.due_zone)::date::text as day from assignments a
      join people p on p.id = a.person_id and p.code = 'T04' where a.state = 'done'`
    expect(dated).toEqual([{ day: '2026-02-28' }])
  })

  test('a unit’s report by workbook and quarter; the template offers the duties of the programme', async () => {
    const template = join(folder, 'da-lam.xlsx')
    expect(await cli(registerTemplate, ['template', 'done', template])).toMatchObject({ code: 0, err: [] })
    const { readFileSync } = await import('node:fs')
    const limits = { unpackedBytes: 10_000_000, rows: 2_000, columns: 50, sheets: 10 }
    const [page, values] = await readWorkbook(readFileSync(template), limits)
    expect(page!.rows[0]!.cells).toEqual([
      'Nhiệm vụ',
      'Kỳ',
      'Mã đảng viên',
      'Mã đơn vị',
      'Ngày làm',
      'Việc làm theo',
    ])
    expect(values!.rows.map(({ cells }) => cells[0])).toContain('Báo cáo sinh hoạt chuyên đề')
    const columns = page!.rows[0]!.cells.map((header) => ({ header, width: 20 }))
    const sheet = (rows: string[][]) => writeWorkbook([{ name: 'Đã làm', columns, rows, rowsToFill: 2 }])
    const title = 'Báo cáo sinh hoạt chuyên đề'
    const wrong = file('bc.xlsx', await sheet([[title, 'quý V', '', 'TRUONG', '01/3/2026', '']]))
    expect((await importDone(wrong)).err[0]).toContain('bc.xlsx:Đã làm:2:B không có kỳ "quý V"')
    const right = file(
      'bc2.xlsx',
      await sheet([[title, 'quý I', '', 'TRUONG', '01/3/2026', 'Đã họp, 4 ý kiến']]),
    )
    const run = await importDone(right)
    expect(run.out[0]).toBe('+ TRUONG · Báo cáo sinh hoạt chuyên đề – quý I/2026 · 01/3/2026 · 1 việc')
    const phuc = await commune.telegram('TRUONG', 'S01')
    expect(await talk(phuc, '/baocao')).not.toContain('quý I/2026 (Chi bộ trường Mẫu) ·')
  })
})
