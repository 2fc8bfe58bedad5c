import {
  closeSync,
  existsSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  writeFileSync,
  writeSync,
} from 'node:fs'
import { dirname } from 'node:path'

/** A keyed set of rows. Change a row, then `put` it: only what was put survives a restart. */
export interface Table<V> {
  get(key: string): V | undefined
  put(key: string, value: V): void
  delete(key: string): void
  values(): V[]
  clear(): void
}

/** The tables of one server, kept in memory and, with a file, in a journal. */
export interface Store {
  table<V>(name: string): Table<V>
  /** The next number of a named sequence; the first is `first`. */
  next(sequence: string, first?: number): number
  close(): void
}

type Row = [table: string, key: string, value?: unknown]

/**
 * Opens the state of a local server. Each `put` is one line handed to the operating system before it
 * returns, so that a killed process loses nothing it had answered for (a power cut may). Opening replays
 * the journal, ignores a torn last line and writes the file afresh.
 */
export function openStore(file?: string): Store {
  const tables = new Map<string, Map<string, unknown>>()
  const rowsOf = (name: string): Map<string, unknown> => {
    let rows = tables.get(name)
    if (!rows) {
      rows = new Map()
      tables.set(name, rows)
    }
    return rows
  }
  if (file) replay(file, rowsOf)
  let journal = file ? rewrite(file, tables) : null
  const append = (row: Row): void => {
    if (journal !== null) writeSync(journal, `${JSON.stringify(row)}\n`)
  }
  const table = <V>(name: string): Table<V> => {
    const rows = rowsOf(name)
    return {
      get: (key) => rows.get(key) as V | undefined,
      put: (key, value) => {
        rows.set(key, value)
        append([name, key, value])
      },
      delete: (key) => {
        if (rows.delete(key)) append([name, key])
      },
      values: () => [...rows.values()] as V[],
      clear: () => {
        for (const key of rows.keys()) append([name, key])
        rows.clear()
      },
    }
  }
  const sequences = table<number>('sequences')
  return {
    table,
    next: (sequence, first = 1) => {
      const value = (sequences.get(sequence) ?? first - 1) + 1
      sequences.put(sequence, value)
      return value
    },
    close: () => {
      if (journal !== null) closeSync(journal)
      // A late answer must not write to a number that another file may own by now.
      journal = null
    },
  }
}

function replay(file: string, rowsOf: (name: string) => Map<string, unknown>): void {
  if (!existsSync(file)) return
  for (const line of readFileSync(file, 'utf8').split('\n')) {
    const row = parseRow(line)
    if (!row) continue
    if (row.length === 3) rowsOf(row[0]).set(row[1], row[2])
    else rowsOf(row[0]).delete(row[1])
  }
}

function parseRow(line: string): Row | null {
  try {
    return JSON.parse(line) as Row
  } catch {
    return null
  }
}

function rewrite(file: string, tables: Map<string, Map<string, unknown>>): number {
  mkdirSync(dirname(file), { recursive: true })
  const lines: string[] = []
  for (const [name, rows] of tables) {
    for (const [key, value] of rows) lines.push(`${JSON.stringify([name, key, value])}\n`)
  }
  writeFileSync(`${file}.new`, lines.join(''))
  renameSync(`${file}.new`, file)
  return openSync(file, 'a')
}
