import { readSheet } from 'read-excel-file/node'
import { describe, expect, test } from 'vitest'
import { writeCsv } from '../../src/documents/write-csv.ts'
import { writeWorkbook } from '../../src/documents/write-workbook.ts'
import type { Table } from '../../src/domain/table.ts'

const table: Table = {
  name: 'Quý I',
  title: 'Bảng tổng hợp quý I/2026',
  columns: [
    { head: 'Chi bộ', width: 30 },
    { head: 'Dự/tổng', width: 10 },
    { head: 'Kiến nghị', width: 40 },
  ],
  rows: [
    ['Chi bộ thôn Một', 12, '=HYPERLINK("http://example.test")'],
    ['Chi bộ "Trường", xã Mẫu', null, '+84 900\nhai dòng'],
  ],
  total: ['Cộng', 12, null],
}

describe('a table as a spreadsheet', () => {
  test('is read back as it was, words that look like formulas as words', async () => {
    const bytes = await writeWorkbook({ tables: [table], note: 'Lập ngày 09/3/2026' })
    expect(await readSheet(bytes)).toEqual([
      ['Bảng tổng hợp quý I/2026', null, null],
      ['Lập ngày 09/3/2026', null, null],
      ['Chi bộ', 'Dự/tổng', 'Kiến nghị'],
      ['Chi bộ thôn Một', 12, '=HYPERLINK("http://example.test")'],
      ['Chi bộ "Trường", xã Mẫu', null, '+84 900\nhai dòng'],
      ['Cộng', 12, null],
    ])
    expect(bytes.includes('<f>')).toBe(false)
  })
})

describe('a table as CSV', () => {
  test('begins with a byte order mark, quotes what must be and defuses formulas', () => {
    expect(writeCsv(table)).toBe(
      '\uFEFFChi bộ,Dự/tổng,Kiến nghị\r\n' +
        'Chi bộ thôn Một,12,"\'=HYPERLINK(""http://example.test"")"\r\n' +
        '"Chi bộ ""Trường"", xã Mẫu",,"\'+84 900\nhai dòng"\r\n' +
        'Cộng,12,\r\n',
    )
  })

  test.each(['=1+1', '+84', '-1', '@x', '\tx', '\rx'])('%j is kept as words', (cell) => {
    const text = writeCsv({ ...table, rows: [[cell, null, null]], total: null })
    expect(text.split('\r\n')[1]).toMatch(/^"?'/)
  })
})
