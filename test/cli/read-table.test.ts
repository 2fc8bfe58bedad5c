import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import writeExcelFile from 'write-excel-file/node'
import { readTable, type TableLimits } from '../../src/cli/read-table.ts'

let folder: string
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'roster-'))
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

async function read(name: string, content: string | Buffer, limits?: TableLimits) {
  const file = join(folder, name)
  writeFileSync(file, content)
  return readTable(file, limits ? { limits } : {})
}

async function cells(name: string, content: string | Buffer) {
  const found = await read(name, content)
  if ('problem' in found) throw new Error(found.problem.reason)
  return found.table.rows
}

describe('a csv file', () => {
  const rows = [
    { line: 1, cells: ['Mã', 'Tên'] },
    { line: 2, cells: ['001', 'Chi bộ Mẫu, số 1'] },
  ]

  test.each([
    ['with commas', 'Mã,Tên\n001,"Chi bộ Mẫu, số 1"\n'],
    ['with semicolons', 'Mã;Tên\n001;Chi bộ Mẫu, số 1\n'],
    ['with tabs', 'Mã\tTên\n001\tChi bộ Mẫu, số 1'],
    ['with a byte order mark and Windows line ends', '\uFEFFMã,Tên\r\n001,"Chi bộ Mẫu, số 1"\r\n'],
    ['with letters taken apart and hard blanks', 'Mã,Tên\n001," Chi bộ\u00A0Mẫu, số 1 "\n'.normalize('NFD')],
  ])('%s: cells are text as typed', async (_, content) => {
    expect(await cells('a.csv', content)).toEqual(rows)
  })

  test('a cell over two lines and an empty line: rows keep the line they begin on', async () => {
    const found = await cells('b.csv', 'a,b\n"x\ny",2\n\n3,4\n')
    expect(found.map((row) => [row.line, row.cells.join('|')])).toEqual([
      [1, 'a|b'],
      [2, 'x y|2'],
      [4, ''],
      [5, '3|4'],
    ])
  })

  test('what looks like a formula: it is words', async () => {
    const found = await cells('c.csv', 'a,b\n=1+1,+84900000000\n')
    expect(found[1]?.cells).toEqual(['=1+1', '+84900000000'])
  })

  test('a quote that never closes: named by its line', async () => {
    expect(await read('d.csv', 'a,b\n1,2\n"3,4\n')).toMatchObject({
      problem: { reason: 'broken-quotes' },
    })
  })

  test('an old Vietnamese encoding: refused, with the way out', async () => {
    expect(await read('e.csv', Buffer.from([0x4d, 0xe3, 0x2c, 0xd0, 0x0a]))).toMatchObject({
      problem: { line: 1, column: 1, reason: 'not-utf8' },
    })
  })
})

describe('an xlsx file', () => {
  test('text, numbers, dates, truth and formulas as words: every cell is text', async () => {
    const file = await writeExcelFile([
      ['Mã', 'Tên', 'Có', 'Ngày'].map((value) => ({ value, type: String })),
      [
        { value: '007', type: String },
        { value: '=HYPERLINK("x")', type: String },
        { value: true, type: Boolean },
        { value: new Date('2026-03-09T00:00:00Z'), type: Date, format: 'dd/mm/yyyy' },
      ],
      [
        { value: 12, type: Number },
        { value: 'Nguyễn  Văn A'.normalize('NFD'), type: String },
        { value: false, type: Boolean },
        null,
      ],
    ]).toBuffer()
    const found = await cells('a.xlsx', file)
    expect(found).toEqual([
      { line: 1, cells: ['Mã', 'Tên', 'Có', 'Ngày'] },
      { line: 2, cells: ['007', '=HYPERLINK("x")', 'true', '2026-03-09'] },
      { line: 3, cells: ['12', 'Nguyễn Văn A', 'false', ''] },
    ])
  })

  test('a zip that is no workbook: refused', async () => {
    expect(await read('b.xlsx', Buffer.from('PK\u0003\u0004 and nothing more'))).toMatchObject({
      problem: { reason: 'broken-workbook' },
    })
  })
})

describe('a file that is too much', () => {
  const limits = { bytes: 60, rows: 3, columns: 3, cellCharacters: 10 }

  test.each([
    ['bytes', `a,b\n${'1,2\n'.repeat(20)}`, { reason: 'file-too-large', line: 1 }],
    ['rows', 'a,b\n1,2\n3,4\n5,6\n', { reason: 'too-many-rows', line: 4 }],
    ['columns', 'a,b\n1,2,3,4\n', { reason: 'too-many-columns', line: 2, column: 4 }],
    ['letters in a cell', 'a,b\n1,abcdefghijkl\n', { reason: 'cell-too-long', line: 2, column: 2 }],
  ])('%s: refused, naming where', async (_, content, problem) => {
    expect(await read('limits.csv', content, limits)).toMatchObject({ problem })
  })

  test('no such file: said so', async () => {
    expect(await readTable(join(folder, 'nowhere.csv'))).toMatchObject({ problem: { reason: 'no-file' } })
  })
})
