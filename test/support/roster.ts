import { resolveColumns, type Columns, type RosterRow } from '../../src/domain/roster-columns.ts'
import { cleanVietnamese } from '../../src/domain/vietnamese-fold.ts'

/** Rows of a roster written as a table: cells split by `|`, the first line is the header. */
export function rosterRows(columns: Columns, text: string): RosterRow[] {
  const lines = text.trim().split('\n')
  const rows = lines.map((line, index) => ({ line: index + 1, cells: line.split('|').map(cleanVietnamese) }))
  const { rows: found, problems } = resolveColumns({ rows }, columns)
  if (problems.length > 0) throw new Error(`the table of the test is broken: ${JSON.stringify(problems)}`)
  return found
}
