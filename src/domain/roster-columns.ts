import { VIETNAMESE_HEADERS } from './vietnamese-headers.ts'
import { foldVietnamese } from './vietnamese-fold.ts'

/** A file of rows and columns as read: cells are clean text, lines and columns count from 1. */
export interface Table {
  /** Name of the sheet, where the file is a workbook. */
  sheet?: string
  rows: { line: number; cells: string[] }[]
}

export type ColumnName = keyof typeof VIETNAMESE_HEADERS

/** What is wrong where. `reason` is a key in the locales (`import-problem-<reason>`). */
export interface TableProblem {
  line: number
  column: number
  reason: string
  values?: Record<string, string | number>
}

/** One row of the roster by column names. */
export interface RosterRow {
  line: number
  /** Text of the cell; undefined when the file has no such column. */
  text(name: ColumnName): string | undefined
  /** Column of the cell, for problems; 1 when the file has no such column. */
  column(name: ColumnName): number
}

export interface Columns {
  required: readonly ColumnName[]
  optional: readonly ColumnName[]
}

export const UNIT_COLUMNS: Columns = {
  required: ['unit_code', 'unit_name', 'unit_kind', 'parent_code'],
  optional: ['reach'],
}

export const MEMBER_COLUMNS: Columns = {
  required: ['member_code', 'full_name', 'unit_code'],
  optional: [
    'role',
    'position',
    'key_leader',
    'exempt',
    'supervises',
    'category',
    'position_rank',
    'workplace',
    'phone',
    'status',
    'away_until',
  ],
}

/** What was done on paper before. `member_code` or `unit_code` is there, or both. */
export const DONE_COLUMNS: Columns = {
  required: ['obligation', 'date'],
  optional: ['period', 'member_code', 'unit_code', 'deeds'],
}

// A title or two above the header are usual in office tables.
const ROWS_ABOVE_HEADER = 10

/** Columns as the file calls them. */
export type Headers = ReadonlyMap<ColumnName, string>

/** Finds the header and names the cells of every row below it. Empty rows are left out. */
export function resolveColumns(
  table: Table,
  columns: Columns,
): { rows: RosterRow[]; problems: TableProblem[]; headers: Headers } {
  const known = [...columns.required, ...columns.optional]
  const headerAt = findHeader(table, known)
  const header = table.rows[headerAt]
  const headers = new Map<ColumnName, string>()
  if (!header) return { rows: [], problems: [{ line: 1, column: 1, reason: 'empty-file' }], headers }

  const problems: TableProblem[] = []
  const names = known.map((name) => VIETNAMESE_HEADERS[name][0]).join(', ')
  const places = new Map<ColumnName, number>()
  header.cells.forEach((text, index) => {
    if (text === '') return
    const at = { line: header.line, column: index + 1 }
    const name = columnNamed(text, known)
    if (!name)
      problems.push({
        ...at,
        reason: 'unknown-column',
        values: { column: text.slice(0, 60), columns: names },
      })
    else if (places.has(name)) problems.push({ ...at, reason: 'column-twice', values: { column: text } })
    else {
      places.set(name, index)
      headers.set(name, text)
    }
  })
  for (const name of columns.required) {
    if (!places.has(name)) {
      problems.push({ line: header.line, column: 1, reason: 'missing-column', values: { column: name } })
    }
  }

  const rows = table.rows.slice(headerAt + 1).filter((row) => row.cells.some((cell) => cell !== ''))
  if (rows.length === 0 && problems.length === 0) {
    problems.push({ line: header.line, column: 1, reason: 'no-rows' })
  }
  for (const row of rows) {
    const extra = row.cells.findIndex((cell, index) => cell !== '' && (header.cells[index] ?? '') === '')
    if (extra >= 0) problems.push({ line: row.line, column: extra + 1, reason: 'cell-without-column' })
  }
  return { rows: rows.map((row) => rosterRow(row, places)), problems, headers }
}

/**
 * A column for a problem, in the words of the file: its own header; for one that it lacks the Vietnamese name
 * where its headers are Vietnamese. What is no column stays as it is.
 */
export function columnWords(column: string, headers: Headers): string {
  const known = Object.keys(VIETNAMESE_HEADERS).find((name) => name === column) as ColumnName | undefined
  if (!known) return column
  const own = headers.get(known)
  if (own !== undefined) return own
  const isVietnamese = [...headers].some(([name, text]) => headerWord(name) !== headerWord(text))
  return isVietnamese ? VIETNAMESE_HEADERS[known][0] : known
}

function rosterRow(row: { line: number; cells: string[] }, places: Map<ColumnName, number>): RosterRow {
  return {
    line: row.line,
    text: (name) => {
      const index = places.get(name)
      return index === undefined ? undefined : (row.cells[index] ?? '')
    },
    column: (name) => (places.get(name) ?? 0) + 1,
  }
}

function findHeader(table: Table, known: readonly ColumnName[]): number {
  const hits = table.rows
    .slice(0, ROWS_ABOVE_HEADER)
    .map((row) => row.cells.filter((cell) => columnNamed(cell, known)).length)
  const header = hits.findIndex((count) => count >= 2)
  return header >= 0 ? header : table.rows.findIndex((row) => row.cells.some((cell) => cell !== ''))
}

function columnNamed(header: string, known: readonly ColumnName[]): ColumnName | null {
  const word = headerWord(header)
  return known.find((name) => HEADER_WORDS.get(name)!.has(word)) ?? null
}

function headerWord(text: string): string {
  return foldVietnamese(text)
    .replace(/[^a-z0-9]+/g, ' ')
    .trim()
}

/** How each column may be called, without case and diacritics. */
const HEADER_WORDS: ReadonlyMap<ColumnName, ReadonlySet<string>> = new Map(
  (Object.keys(VIETNAMESE_HEADERS) as ColumnName[]).map((name) => [
    name,
    new Set([name, ...VIETNAMESE_HEADERS[name]].map(headerWord)),
  ]),
)

/** Problems in the order of the file. */
export function sortProblems(problems: readonly TableProblem[]): TableProblem[] {
  return [...problems].sort((a, b) => a.line - b.line || a.column - b.column)
}
