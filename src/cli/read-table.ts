import { readFile, stat } from 'node:fs/promises'
import { CsvError, parse } from 'csv-parse/sync'
import { InvalidInputError, InvalidSpreadsheetError, readSheet } from 'read-excel-file/node'
import type { Table, TableProblem } from '../domain/roster-columns.ts'
import { cleanVietnamese } from '../domain/vietnamese-fold.ts'

export type ReadTable = { table: Table } | { problem: TableProblem }

export interface TableLimits {
  bytes: number
  rows: number
  columns: number
  cellCharacters: number
}

const LIMITS: TableLimits = { bytes: 20 * 1024 * 1024, rows: 100_000, columns: 100, cellCharacters: 2_000 }

const ZIP_HEAD = Buffer.from('PK\u0003\u0004', 'latin1')
const LINE_ENDS = ['\r\n', '\n', '\r']

/**
 * Reads a `.csv` (UTF-8, with or without BOM, split by comma, semicolon or tab) or the first sheet of an
 * `.xlsx`. Every cell is text, as typed: leading zeros stay, and what looks like a formula is only words.
 */
export async function readTable(file: string, limits: TableLimits = LIMITS): Promise<ReadTable> {
  const size = await stat(file).then(
    (found) => (found.isFile() ? found.size : null),
    () => null,
  )
  if (size === null) return problem('no-file')
  if (size > limits.bytes) return problem('file-too-large', { megabytes: limits.bytes / 1024 / 1024 })
  const bytes = await readFile(file)
  const read = bytes.subarray(0, 4).equals(ZIP_HEAD) ? await readWorkbook(bytes) : readCsv(bytes)
  return 'problem' in read ? read : checkSize(read.table, limits)
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

async function readWorkbook(bytes: Buffer): Promise<ReadTable> {
  try {
    const data = await readSheet(bytes, { trim: false, parseNumber: (written) => written })
    return {
      table: { rows: data.map((cells, index) => ({ line: index + 1, cells: cells.map(cellText) })) },
    }
  } catch (error) {
    if (error instanceof InvalidInputError || error instanceof InvalidSpreadsheetError) {
      return problem('broken-workbook')
    }
    throw error
  }
}

function cellText(value: unknown): string {
  if (value instanceof Date) return value.toISOString().slice(0, 10)
  if (typeof value === 'string') return cleanVietnamese(value)
  return typeof value === 'number' || typeof value === 'boolean' ? `${value}` : ''
}

function checkSize(table: Table, limits: TableLimits): ReadTable {
  if (table.rows.length > limits.rows) return problem('too-many-rows', { rows: limits.rows }, limits.rows + 1)
  for (const row of table.rows) {
    if (row.cells.length > limits.columns) {
      return problem('too-many-columns', { columns: limits.columns }, row.line, limits.columns + 1)
    }
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
