import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { stringify } from 'yaml'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { readProgrammeFile } from '../../src/cli/read-programme-file.ts'
import { packageRoot } from '../../src/package-root.ts'
import { programmeToSheets } from '../../src/sheets/programme-to-sheets.ts'
import { type SheetToWrite, writeWorkbook } from '../../src/sheets/write-workbook.ts'

const TODAY = '2026-03-02'
const FILES = [
  'programmes/dong-cuong-2024.yaml',
  'programmes/khoi-co-quan-tinh-2021-2025.yaml',
  'programmes/lai-chau-2023.yaml',
  'programmes/sample/programme.yaml',
  'test/fixtures/commune/programme.yaml',
]

let folder: string
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'programme-'))
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

async function read(file: string) {
  const found = await readProgrammeFile(file, TODAY)
  if (found.kind === 'problems') throw new Error(JSON.stringify(found.problems.slice(0, 5)))
  return found
}

async function problemsOf(change: (sheets: SheetToWrite[]) => void): Promise<string[]> {
  const { written } = await read(join(packageRoot(), FILES[4]!))
  const sheets = programmeToSheets(written)
  change(sheets)
  const file = join(folder, 'bad.xlsx')
  writeFileSync(file, await writeWorkbook(sheets))
  const found = await readProgrammeFile(file, TODAY)
  if (found.kind === 'read') return []
  return found.problems.map(
    ({ file: at, line, column, said, reason }) =>
      `${at.replace(`${folder}/`, '')}:${line}:${column} ${said?.key ?? reason}`,
  )
}

const named = (sheets: SheetToWrite[], name: string) => sheets.find((sheet) => sheet.name === name)!
const cell = (sheets: SheetToWrite[], name: string, row: number, header: string, text: string) => {
  const sheet = named(sheets, name)
  const column = sheet.columns.findIndex((each) => each.header === header)
  const rows = sheet.rows.map((each) => [...each])
  rows[row - 2]![column] = text
  Object.assign(sheet, { rows })
}

describe('from YAML into sheets, and back into YAML', () => {
  test.each(FILES)('%s: the very same programme', async (file) => {
    const given = await read(join(packageRoot(), file))
    // As it is written, and as a database holds it, every default put in.
    for (const content of [given.written, given.programme]) {
      const workbook = join(folder, 'p.xlsx')
      writeFileSync(workbook, await writeWorkbook(programmeToSheets(content)))
      const sheets = await read(workbook)
      expect(sheets.programme).toEqual(given.programme)
      const yaml = join(folder, 'p.yaml')
      writeFileSync(yaml, stringify(sheets.written))
      expect((await read(yaml)).programme).toEqual(given.programme)
    }
  })
})

test('how people are reminded goes both ways too', async () => {
  const { programme } = await read(join(packageRoot(), FILES[4]!))
  const reminding = {
    per_week: 2,
    quiet: { from: '20:00', until: '07:00' },
    group_posts: 1,
    escalate: { leader: 2, office: 5 },
    names_to_leaders: true,
    holidays: ['2026-11-20'],
    working_days: ['2026-11-21'],
    busy_seasons: [
      { from: '06-01', to: '06-20', units: ['THON1', 'THON2'], name: 'Mùa gặt' },
      { from: '2026-05-20', to: '2026-06-05', unit_kinds: ['cell.school'] },
    ],
  }
  const workbook = join(folder, 'reminding.xlsx')
  writeFileSync(workbook, await writeWorkbook(programmeToSheets({ ...programme, reminding })))
  expect((await read(workbook)).programme.reminding).toEqual(reminding)
})

describe('trouble is named by sheet, row and column:', () => {
  test('nothing is wrong with what was written', async () => {
    expect(await problemsOf(() => {})).toEqual([])
  })

  test('a kind that nobody knows', async () => {
    const found = await problemsOf((sheets) => cell(sheets, 'Nhiệm vụ', 2, 'Loại', 'Đi chợ'))
    expect(found).toEqual([expect.stringMatching(/^bad\.xlsx:Nhiệm vụ:2:F /)])
  })

  test('a row without a name, and one that belongs to nothing', async () => {
    const found = await problemsOf((sheets) => {
      Object.assign(named(sheets, 'Nhiệm vụ'), { rows: [['Chỉ tiêu'], ...named(sheets, 'Nhiệm vụ').rows] })
      cell(sheets, 'Thông tin', 2, 'Mục', '')
    })
    expect(found).toContain('bad.xlsx:Nhiệm vụ:2:A sheet-problem-row-without-owner')
    expect(found).toContain('bad.xlsx:Thông tin:2:A sheet-problem-no-row-kind')
  })

  test('a cell that its row has no use for, a strange sheet, a date of no obligation', async () => {
    const found = await problemsOf((sheets) => {
      cell(sheets, 'Thông tin', 2, 'Tên khác', 'lạc chỗ')
      const schedule = named(sheets, 'Lịch báo cáo')
      Object.assign(schedule, { rows: [['Lịch', 'khong-co', 'Q1', 'trước 10/3'], ...schedule.rows] })
      sheets.push({ name: 'Nhiệm vu 2', columns: [{ header: 'a', width: 5 }], rows: [], rowsToFill: 0 })
    })
    expect(found).toEqual([
      'bad.xlsx:Nhiệm vu 2:1:A sheet-problem-unknown-sheet',
      'bad.xlsx:Thông tin:2:E sheet-problem-cell-of-another-row',
      'bad.xlsx:Lịch báo cáo:2:B sheet-problem-no-such-obligation',
    ])
  })
})
