import { text } from './cell-codecs.ts'
import { PROGRAMME_SHEETS } from './programme-layout.ts'
import { BY_PERIOD, type RowKind, SCHEDULE_COLUMNS, SCHEDULE_SHEET } from './sheet-layout.ts'
import { AUDIENCES, MODES, OBLIGATION_KINDS, RECEIVERS, REPEATS, SUBJECTS } from './programme-words.ts'
import type { SheetToWrite } from './write-workbook.ts'

type Part = Record<string, unknown>

export const PROGRAMME_VALUES_SHEET = 'Giá trị dùng được'
const ROWS_TO_FILL = 100

/** Columns that offer what they may hold. */
const OFFERED: Record<string, Record<string, readonly string[]>> = {
  'Chuyên đề': { mode: Object.values(MODES) },
  'Nhiệm vụ': {
    sort: Object.values(OBLIGATION_KINDS),
    subject: Object.values(SUBJECTS),
    who: Object.keys(AUDIENCES),
    repeats: Object.values(REPEATS),
    to: Object.values(RECEIVERS),
    ongoing: ['có', 'không'],
    photo: ['có', 'không'],
    visibility: ['có', 'không'],
  },
}

/** The sheets of a programme, as a file says it or as it was imported. `programmeFromSheets` reads them back. */
export function programmeToSheets(programme: object): SheetToWrite[] {
  const root = programme as Part
  const offered: { header: string; values: readonly string[] }[] = []
  const sheets = PROGRAMME_SHEETS.map((sheet) => {
    const labels = [...new Set(sheet.rows.flatMap(labelsOf))]
    const columns = Object.entries(sheet.columns).map(([id, column]) => {
      const values = id === 'kind' ? labels : OFFERED[sheet.name]?.[id]
      if (!values) return column
      offered.push({ header: `${sheet.name}: ${column.header}`, values })
      // Rules and own words may be typed too; the importer says what it does not understand.
      const choices = { sheet: PROGRAMME_VALUES_SHEET, column: offered.length, values: values.length }
      return { ...column, choices: { ...choices, strict: id === 'kind' } }
    })
    const ids = Object.keys(sheet.columns)
    const rows = rowsOf(sheet.rows, root).map((cells) => ids.map((id) => cells[id] ?? ''))
    return { name: sheet.name, columns, rows, rowsToFill: ROWS_TO_FILL }
  })
  const schedule: SheetToWrite = {
    name: SCHEDULE_SHEET,
    columns: Object.values(SCHEDULE_COLUMNS),
    rows: scheduleOf(root),
    rowsToFill: ROWS_TO_FILL,
  }
  return [...sheets, schedule, valuesSheet(offered)]
}

function labelsOf(kind: RowKind): string[] {
  return [kind.label, ...(kind.children ?? []).flatMap(labelsOf)]
}

/** Rows of the kinds, in the order of the programme: several kinds may share one list. */
function rowsOf(kinds: readonly RowKind[], owner: Part): Record<string, string>[] {
  const rows: Record<string, string>[] = []
  const seen = new Set<string>()
  for (const kind of kinds) {
    const place = kind.at.join('.')
    const value = valueAt(owner, kind.at)
    if (kind.as === 'one') {
      const cells = cellsOf(kind, value ?? {})
      if (kind.always || Object.keys(cells).length > 1) rows.push(cells)
    } else if (kind.as === 'list') {
      if (seen.has(place) || !Array.isArray(value)) continue
      seen.add(place)
      const sharing = kinds.filter((each) => each.as === 'list' && each.at.join('.') === place)
      for (const item of value as Part[]) {
        const own = sharing.find(({ is }) => !is || item[is[0]] === is[1])
        if (!own) throw new Error(`no row says what stands at ${place}`)
        rows.push(cellsOf(own, item), ...rowsOf(own.children ?? [], item))
      }
    } else {
      for (const [key, entry] of Object.entries((value ?? {}) as Part)) {
        const items: unknown[] = kind.as === 'record-list' ? (entry as unknown[]) : [entry]
        for (const item of items) rows.push({ ...cellsOf(kind, item), code: text.write(key) })
      }
    }
  }
  return rows
}

function cellsOf(kind: RowKind, part: unknown): Record<string, string> {
  const cells: Record<string, string> = { kind: kind.label }
  for (const { column, path, codec, english } of kind.fields) {
    const value = valueAt(part, path)
    const worded = english !== undefined && typeof value === 'object' && value !== null
    const shown = codec.write(worded ? (value as { vi: string }).vi : value)
    if (shown !== '') cells[column] = shown
    if (worded) cells[english] = (value as { en: string }).en
  }
  return cells
}

/** One row for each round of an obligation that says anything by round. */
function scheduleOf(root: Part): string[][] {
  return ((root['obligations'] ?? []) as Part[]).flatMap((obligation) => {
    const byRound = BY_PERIOD.map(([name]) => obligation[name]).map((value) =>
      typeof value === 'object' && value !== null ? (value as Record<string, string>) : {},
    )
    const rounds = [...new Set(byRound.flatMap((each) => Object.keys(each)))].sort()
    return rounds.map((round) => [
      'Lịch',
      String(obligation['code']),
      round,
      ...BY_PERIOD.map(([, codec], index) => codec.write(byRound[index]![round])),
    ])
  })
}

function valuesSheet(offered: readonly { header: string; values: readonly string[] }[]): SheetToWrite {
  const longest = Math.max(...offered.map(({ values }) => values.length))
  return {
    name: PROGRAMME_VALUES_SHEET,
    columns: offered.map(({ header }) => ({ header, width: 34 })),
    rows: Array.from({ length: longest }, (_, row) => offered.map(({ values }) => values[row] ?? '')),
    rowsToFill: 0,
  }
}

function valueAt(owner: unknown, path: readonly string[]): unknown {
  return path.reduce<unknown>((value, key) => (value as Part | undefined)?.[key], owner)
}
