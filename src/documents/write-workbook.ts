import writeExcelFile, { type SheetData } from 'write-excel-file/node'
import type { Cell, Table, TableBook } from '../domain/table.ts'

/** The office form's own; every reader has it. */
const FONT = 'Times New Roman'

/** An `.xlsx` of these tables. Words are text cells, whatever they begin with: nothing is ever a formula. */
export async function writeWorkbook({ tables, note }: TableBook): Promise<Buffer> {
  return writeExcelFile(
    tables.map((table) => ({
      sheet: table.name,
      data: sheetOf(table, note),
      columns: table.columns.map(({ width }) => ({ width })),
      stickyRowsCount: 3,
      orientation: 'landscape' as const,
    })),
    { fontFamily: FONT, fontSize: 11 },
  ).toBuffer()
}

function sheetOf({ title, columns, rows, total }: Table, note: string): SheetData {
  const wide = { columnSpan: columns.length }
  const filler = columns.slice(1).map(() => null)
  return [
    [{ value: title, type: String, fontWeight: 'bold', fontSize: 14, ...wide }, ...filler],
    [{ value: note, type: String, fontStyle: 'italic', ...wide }, ...filler],
    columns.map(({ head }) => ({
      value: head,
      type: String,
      fontWeight: 'bold' as const,
      align: 'center' as const,
      alignVertical: 'center' as const,
      wrap: true,
      backgroundColor: '#eeeeee',
      borderStyle: 'thin' as const,
    })),
    ...rows.map((row) => row.map((cell) => cellOf(cell))),
    ...(total ? [total.map((cell) => cellOf(cell, true))] : []),
  ]
}

function cellOf(cell: Cell, isTotal = false) {
  const style = {
    borderStyle: 'thin' as const,
    wrap: true,
    alignVertical: 'top' as const,
    ...(isTotal && { fontWeight: 'bold' as const }),
  }
  if (cell === null) return { value: undefined, ...style }
  return typeof cell === 'number'
    ? { value: cell, type: Number, ...style }
    : { value: cell, type: String, ...style }
}
