import { strToU8, type Zippable, zipSync } from 'fflate'
import { describe, expect, test } from 'vitest'
import { readWorkbook } from '../../src/sheets/read-workbook.ts'
import { columnLetters, RefusedWorkbook } from '../../src/sheets/unpack-workbook.ts'

const LIMITS = { unpackedBytes: 1_000_000, rows: 1_000, columns: 50, sheets: 3 }
const XML = '<?xml version="1.0" encoding="UTF-8"?>'
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const RELS = 'http://schemas.openxmlformats.org/package/2006/relationships'
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'

/** A workbook by hand: what stands in its only sheet, and further parts. */
function workbook(rows: string, more: Zippable = {}, head = ''): Buffer {
  return Buffer.from(
    zipSync({
      '[Content_Types].xml': strToU8(`${XML}<Types/>`),
      'xl/workbook.xml': strToU8(
        `${XML}<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><sheets><sheet name="Mẫu" sheetId="1" r:id="rId1"/></sheets></workbook>`,
      ),
      'xl/_rels/workbook.xml.rels': strToU8(
        `${XML}<Relationships xmlns="${RELS}"><Relationship Id="rId1" Type="${OFFICE}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>`,
      ),
      'xl/worksheets/sheet1.xml': strToU8(
        `${XML}${head}<worksheet xmlns="${MAIN}"><sheetData>${rows}</sheetData></worksheet>`,
      ),
      ...more,
    }),
  )
}

const refusal = (bytes: Buffer) =>
  readWorkbook(bytes, LIMITS).then(
    () => null,
    (error: unknown) => {
      if (!(error instanceof RefusedWorkbook)) throw error
      return error.reason
    },
  )

const CELL = '<row r="1"><c r="A1" t="inlineStr"><is><t>x</t></is></c></row>'

test('a plain workbook is read; a formula gives what it shows', async () => {
  const shown = '<row r="2"><c r="B2" t="str"><f>A1&amp;A1</f><v>xx</v></c><c r="C2"><f>1+1</f></c></row>'
  expect(await readWorkbook(workbook(CELL + shown), LIMITS)).toEqual([
    {
      name: 'Mẫu',
      rows: [
        { line: 1, cells: ['x', ''] },
        { line: 2, cells: ['', 'xx'] },
      ],
    },
  ])
})

describe('refused with a reason:', () => {
  const bomb = new Uint8Array(2_000_000)
  test.each<[string, Buffer, string]>([
    ['an old .xls, or one with a password', Buffer.from('d0cf11e0a1b11ae10000', 'hex'), 'old-workbook'],
    ['macros', workbook(CELL, { 'xl/vbaProject.bin': strToU8('x') }), 'macros'],
    ['embedded files', workbook(CELL, { 'xl/embeddings/a.bin': strToU8('x') }), 'macros'],
    ['links to another file', workbook(CELL, { 'xl/externalLinks/a.xml': strToU8('x') }), 'external-links'],
    ['a connection to a database', workbook(CELL, { 'xl/connections.xml': strToU8('x') }), 'external-links'],
    ['a zip bomb', workbook(CELL, { 'xl/media/a.png': bomb }), 'workbook-too-large'],
    ['a cell far down', workbook('<row r="1048576"><c r="A1048576"><v>1</v></c></row>'), 'too-many-rows'],
    ['a cell far right', workbook("<row r='1'><c r='XFD1'><v>1</v></c></row>"), 'too-many-columns'],
    ['a row number in disguise', workbook('<row r="1e9"><c><v>1</v></c></row>'), 'broken-workbook'],
    ['a hidden place', workbook('<row r="1"><c r="&#88;FD1"><v>1</v></c></row>'), 'broken-workbook'],
    ['entities', workbook(CELL, {}, '<!DOCTYPE a [<!ENTITY b "c">]>'), 'broken-workbook'],
    ['rows out of order', workbook('<row r="2"/><row r="1"/>'), 'broken-workbook'],
    [
      'a text that is not there',
      workbook('<row r="1"><c r="A1" t="s"><v>7</v></c></row>'),
      'broken-workbook',
    ],
    ['a zip without sheets', Buffer.from(zipSync({ a: strToU8('b') })), 'broken-workbook'],
    ['half a file', workbook(CELL).subarray(0, 300), 'broken-workbook'],
    [
      'many sheets',
      workbook(CELL, Object.fromEntries([2, 3, 4].map((n) => [`xl/worksheets/sheet${n}.xml`, strToU8(XML)]))),
      'too-many-sheets',
    ],
  ])('%s', async (_, bytes, reason) => {
    expect(await refusal(bytes)).toBe(reason)
  })

  test('a bomb that lies about its size', async () => {
    const bytes = workbook(CELL, { 'xl/sharedStrings.xml': new Uint8Array(10_000_000) })
    const name = Buffer.from('xl/sharedStrings.xml')
    // The size unpacked stands 22 bytes before the name in the directory at the end of the file.
    const at = bytes.lastIndexOf(name)
    bytes.writeUInt32LE(100, at - 22)
    expect(await refusal(bytes)).toBe('broken-workbook')
  })
})

test.each([
  [1, 'A'],
  [26, 'Z'],
  [27, 'AA'],
  [702, 'ZZ'],
  [703, 'AAA'],
  [16_384, 'XFD'],
])('column %i is %s', (column, letters) => {
  expect(columnLetters(column)).toBe(letters)
})
