import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { registerImportRoster } from '../../src/cli/import-roster.ts'
import { readProgrammeFile } from '../../src/cli/read-programme-file.ts'
import { parseTable } from '../../src/cli/read-table.ts'
import { checkProgramme } from '../../src/domain/check-programme.ts'
import { planDoneImport } from '../../src/domain/plan-done-import.ts'
import { planMemberImport } from '../../src/domain/plan-member-import.ts'
import { planUnitImport } from '../../src/domain/plan-unit-import.ts'
import { programmeSchema } from '../../src/domain/programme.ts'
import {
  type Columns,
  columnWords,
  DONE_COLUMNS,
  MEMBER_COLUMNS,
  resolveColumns,
  type RosterRow,
  type TableProblem,
  UNIT_COLUMNS,
} from '../../src/domain/roster-columns.ts'
import { VIETNAMESE_HEADERS } from '../../src/domain/vietnamese-headers.ts'
import { loadTranslator } from '../../src/i18n.ts'
import { packageRoot } from '../../src/package-root.ts'
import { programmeFromSheets } from '../../src/sheets/programme-from-sheets.ts'
import { programmeToSheets } from '../../src/sheets/programme-to-sheets.ts'
import { readWorkbook, type WorkbookSheet } from '../../src/sheets/read-workbook.ts'
import { RefusedWorkbook } from '../../src/sheets/unpack-workbook.ts'
import { writeWorkbook } from '../../src/sheets/write-workbook.ts'
import { runCli } from '../support/run-cli.ts'
import { createTestDatabase, type TestDatabase } from '../support/test-database.ts'

const SEED = 20_260_302
const LIMITS = { unpackedBytes: 10_000_000, rows: 1_000, columns: 50, sheets: 10 }
const { t } = loadTranslator()

const told = new Set<string>()

/** A reason has words in both languages: looked up once, with the values it comes with. */
function checkWords(key: string, values: Record<string, string | number> = {}): void {
  if (told.has(key)) return
  told.add(key)
  const shown = Object.fromEntries(Object.entries(values).map(([name, value]) => [name, String(value)]))
  for (const locale of ['vi', 'en'] as const) expect(t(locale, key, shown), key).not.toMatch(/^$|\{/)
}

/** Every problem points at a cell and has words. */
function checkProblems(problems: readonly TableProblem[]): void {
  for (const { line, column, reason, values } of problems) {
    if (!Number.isInteger(line) || line < 1 || !Number.isInteger(column) || column < 1)
      throw new Error(`${reason} has no place: ${line}:${column}`)
    checkWords(`cli-import-problem-${reason}`, values)
  }
}

/** What people, spreadsheets and attackers leave in cells. */
const ODD = [
  [
    '',
    ' ',
    '\u00A0',
    '-',
    '0',
    '00',
    '007',
    '1e5',
    '-1',
    '3.14',
    'NaN',
    'null',
    'undefined',
    'true',
    '#REF!',
  ],
  [
    '=1+1',
    '=HYPERLINK("http://x")',
    '@SUM(A1)',
    '+84900000000',
    "'0001",
    '"',
    '""',
    ';',
    ';;',
    ',',
    '\t',
    '|',
  ],
  [
    'CB01',
    'CB01;CB02',
    'DU',
    'cb01',
    'CB 01',
    'CB01 ',
    'T'.repeat(41),
    'Ấ𝔸🙂',
    '\u202Eabc',
    '\u0000',
    '\uFFFD',
  ],
  [
    'bí thư',
    'bi thu',
    'bí thư; văn phòng',
    'đã rời',
    'left; office',
    'giám đốc',
    'secretary',
    '__proto__',
    'constructor',
  ],
  ['31/2/2026', '2026-02-30', '30/6/2026', '46000', '2026-06-30T00:00:00Z', 'hôm qua', '1/1/1', '99/99/9999'],
  [
    'có',
    'không',
    'x',
    'đi vắng',
    'dự bị',
    'miễn',
    'quý I',
    '2026-Q1',
    'pledge',
    'Bản đăng ký',
    '21',
    '999999',
  ],
  [
    'n'.repeat(2001),
    'Nguyễn  Văn A'.normalize('NFD'),
    'MẬT',
    'căn cước 012345678901',
    '<b>&amp;</b>',
    '${x}',
    '{ $a }',
  ],
].flat()
const cell = fc.oneof(
  { weight: 5, arbitrary: fc.constantFrom(...ODD) },
  fc.string({ unit: 'binary', maxLength: 12 }),
)

/** Headers of a table as offices break them: left out, twice, renamed, in any order. */
function headersOf({ required, optional }: Columns) {
  const names = [...required, ...optional].flatMap((name) => [name, ...VIETNAMESE_HEADERS[name].slice(0, 2)])
  return fc.oneof(
    {
      weight: 3,
      arbitrary: fc.constant([...required, ...optional].map((name) => VIETNAMESE_HEADERS[name][0] as string)),
    },
    fc.array(fc.oneof({ weight: 9, arbitrary: fc.constantFrom(...names) }, cell), { maxLength: 14 }),
  )
}

const tableOf = (columns: Columns) =>
  fc.record({
    header: headersOf(columns),
    above: fc.array(fc.array(cell, { maxLength: 3 }), { maxLength: 2 }),
    rows: fc.array(fc.array(cell, { maxLength: 15 }), { maxLength: 6 }),
  })

const units = [
  { id: 'u0', treeId: 'DU', code: 'DU', name: 'Đảng ủy', kind: 'committee', parentId: null },
  { id: 'u1', treeId: 'DU', code: 'CB01', name: 'Chi bộ 1', kind: 'cell', parentId: 'u0' },
].map((unit) => ({ ...unit, zone: 'Asia/Ho_Chi_Minh' }))
const trees = [{ id: 'DU', code: 'DU' }]
const PLANNERS: [string, Columns, (rows: RosterRow[]) => TableProblem[]][] = [
  ['units', UNIT_COLUMNS, (rows) => planUnitImport(rows, { trees, units }).problems],
  ['members', MEMBER_COLUMNS, (rows) => planMemberImport(rows, { trees, units, people: [] }).problems],
  [
    'what was done on paper',
    DONE_COLUMNS,
    (rows) => {
      const people = [{ id: 'p', treeId: 'DU', code: '007', fullName: 'Mẫu Thị Lan' }]
      const duty = {
        assignmentId: 'a',
        treeId: 'DU',
        programme: 'p',
        obligation: 'pledge',
        titles: ['Bản đăng ký'],
      }
      const rest = { span: { from: 2026, to: 2026 }, period: '2026', periodNames: ['năm 2026'], unitId: 'u1' }
      const duties = [{ ...duty, ...rest, personId: 'p', state: 'open' as const, filed: null }]
      const world = { units, people, duties, names: ['pledge'] }
      return planDoneImport(rows, world, { today: '2026-08-01', placeholder: String }).problems
    },
  ],
]

describe('thousands of broken tables', () => {
  test.each(PLANNERS)('%s: every trouble has a place and words; nothing throws', (_, columns, plan) => {
    let refused = 0
    fc.assert(
      fc.property(tableOf(columns), ({ header, above, rows }) => {
        const table = {
          rows: [...above, header, ...rows].map((cells, index) => ({ line: index + 1, cells })),
        }
        const read = resolveColumns(table, columns)
        checkProblems(read.problems)
        const problems = read.problems.length > 0 ? read.problems : plan(read.rows)
        checkProblems(problems)
        if (problems.length > 0) refused += 1
        for (const { values } of problems)
          if (values?.['column'] !== undefined)
            expect(columnWords(String(values['column']), read.headers)).not.toBe('')
      }),
      { seed: SEED, numRuns: 1000 },
    )
    expect(refused).toBeGreaterThan(500)
  })

  test('bytes of a .csv, flipped, cut and stuffed: a table or a reason', async () => {
    const good = Buffer.from(
      '\uFEFFmã đơn vị;tên đơn vị;loại;cấp trên\r\nDU;"Đảng ủy ""Mẫu""";đảng ủy;\r\nCB01;Chi bộ;chi bộ;DU\n',
    )
    const change = fc.record({
      at: fc.nat(good.length),
      byte: fc.nat(255),
      cut: fc.nat(20),
      insert: fc.constantFrom('', '"', '\r', '\u0000', ';;;'),
    })
    await fc.assert(
      fc.asyncProperty(fc.array(change, { minLength: 1, maxLength: 6 }), async (changes) => {
        let bytes = good
        for (const { at, byte, cut, insert } of changes) {
          const stuffed = Buffer.concat([bytes.subarray(0, at), Buffer.from([byte]), Buffer.from(insert)])
          bytes = Buffer.concat([stuffed, bytes.subarray(at + cut)])
        }
        const read = await parseTable(bytes)
        if ('problem' in read) checkProblems([read.problem])
        else checkProblems(resolveColumns(read.table, UNIT_COLUMNS).problems)
      }),
      { seed: SEED, numRuns: 1500 },
    )
  })
})

describe('hundreds of broken workbooks', () => {
  test('bytes and parts, broken in every way: sheets, or refused with a reason', async () => {
    const good = await writeWorkbook([
      {
        name: 'Đơn vị',
        columns: ['Mã đơn vị', 'Tên đơn vị'].map((header) => ({ header, width: 9 })),
        rows: [
          ['DU', 'Đảng ủy <Mẫu>'],
          ['CB01', '=1+1'],
        ],
        rowsToFill: 2,
      },
    ])
    const parts = unzipSync(good)
    const names = Object.keys(parts)
    const pieces = [
      '<c r="ZZZZ999999999"><v>9</v></c>',
      '<c t="s"><v>99999</v></c>',
      '<row r="-5"/>',
      '</sheetData>',
    ]
    const snippet = fc.constantFrom(
      ...pieces,
      '&#0;',
      '<v>',
      ']]>',
      '<!DOCTYPE x>',
      '\u0000',
      '<c r="A1" t="e"><v>#N/A</v></c>',
      '',
    )
    const broken = fc.oneof(
      fc.record({ how: fc.constant('flip' as const), at: fc.nat(good.length - 1), byte: fc.nat(255) }),
      fc.record({ how: fc.constant('cut' as const), at: fc.nat(good.length - 1), byte: fc.constant(0) }),
      fc.record({
        how: fc.constant('part' as const),
        name: fc.constantFrom(...names),
        at: fc.nat(3000),
        length: fc.nat(40),
        text: snippet,
      }),
      fc.record({ how: fc.constant('drop' as const), name: fc.constantFrom(...names) }),
    )
    const made = (change: typeof broken extends fc.Arbitrary<infer Change> ? Change : never): Buffer => {
      if (change.how === 'cut') return good.subarray(0, change.at)
      if (change.how === 'flip') {
        const bytes = Buffer.from(good)
        bytes[change.at] = change.byte
        return bytes
      }
      const copy = { ...parts }
      if (change.how === 'drop') delete copy[change.name]
      else {
        const text = strFromU8(parts[change.name]!)
        const at = change.at % (text.length + 1)
        copy[change.name] = strToU8(`${text.slice(0, at)}${change.text}${text.slice(at + change.length)}`)
      }
      return Buffer.from(zipSync(copy, { level: 0 }))
    }
    let refused = 0
    await fc.assert(
      fc.asyncProperty(broken, async (change) => {
        try {
          for (const { rows } of await readWorkbook(made(change), LIMITS))
            for (const { cells } of rows)
              if (!cells.every((each) => typeof each === 'string')) throw new Error('a cell is no text')
        } catch (error) {
          if (!(error instanceof RefusedWorkbook)) throw error
          refused += 1
          checkWords(`cli-import-problem-${error.reason}`, { rows: 1, columns: 1, sheets: 1, megabytes: 1 })
        }
      }),
      { seed: SEED, numRuns: 300 },
    )
    expect(refused).toBeGreaterThan(50)
  })

  test('sheets of a programme with odd cells: every problem names a cell that is there', async () => {
    const file = join(packageRoot(), 'test/fixtures/commune/programme.yaml')
    const read = await readProgrammeFile(file, '2026-03-02')
    if (read.kind !== 'read') throw new Error('the programme of the tests is broken')
    const sheets: WorkbookSheet[] = programmeToSheets(read.written).map(({ name, columns, rows }) => ({
      name,
      rows: [columns.map(({ header }) => header), ...rows].map((cells, index) => ({
        line: index + 1,
        cells: [...cells],
      })),
    }))
    const filled = sheets.slice(0, -1)
    const change = fc.record({
      sheet: fc.nat(filled.length - 1),
      row: fc.nat(40),
      column: fc.nat(40),
      text: cell,
    })
    fc.assert(
      fc.property(fc.array(change, { minLength: 1, maxLength: 3 }), (changes) => {
        const copy = sheets.map(({ name, rows }) => ({
          name,
          rows: rows.map((row) => ({ ...row, cells: [...row.cells] })),
        }))
        for (const { sheet, row, column, text } of changes) {
          const { rows } = copy[sheet]!
          const { cells } = rows[row % rows.length]!
          cells[column % cells.length] = text
        }
        const { content, problems, placeOf } = programmeFromSheets(copy)
        for (const { reason, values } of problems) checkWords(`sheet-problem-${reason}`, values)
        const parsed = programmeSchema.safeParse(content)
        const wrong = parsed.success ? checkProgramme(parsed.data) : parsed.error.issues
        for (const { path } of wrong) {
          const place = placeOf(path as (string | number)[])
          const isThere =
            copy.some(({ name }) => name === place.sheet) && place.line >= 1 && place.column >= 1
          if (!isThere) throw new Error(`no such cell: ${JSON.stringify(place)}`)
        }
      }),
      { seed: SEED, numRuns: 100 },
    )
  })
})

const register = (
  program: Parameters<typeof registerImportRoster>[0],
  deps: Parameters<typeof registerImportRoster>[1],
) => registerImportRoster(program, deps, async () => {})

describe('some of them into a database', () => {
  let database: TestDatabase
  let folder: string
  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'fuzz-'))
    database = await createTestDatabase()
  })
  afterAll(async () => {
    rmSync(folder, { recursive: true, force: true })
    await database.close()
  })

  const importFile = (what: string, content: string) => {
    const file = join(folder, `${what}.csv`)
    writeFileSync(file, content)
    return runCli(register, database, '2026-03-02T09:00:00+07:00', ['import', what, file])
  }
  const everything = () =>
    database.sql`
      select (select count(*) from units) as units, (select count(*) from people) as people,
        (select count(*) from memberships) as memberships, (select count(*) from posts) as posts,
        (select md5(string_agg(id::text || name || kind, ',' order by id)) from unit_versions) as versions,
        (select md5(string_agg(id::text || full_name, ',' order by id)) from people) as names,
        (select count(*) from audit) as audit`

  test('refused: not a row more than before; taken: a second time changes nothing', async () => {
    const good = {
      units:
        'unit_code,unit_name,unit_kind,parent_code\nDU,Đảng ủy,committee,\nCB01,Chi bộ 1,cell,DU\nCB02,Chi bộ 2,cell,DU',
      members: 'member_code,full_name,unit_code,role\n001,Mẫu Thị Lan,CB01,secretary\n002,Mẫu Văn Sơn,CB02,',
    }
    expect((await importFile('units', good.units)).code).toBe(0)
    expect((await importFile('members', good.members)).code).toBe(0)
    const line = fc.record({
      what: fc.constantFrom('units' as const, 'members' as const),
      row: fc.integer({ min: 1, max: 3 }),
      column: fc.nat(3),
      text: cell,
    })
    const seen = { taken: 0, refused: 0 }
    await fc.assert(
      fc.asyncProperty(line, async ({ what, row, column, text }) => {
        const rows = good[what].split('\n').map((each) => each.split(','))
        rows[row % rows.length]![column] = `"${text.replaceAll('"', '""')}"`
        const content = rows.map((each) => each.join(',')).join('\n')
        const before = await everything()
        const first = await importFile(what, content)
        if (first.code === 1) {
          seen.refused += 1
          expect(first.err.at(-1)).toContain('Nothing imported')
          expect([...(await everything())]).toEqual([...before])
          return
        }
        seen.taken += 1
        const after = await everything()
        expect((await importFile(what, content)).out.at(-1)).toContain('0 new, 0 changed')
        expect([...(await everything())]).toEqual([...after])
      }),
      { seed: SEED, numRuns: 25 },
    )
    expect(seen.taken).toBeGreaterThan(2)
    expect(seen.refused).toBeGreaterThan(2)
  })
})
