import type { Cell, Table } from '../domain/table.ts'

/** So that Excel reads Vietnamese letters as what they are. */
const BOM = '\uFEFF'
/** What a spreadsheet would take for the start of a formula. */
const FORMULA = /^[=+\-@\t\r]/

/**
 * A table as CSV (RFC 4180: commas, CRLF, quotes doubled) with a byte order mark. A cell that a spreadsheet
 * would reckon is kept as words by an apostrophe before it.
 */
export function writeCsv({ columns, rows, total }: Table): string {
  const lines = [columns.map(({ head }) => head), ...rows, ...(total ? [total] : [])]
  return BOM + lines.map((line) => `${line.map(cellOf).join(',')}\r\n`).join('')
}

function cellOf(cell: Cell): string {
  if (cell === null) return ''
  if (typeof cell === 'number') return String(cell)
  const text = FORMULA.test(cell) ? `'${cell}` : cell
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}
