import { sql } from 'drizzle-orm'
import type { Tx } from '../database.ts'
import type { Vault } from '../vault.ts'
import { findTraces } from './person-traces.ts'
import { TABLE_RULES } from './table-rules.ts'

/** One row as the person may read it: its columns in the order of the rules, sealed ones opened. */
export interface PersonRow {
  columns: { name: string; value: unknown }[]
  /** Which form the answers of the row belong to, where it has any. */
  formVersionId: string | null
}

export interface PersonTable {
  table: string
  rows: PersonRow[]
}

/**
 * Everything that is kept about a person, table by table, as `TABLE_RULES` lists them; tables without a row are
 * left out. Null when there is no such person.
 */
export async function collectPersonData(
  { tx, vault }: { tx: Tx; vault: Vault },
  personId: string,
): Promise<PersonTable[] | null> {
  const traces = await findTraces(tx, personId)
  if (!traces) return null
  const tables: PersonTable[] = []
  for (const [table, { rows, shows }] of Object.entries(TABLE_RULES)) {
    if (!rows || !shows) continue
    const found = await tx.execute(
      sql`select * from ${sql.identifier(table)} where ${rows(traces)} order by id`,
    )
    if (found.length === 0) continue
    tables.push({
      table,
      rows: [...found].map((row) => ({
        columns: shows.map((name) => ({ name, value: opened(vault, table, name, row) })),
        formVersionId: typeof row['form_version_id'] === 'string' ? row['form_version_id'] : null,
      })),
    })
  }
  return tables
}

function opened(vault: Vault, table: string, column: string, row: Record<string, unknown>): unknown {
  const value = row[column]
  if (typeof value !== 'string' || !column.endsWith('_sealed')) return value ?? null
  const text = vault.open(`${table}.${column}:${String(row['id'])}`, value)
  try {
    return JSON.parse(text)
  } catch {
    return text
  }
}
