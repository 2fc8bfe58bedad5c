/** A cell of a table: words, a number, or nothing. Never a formula. */
export type Cell = string | number | null

export interface TableColumn {
  head: string
  /** In characters, for spreadsheets. */
  width: number
}

/** A sheet of figures: the same for a spreadsheet, for CSV and for a screen. */
export interface Table {
  /** Name of the sheet, at most 31 characters. */
  name: string
  title: string
  columns: TableColumn[]
  rows: Cell[][]
  /** Sums under the rows; null: none. */
  total: Cell[] | null
}

/** Tables that are handed out together. */
export interface TableBook {
  tables: Table[]
  /** When, from what and for whom it was made: on every sheet. */
  note: string
}
