import { columnWords, type Headers, type TableProblem } from '../domain/roster-columns.ts'
import { columnLetters } from '../sheets/unpack-workbook.ts'
import type { CliDeps } from './cli-deps.ts'

/** Where a table was read from; `sheet` in a workbook only. */
export interface TablePlace {
  file: string
  sheet: string | undefined
}

/** `FILE:LINE:COLUMN`; in a workbook `FILE:SHEET:ROW:COLUMN`, the column by its letters as Excel shows it. */
export function showPlace({ file, sheet }: TablePlace, line: number, column: number): string {
  return sheet === undefined
    ? `${file}:${line}:${column}`
    : `${file}:${sheet}:${line}:${columnLetters(column)}`
}

/**
 * Prints every problem of a table on standard error, and that nothing was imported; the code is then 1. Columns
 * are called as the file calls them (`headers`).
 */
export function refuseTable(
  place: TablePlace,
  problems: readonly TableProblem[],
  deps: CliDeps,
  headers: Headers = new Map(),
): void {
  for (const { line, column, reason, values } of problems) {
    // Numbers as text: line 1234 must not read 1.234.
    const shown = Object.fromEntries(
      Object.entries(values ?? {}).map(([name, value]) => [
        name,
        name === 'column' ? columnWords(String(value), headers) : String(value),
      ]),
    )
    deps.problem(`${showPlace(place, line, column)} ${deps.t(`cli-import-problem-${reason}`, shown)}`)
  }
  deps.problem(deps.t('cli-import-refused', { count: problems.length }))
  deps.exitCode(1)
}
