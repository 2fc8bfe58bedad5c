import readExcelFile from 'read-excel-file/node'
import { RefusedWorkbook, unpackWorkbook, type UnpackLimits } from './unpack-workbook.ts'

/** One sheet: every cell is text as it is shown, not yet cleaned; lines count from 1. */
export interface WorkbookSheet {
  name: string
  rows: { line: number; cells: string[] }[]
}

/**
 * Reads all sheets of an `.xlsx`. A cell is text as typed: leading zeros of texts stay, a formula gives what it
 * shows, and what only looks like a formula is words. Days are `YYYY-MM-DD`. Throws `RefusedWorkbook`.
 */
export async function readWorkbook(bytes: Buffer, limits: UnpackLimits): Promise<WorkbookSheet[]> {
  const safe = unpackWorkbook(bytes, limits)
  try {
    const sheets = await readExcelFile(safe, { trim: false, parseNumber: (written) => written })
    return sheets.map(({ sheet, data }) => ({
      name: sheet,
      rows: data.map((cells, index) => ({ line: index + 1, cells: cells.map(cellText) })),
    }))
  } catch {
    // The reader names only some of its errors; a package that it cannot read is broken, whatever it tripped on.
    throw new RefusedWorkbook('broken-workbook')
  }
}

function cellText(value: unknown): string {
  if (value instanceof Date) return Number.isNaN(value.getTime()) ? '' : value.toISOString().slice(0, 10)
  if (typeof value === 'string') return value
  return typeof value === 'number' || typeof value === 'boolean' ? `${value}` : ''
}
