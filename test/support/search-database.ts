import type { Vault } from '../../src/store/vault.ts'
import type { TestDatabase } from './test-database.ts'

export interface Finding {
  needle: string
  table: string
  column: string
}

/** Names of the tables of the product. */
export async function listTables({ sql }: Pick<TestDatabase, 'sql'>): Promise<string[]> {
  const rows = await sql<{ name: string }[]>`
    select table_name as name from information_schema.tables
    where table_schema = 'public' and table_type = 'BASE TABLE' order by 1`
  return rows.map(({ name }) => name)
}

/** Where any of these is written: in every column of every table, sealed ones opened, without regard to case. */
export async function findIn(
  database: Pick<TestDatabase, 'sql'>,
  vault: Vault,
  needles: readonly string[],
): Promise<Finding[]> {
  const { sql } = database
  const wanted = needles.map((needle) => [needle, fold(needle)] as const)
  const found = new Map<string, Finding>()
  for (const table of await listTables(database)) {
    for (const row of await sql<Record<string, unknown>[]>`select * from ${sql(table)}`) {
      for (const [column, value] of Object.entries(row)) {
        if (value === null) continue
        const place = `${table}.${column}:${String(row['id'])}`
        const text = textOf(vault, column, place, value)
        const folded = fold(text)
        for (const [needle, said] of wanted)
          if (folded.includes(said)) found.set(`${needle} ${table} ${column}`, { needle, table, column })
      }
    }
  }
  return [...found.values()]
}

function fold(text: string): string {
  return text.normalize('NFC').toLowerCase()
}

function textOf(vault: Vault, column: string, place: string, value: unknown): string {
  if (Buffer.isBuffer(value)) return vault.openBytes(place, value).toString('latin1')
  if (typeof value === 'string') return column.endsWith('_sealed') ? vault.open(place, value) : value
  return JSON.stringify(value)
}
