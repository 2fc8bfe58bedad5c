import writeExcelFile from 'write-excel-file/node'
import {
  getOrderOfSiblings,
  insertElementMarkupAccordingToOrderOfSiblings,
  sanitizeTextContent,
} from 'write-excel-file/utility'
import { columnLetters } from './unpack-workbook.ts'

/** A list of values that a column offers: cells of another sheet of the same workbook. */
export interface ChoiceList {
  sheet: string
  /** Column of that sheet, counted from 1; the values begin under its header. */
  column: number
  values: number
  /** Anything else is refused by Excel; otherwise the list only helps. */
  strict: boolean
}

export interface SheetColumn {
  header: string
  /** In letters of the usual type. */
  width: number
  choices?: ChoiceList
}

export interface SheetToWrite {
  name: string
  columns: readonly SheetColumn[]
  rows: readonly (readonly string[])[]
  /** Empty rows under them that keep what is typed as text, so that `001` stays `001`. */
  rowsToFill: number
}

type Feature = NonNullable<NonNullable<Parameters<typeof writeExcelFile>[1]>['features']>[number]

const TEXT = '@'
const HEADER = { fontWeight: 'bold', backgroundColor: '#DCE6F1', wrap: true } as const

/** An `.xlsx` whose cells are all text; nothing in it is a formula, whatever it looks like. */
export async function writeWorkbook(sheets: readonly SheetToWrite[]): Promise<Buffer> {
  const pages = sheets.map(({ name, columns, rows, rowsToFill }) => ({
    sheet: name,
    stickyRowsCount: 1,
    columns: columns.map(({ width }) => ({ width })),
    data: [
      columns.map(({ header }) => ({ value: header, type: String, format: TEXT, ...HEADER })),
      ...[...rows, ...Array.from({ length: rowsToFill }, (): string[] => [])].map((row) =>
        columns.map((_, index) => textCell(row[index] ?? '')),
      ),
    ],
  }))
  return writeExcelFile(pages, { features: [choiceLists(sheets)] }).toBuffer()
}

function textCell(words: string) {
  // `_x0041_` would be read back as the letter that it names.
  const text = words.replace(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_')
  return { value: text, type: String, format: TEXT, ...(text.length > 40 && { wrap: true }) }
}

/** Data validation of Excel (ECMA-376 part 1, 18.3.1.32): the writer has no option for it. */
function choiceLists(sheets: readonly SheetToWrite[]): Feature {
  const place = 'xl/worksheets/sheet{id}.xml'
  return {
    files: {
      transform: {
        [place]: {
          transform: (xml, _options, { sheetIndex }) => {
            const sheet = sheets[sheetIndex]!
            const rules = sheet.columns.flatMap(({ choices }, index) =>
              choices ? [validation(choices, index + 1, sheet.rows.length + sheet.rowsToFill + 1)] : [],
            )
            if (rules.length === 0) return xml
            const markup = `<dataValidations count="${rules.length}">${rules.join('')}</dataValidations>`
            const order = getOrderOfSiblings(place, 'worksheet') ?? []
            return insertElementMarkupAccordingToOrderOfSiblings(xml, markup, order, 'worksheet')
          },
        },
      },
    },
  }
}

function validation(choices: ChoiceList, column: number, lastRow: number): string {
  const letters = columnLetters(column)
  const from = columnLetters(choices.column)
  const range = `'${choices.sheet.replaceAll("'", "''")}'!$${from}$2:$${from}$${choices.values + 1}`
  const isStrict = choices.strict ? '1' : '0'
  return (
    `<dataValidation type="list" allowBlank="1" showErrorMessage="${isStrict}" ` +
    `sqref="${letters}2:${letters}${Math.max(lastRow, 2)}"><formula1>${sanitizeTextContent(range)}</formula1></dataValidation>`
  )
}
