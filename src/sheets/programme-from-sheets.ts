import { foldVietnamese } from '../domain/vietnamese-fold.ts'
import { code, text } from './cell-codecs.ts'
import { PROGRAMME_SHEETS } from './programme-layout.ts'
import {
  BY_PERIOD,
  type Field,
  type RowKind,
  SCHEDULE_COLUMNS,
  SCHEDULE_SHEET,
  type SheetLayout,
} from './sheet-layout.ts'
import { PROGRAMME_VALUES_SHEET } from './programme-to-sheets.ts'
import type { WorkbookSheet } from './read-workbook.ts'

type Part = Record<string, unknown>
type Path = readonly (string | number)[]

/** A cell of the workbook; both count from 1. */
export interface CellPlace {
  sheet: string
  line: number
  column: number
}

/** What is wrong with a sheet before anybody looks at the programme; `sheet-problem-<reason>` in the locales. */
export interface SheetProblem extends CellPlace {
  reason: string
  values: Record<string, string>
}

export interface SheetsRead {
  /** As a programme file says it, not yet checked. */
  content: Part
  problems: SheetProblem[]
  /** The cell of a part, or of the nearest part around it that has one. */
  placeOf(path: Path): CellPlace
}

/** Reads the sheets of a programme. What is not understood is a problem; nothing is left out silently. */
export function programmeFromSheets(sheets: readonly WorkbookSheet[]): SheetsRead {
  const content: Part = { vocabulary: { unit_kinds: {}, categories: {} } }
  const reader = createReader()
  const known = [...PROGRAMME_SHEETS.map(({ name }) => name), SCHEDULE_SHEET, PROGRAMME_VALUES_SHEET]
  for (const { name } of sheets) {
    const isKnown = known.some((each) => isSame(each, name)) || isSame(name.slice(0, 7), 'Ghi chú')
    if (!isKnown)
      reader.report({ sheet: name, line: 1, column: 1 }, 'unknown-sheet', { sheets: known.join(', ') })
  }
  for (const layout of PROGRAMME_SHEETS) {
    const sheet = sheets.find(({ name }) => isSame(name, layout.name))
    if (sheet) reader.readSheet(sheet, layout, content)
  }
  const schedule = sheets.find(({ name }) => isSame(name, SCHEDULE_SHEET))
  if (schedule) reader.readSchedule(schedule, content)
  return { content, problems: reader.problems, placeOf: reader.placeOf }
}

function createReader() {
  const problems: SheetProblem[] = []
  const places = new Map<string, CellPlace>()
  const report = (place: CellPlace, reason: string, values: Record<string, string> = {}) => {
    problems.push({ ...place, reason, values })
  }

  const placeOf = (path: Path): CellPlace => {
    for (let length = path.length; length >= 0; length -= 1) {
      const place = places.get(keyOf(path.slice(0, length)))
      if (place) return place
    }
    return { sheet: PROGRAMME_SHEETS[0]!.name, line: 1, column: 1 }
  }

  /** Rows below the header with their cells by column; cells without a column are reported. */
  function* rowsOf(sheet: WorkbookSheet, columns: SheetLayout['columns']) {
    const [header, ...rows] = sheet.rows
    const ids = Object.entries(columns)
    const places = (header?.cells ?? []).map((cell) => {
      const word = foldVietnamese(cell)
      return ids.find(([, column]) => foldVietnamese(column.header) === word)?.[0] ?? null
    })
    for (const [index, id] of places.entries()) {
      const place = { sheet: sheet.name, line: 1, column: index + 1 }
      if (id === null && header!.cells[index]!.trim() !== '')
        report(place, 'unknown-column', { column: header!.cells[index]! })
      if (id !== null && places.indexOf(id) !== index)
        report(place, 'column-twice', { column: columns[id]!.header })
    }
    for (const { line, cells } of rows) {
      const byId = new Map<string, { cell: string; column: number }>()
      for (const [index, cell] of cells.entries()) {
        if (cell.trim() === '') continue
        const id = places[index] ?? null
        if (id === null) report({ sheet: sheet.name, line, column: index + 1 }, 'cell-without-column')
        else if (!byId.has(id)) byId.set(id, { cell, column: index + 1 })
      }
      if (byId.size > 0) yield { sheet: sheet.name, line, cells: byId }
    }
  }
  type Row = ReturnType<typeof rowsOf> extends Generator<infer Each> ? Each : never

  function readSheet(sheet: WorkbookSheet, layout: SheetLayout, root: Part): void {
    /** The rows that further rows may stand under, the outermost first. */
    let open: { kind: RowKind; part: Part; path: Path }[] = []
    for (const row of rowsOf(sheet, layout.columns)) {
      const place = { sheet: row.sheet, line: row.line, column: 1 }
      const label = row.cells.get('kind')
      const isNamed = ({ label: name }: RowKind) => isSame(name, label?.cell ?? '')
      // The nearest open row under which it may stand; none: the programme itself.
      const depth = open.findLastIndex(({ kind: above }) => above.children?.some(isNamed)) + 1
      const owner = depth > 0 ? open[depth - 1]! : { part: root, path: [] }
      const kind = (depth > 0 ? open[depth - 1]!.kind.children! : layout.rows).find(isNamed)
      if (!kind) {
        const isElsewhere = layout.rows.some((each) => isBelow(each, isNamed))
        const labels = layout.rows.map((each) => each.label).join(', ')
        const reason = !label ? 'no-row-kind' : isElsewhere ? 'row-without-owner' : 'unknown-row-kind'
        report({ ...place, column: label?.column ?? 1 }, reason, { label: label?.cell ?? '', labels })
        continue
      }
      const made = startPart(kind, row, owner.part, owner.path)
      if (!made) continue
      fill(kind, row, made)
      open = [...open.slice(0, depth), { kind, part: made.part, path: made.path }]
    }
  }

  /** The part that a row speaks of, put where it belongs. For an entry of a record `set` gives it its value. */
  function startPart(kind: RowKind, row: Row, owner: Part, base: Path) {
    const path: Path = [...base, ...kind.at]
    const place = { sheet: row.sheet, line: row.line, column: 1 }
    if (kind.as === 'one') {
      if (kind.at.length > 0 && row.cells.size > 1) places.set(keyOf(path), place)
      return { part: owner, path: base, inner: kind.at, set: null }
    }
    if (kind.as === 'list') {
      const list = (partAt(owner, kind.at.slice(0, -1))[kind.at.at(-1)!] ??= []) as Part[]
      const part: Part = kind.is ? { [kind.is[0]]: kind.is[1] } : {}
      list.push(part)
      const own = [...path, list.length - 1]
      places.set(keyOf(own), place)
      return { part, path: own, inner: [] as readonly string[], set: null }
    }
    const key = row.cells.get('code')
    if (!key) {
      report(place, 'no-key', { label: kind.label })
      return null
    }
    const name = code.read(key.cell) as string
    const record = partAt(owner, kind.at)
    const isThere = Object.hasOwn(record, name)
    if (kind.as === 'record' && isThere) {
      report(place, 'key-twice', { key: name })
      return null
    }
    const list = kind.as === 'record-list' ? ((isThere ? record[name] : []) as unknown[]) : null
    const own: Path = list ? [...path, name, list.length] : [...path, name]
    places.set(keyOf(own), { ...place, column: key.column })
    const set = (value: unknown) => {
      if (list) list.push(value)
      define(record, name, list ?? value)
    }
    return { part: record, path: own, inner: [] as readonly string[], set }
  }

  function fill(
    kind: RowKind,
    row: Row,
    { part, path, inner, set }: NonNullable<ReturnType<typeof startPart>>,
  ): void {
    const used = new Set(['kind', ...(set ? ['code'] : [])])
    for (const field of kind.fields) {
      used.add(field.column)
      if (field.english) used.add(field.english)
      const value = valueOf(field, row)
      if (set) set(value)
      if (value === undefined || set) continue
      const whole = [...inner, ...field.path]
      const target = partAt(part, whole.slice(0, -1))
      const key = [...path, ...whole]
      const at = row.cells.get(field.column) ?? row.cells.get(field.english ?? '')
      const place = { sheet: row.sheet, line: row.line, column: at?.column ?? 1 }
      if (kind.as === 'one' && Object.hasOwn(target, whole.at(-1)!))
        report(place, 'said-twice', { label: kind.label })
      define(target, whole.at(-1)!, value)
      places.set(keyOf(key), place)
    }
    for (const [id, { cell, column }] of row.cells) {
      if (!used.has(id))
        report({ sheet: row.sheet, line: row.line, column }, 'cell-of-another-row', {
          label: kind.label,
          cell: cell.slice(0, 40),
        })
    }
  }

  function readSchedule(sheet: WorkbookSheet, root: Part): void {
    const obligations = (root['obligations'] ?? []) as Part[]
    for (const row of rowsOf(sheet, SCHEDULE_COLUMNS)) {
      const at = (id: string) => row.cells.get(id)
      const place = (id: string) => ({ sheet: row.sheet, line: row.line, column: at(id)?.column ?? 1 })
      const wanted = (at('code')?.cell ?? '').trim()
      const index = obligations.findIndex((each) => each['code'] === wanted)
      const obligation = obligations[index]
      if (!obligation) {
        report(place('code'), 'no-such-obligation', { code: wanted })
        continue
      }
      const round = code.read(at('period')?.cell ?? '')
      if (typeof round !== 'string') {
        report(place('period'), 'no-period')
        continue
      }
      for (const [name, codec] of BY_PERIOD) {
        const value = codec.read(at(name)?.cell ?? '')
        if (value === undefined) continue
        const said = (obligation[name] ??= {})
        if (typeof said !== 'object' || Object.hasOwn(said, round)) {
          report(place(name), 'said-twice', { label: `${wanted} ${round}` })
          continue
        }
        define(said as Part, round, value)
        places.set(keyOf(['obligations', index, name]), place(name))
        places.set(keyOf(['obligations', index, name, round]), place(name))
      }
    }
  }

  return { problems, report, placeOf, readSheet, readSchedule }
}

function valueOf({ column, codec, english }: Field, row: { cells: Map<string, { cell: string }> }): unknown {
  const value = codec.read(row.cells.get(column)?.cell ?? '')
  const other = english === undefined ? undefined : text.read(row.cells.get(english)?.cell ?? '')
  if (other === undefined) return value
  return value === undefined ? { en: other } : { vi: value, en: other }
}

function isBelow(kind: RowKind, isNamed: (kind: RowKind) => boolean): boolean {
  return (kind.children ?? []).some((child) => isNamed(child) || isBelow(child, isNamed))
}

/** The part at a path, made where it is not there. */
function partAt(owner: Part, path: readonly string[]): Part {
  return path.reduce<Part>((part, key) => (part[key] ??= {}) as Part, owner)
}

/** Also `__proto__` is only a name. */
function define(part: Part, name: string, value: unknown): void {
  Object.defineProperty(part, name, { value, enumerable: true, configurable: true, writable: true })
}

function keyOf(path: Path): string {
  return JSON.stringify(path)
}

function isSame(a: string, b: string): boolean {
  return foldVietnamese(a) === foldVietnamese(b)
}
