import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { strFromU8, unzipSync } from 'fflate'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { registerImportRoster } from '../../src/cli/import-roster.ts'
import { readProgrammeFile } from '../../src/cli/read-programme-file.ts'
import { readTable } from '../../src/cli/read-table.ts'
import { registerTemplate } from '../../src/cli/template.ts'
import { DONE_COLUMNS, MEMBER_COLUMNS, UNIT_COLUMNS } from '../../src/domain/roster-columns.ts'
import { DONE_TEMPLATE_WIDTHS, ROSTER_TEMPLATES } from '../../src/domain/vietnamese-templates.ts'
import { readWorkbook } from '../../src/sheets/read-workbook.ts'
import { writeWorkbook } from '../../src/sheets/write-workbook.ts'
import { runCli } from '../support/run-cli.ts'
import { createTestDatabase, type TestDatabase } from '../support/test-database.ts'

const MONDAY = '2026-03-02T09:00:00+07:00'
const LIMITS = { unpackedBytes: 10_000_000, rows: 1_000, columns: 50, sheets: 10 }

let folder: string
let database: TestDatabase
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'template-'))
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))
beforeEach(async () => {
  database = await createTestDatabase()
})
afterEach(() => database.close())

const template = (...words: string[]) => runCli(registerTemplate, database, MONDAY, ['template', ...words])
const importFile = (what: string, file: string) =>
  runCli((program, deps) => registerImportRoster(program, deps, async () => {}), database, MONDAY, [
    'import',
    what,
    file,
  ])

describe('a workbook to fill in', () => {
  test('units, then members: what is written is what the importer reads', async () => {
    const units = join(folder, 'don-vi.xlsx')
    const members = join(folder, 'dang-vien.xlsx')
    expect(await template('units', units)).toMatchObject({ code: 0, err: [] })
    expect(await template('members', members)).toMatchObject({ code: 0, err: [] })
    const first = await importFile('units', units)
    expect(first).toMatchObject({ code: 0, err: [] })
    expect(first.out.at(-1)).toContain('3 new')
    const second = await importFile('members', members)
    expect(second).toMatchObject({ code: 0, err: [] })
    expect(second.out.at(-1)).toContain('6 new')
    expect(second.out.find((line) => line.includes('Mẫu Văn Hùng'))).toContain('+ 0002 Mẫu Văn Hùng')
  })

  test('headers are Vietnamese; a second sheet lists what cells may hold; cells offer it', async () => {
    const file = join(folder, 'lists.xlsx')
    await template('members', file)
    const bytes = readFileSync(file)
    const [page, values] = await readWorkbook(bytes, LIMITS)
    expect(page!.name).toBe('Đảng viên')
    expect(page!.rows[0]!.cells.slice(0, 4)).toEqual(['Mã đảng viên', 'Họ và tên', 'Mã đơn vị', 'Vai trò'])
    expect(values!.name).toBe('Giá trị dùng được')
    expect(values!.rows.map(({ cells }) => cells[0])).toContain('phó bí thư')
    const sheet = strFromU8(unzipSync(bytes)['xl/worksheets/sheet1.xml']!)
    expect(sheet).toContain('<dataValidation type="list"')
    expect(sheet).toMatch(/sqref="D2:D\d+"><formula1>'Giá trị dùng được'!\$A\$2:\$A\$8<\/formula1>/)
    // Rows that wait to be filled are text, so that Excel keeps the zeros of 0007.
    expect(sheet).toMatch(/<c r="A400" s="\d+"\/>/)
    expect(strFromU8(unzipSync(bytes)['xl/styles.xml']!)).toContain('formatCode="@"')
  })

  test('every column that the importer reads is in the sheet, and no other', () => {
    const read = { units: UNIT_COLUMNS, members: MEMBER_COLUMNS }
    for (const what of ['units', 'members'] as const) {
      const { required, optional } = read[what]
      const written = ROSTER_TEMPLATES[what].columns.map(({ name }) => name)
      expect(written.toSorted()).toEqual([...required, ...optional].toSorted())
      for (const row of ROSTER_TEMPLATES[what].samples) expect(row).toHaveLength(written.length)
    }
    const { required, optional } = DONE_COLUMNS
    const done = DONE_TEMPLATE_WIDTHS.map(([name]) => name)
    expect(done.toSorted()).toEqual([...required, ...optional].toSorted())
  })

  test('a programme: the sample is what "import programme" takes, with lists to choose from', async () => {
    const file = join(folder, 'chuong-trinh.xlsx')
    expect(await template('programme', file)).toMatchObject({ code: 0, err: [] })
    const sheets = await readWorkbook(readFileSync(file), LIMITS)
    expect(sheets.map(({ name }) => name)).toEqual([
      'Thông tin',
      'Căn cứ',
      'Chuyên đề',
      'Nhiệm vụ',
      'Biểu mẫu',
      'Lịch báo cáo',
      'Giá trị dùng được',
    ])
    const read = await readProgrammeFile(file, MONDAY.slice(0, 10))
    expect(read.kind === 'problems' ? read.problems : []).toEqual([])
    const duties = strFromU8(unzipSync(readFileSync(file))['xl/worksheets/sheet4.xml']!)
    expect(duties).toContain('<dataValidation type="list"')
  })

  test('a file that is there is not written over, unless that is said', async () => {
    const file = join(folder, 'there.xlsx')
    writeFileSync(file, 'mine')
    const refused = await template('units', file)
    expect(refused).toMatchObject({ code: 1, out: [] })
    expect(refused.err[0]).toContain('--force')
    expect(readFileSync(file, 'utf8')).toBe('mine')
    expect((await template('units', file, '--force')).code).toBe(0)
    expect(readFileSync(file).subarray(0, 2).toString()).toBe('PK')
    expect((await template('units', join(folder, 'no', 'where.xlsx'))).code).toBe(1)
  })
})

describe('trouble in a workbook', () => {
  test('is named by sheet, row and column, and nothing is imported', async () => {
    const file = join(folder, 'bad.xlsx')
    const columns = ['Mã đơn vị', 'Tên đơn vị', 'Loại đơn vị', 'Mã cấp trên'].map((header) => ({
      header,
      width: 20,
    }))
    const rows = [
      ['DU', 'Đảng ủy phường Mẫu', 'đảng ủy phường', ''],
      ['CB01', '', 'hội đồng hương', 'DX'],
    ]
    const other = { name: 'Ghi chú', columns: [{ header: 'Riêng', width: 9 }], rows: [['x']], rowsToFill: 0 }
    writeFileSync(file, await writeWorkbook([other, { name: 'Đơn vị', columns, rows, rowsToFill: 3 }]))
    const run = await importFile('units', file)
    expect(run.code).toBe(1)
    expect(run.err.map((line) => line.replace(`${folder}/`, ''))).toEqual([
      'bad.xlsx:Đơn vị:3:B Tên đơn vị is empty',
      expect.stringMatching(/^bad\.xlsx:Đơn vị:3:C .*hội đồng hương/),
      expect.stringMatching(/^bad\.xlsx:Đơn vị:3:D .*DX/),
      'Nothing imported: 3 cells to mend.',
    ])
    expect((await importFile('units', file.replace('bad', 'none'))).err[0]).toContain('no such file')
  })
})

describe('cells', () => {
  test('formulas, signs, zeros, lines and odd letters come back as written', async () => {
    const cells = ['=1+1', '+84900000000', '@SUM(A1)', '007', 'một\nhai', ' x ', '_x0041_', '<&>"\'', 'Ấ𝔸']
    const file = await writeWorkbook([
      { name: "It's", columns: cells.map(() => ({ header: 'c', width: 5 })), rows: [cells], rowsToFill: 0 },
    ])
    const [sheet] = await readWorkbook(file, LIMITS)
    expect(sheet!.rows[1]!.cells).toEqual(cells)
    const path = join(folder, 'cells.xlsx')
    writeFileSync(path, file)
    const table = await readTable(path)
    expect('table' in table && table.table.rows[1]!.cells[4]).toBe('một hai')
  })
})
