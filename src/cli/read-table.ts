import { readFile, stat } from 'node:fs/promises'
import { CsvError, parse } from 'csv-parse/sync'
import type { Table, TableProblem } from '../domain/roster-columns.ts'
import { cleanVietnamese, foldVietnamese } from '../domain/vietnamese-fold.ts'
import { readWorkbook, type WorkbookSheet } from '../sheets/read-workbook.ts'
import { RefusedWorkbook } from '../sheets/unpack-workbook.ts'

/** A table, or why there is none; `sheet` where the trouble is inside one sheet of a workbook. */
export type ReadTable = { table: Table } | { problem: TableProblem; sheet?: string }

export interface TableLimits {
  bytes: number
  rows: number
  columns: number
  cellCharacters: number
}

const LIMITS: TableLimits = { bytes: 20 * 1024 * 1024, rows: 100_000, columns: 100, cellCharacters: 2_000 }

/** Unpacked; a roster of a whole province stays far below. */
const UNPACKED_BYTES = 100 * 1024 * 1024
const SHEETS = 50

// A zip, or the compound file of .xls and of a workbook behind a password.
const WORKBOOK_HEADS = ['PK\u0003\u0004', '\u00d0\u00cf\u0011\u00e0'].map((head) =>
  Buffer.from(head, 'latin1'),
)
/** What no keyboard writes and no database takes; lines and tabs are well. */
const CONTROLS = /(?![\t\n\r\u0085])\p{Cc}/u
const LINE_ENDS = ['\r\n', '\n', '\r']

/**
 * Reads a `.csv` (UTF-8, with or without BOM, split by comma, semicolon or tab) or one sheet of an `.xlsx`: the
 * one named `sheet`, else the first. Every cell is text, as typed: leading zeros stay, and what looks like a
 * formula is only words.
 */
export async function readTable(
  file: string,
  options: { sheet?: string; limits?: TableLimits } = {},
): Promise<ReadTable> {
  const limits = options.limits ?? LIMITS
  const bytes = await readBytes(file, limits)
  return Buffer.isBuffer(bytes) ? parseTable(bytes, options) : bytes
}

/** As `readTable`, of what a file holds. */
export async function parseTable(
  bytes: Buffer,
  options: { sheet?: string; limits?: TableLimits } = {},
): Promise<ReadTable> {
  const limits = options.limits ?? LIMITS
  if (!isWorkbook(bytes)) {
    const read = readCsv(bytes)
    return 'problem' in read ? read : checkSize(read.table, limits)
  }
  const read = await sheetsOf(bytes, limits)
  if ('problem' in read) return read
  const wanted = foldVietnamese(options.sheet ?? '')
  const found = read.sheets.find(({ name }) => foldVietnamese(name) === wanted) ?? read.sheets[0]
  if (!found) return problem('broken-workbook')
  const { name: sheet, rows } = found
  const table = {
    sheet,
    rows: rows.map(({ line, cells }) => ({ line, cells: cells.map(cleanVietnamese) })),
  }
  const checked = checkSize(table, limits)
  return 'problem' in checked ? { ...checked, sheet } : checked
}

/** All sheets of an `.xlsx`, their cells not cleaned: texts keep their lines. */
export async function readSheets(
  file: string,
  limits: TableLimits,
): Promise<{ sheets: WorkbookSheet[] } | { problem: TableProblem; sheet?: string }> {
  const bytes = await readBytes(file, limits)
  if (!Buffer.isBuffer(bytes)) return bytes
  if (!isWorkbook(bytes)) return problem('broken-workbook')
  const read = await sheetsOf(bytes, limits)
  if ('problem' in read) return read
  for (const { name: sheet, rows } of read.sheets) {
    const checked = checkSize({ rows }, limits)
    if ('problem' in checked) return { ...checked, sheet }
  }
  return read
}

function isWorkbook(bytes: Buffer): boolean {
  return WORKBOOK_HEADS.some((head) => bytes.subarray(0, head.length).equals(head))
}

async function readBytes(file: string, limits: TableLimits): Promise<Buffer | { problem: TableProblem }> {
  const size = await stat(file).then(
    (found) => (found.isFile() ? found.size : null),
    () => null,
  )
  if (size === null) return problem('no-file')
  if (size > limits.bytes) return problem('file-too-large', { megabytes: limits.bytes / 1024 / 1024 })
  return readFile(file)
}

async function sheetsOf(
  bytes: Buffer,
  { rows, columns }: TableLimits,
): Promise<{ sheets: WorkbookSheet[] } | { problem: TableProblem }> {
  try {
    const limits = { unpackedBytes: UNPACKED_BYTES, rows, columns, sheets: SHEETS }
    return { sheets: await readWorkbook(bytes, limits) }
  } catch (error) {
    if (!(error instanceof RefusedWorkbook)) throw error
    return problem(error.reason, { rows, columns, sheets: SHEETS, megabytes: UNPACKED_BYTES / 1024 / 1024 })
  }
}

function readCsv(bytes: Buffer): ReadTable {
  let text: string
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return problem('not-utf8')
  }
  try {
    const records = parse(text, {
      delimiter: delimiterOf(text),
      record_delimiter: LINE_ENDS,
      relax_column_count: true,
      info: true,
    }) as unknown as { record: string[]; info: { lines: number } }[]
    let lastLine = 0
    const rows = records.map(({ record, info }) => {
      const line = lastLine + 1
      // A quoted cell may hold line ends: the row is named by its first line.
      lastLine = info.lines
      return { line, cells: record.map(cleanVietnamese) }
    })
    return { table: { rows } }
  } catch (error) {
    if (!(error instanceof CsvError)) throw error
    const { lines, column } = error as CsvError & { lines?: number; column?: number | string }
    return problem('broken-quotes', {}, lines ?? 1, typeof column === 'number' ? column + 1 : 1)
  }
}

/** The separator that the first line with any uses most. */
function delimiterOf(text: string): string {
  const head = text
    .split(/\r\n|\n|\r/, 20)
    .map((line) => line.replace(/"[^"]*"/g, ''))
    .find((line) => /[,;\t]/.test(line))
  const counts = [',', ';', '\t'].map((mark) => ({ mark, count: (head ?? '').split(mark).length }))
  return counts.sort((a, b) => b.count - a.count)[0]!.mark
}

function checkSize(table: Table, limits: TableLimits): ReadTable {
  if (table.rows.length > limits.rows) return problem('too-many-rows', { rows: limits.rows }, limits.rows + 1)
  for (const row of table.rows) {
    if (row.cells.length > limits.columns) {
      return problem('too-many-columns', { columns: limits.columns }, row.line, limits.columns + 1)
    }
    const odd = row.cells.findIndex((cell) => CONTROLS.test(cell))
    if (odd >= 0) return problem('control-characters', {}, row.line, odd + 1)
    const long = row.cells.findIndex((cell) => cell.length > limits.cellCharacters)
    if (long >= 0) {
      return problem('cell-too-long', { characters: limits.cellCharacters }, row.line, long + 1)
    }
  }
  return { table }
}

function problem(
  reason: string,
  values: Record<string, string | number> = {},
  line = 1,
  column = 1,
): { problem: TableProblem } {
  return { problem: { line, column, reason, values } }
}
