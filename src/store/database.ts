import { drizzle, type PostgresJsDatabase } from 'drizzle-orm/postgres-js'
import postgres from 'postgres'
import { prepareStatements } from './prepare-statements.ts'

/** Drizzle over the pool. */
export type Database = PostgresJsDatabase

/** Drizzle inside one transaction: what `db.transaction` gives to its function. */
export type Tx = Parameters<Parameters<Database['transaction']>[0]>[0]

/** A pool of connections, for raw SQL (`sql`) and for Drizzle (`db`). */
export interface OpenDatabase {
  sql: postgres.Sql
  db: Database
  /** Waits up to five seconds for running queries, then closes every connection. */
  close(): Promise<void>
}

export interface DatabaseOptions {
  /** Most connections at once. */
  max?: number
  onnotice?: (notice: postgres.Notice) => void
  /** Shown in pg_stat_activity. */
  name?: string
}

const DATE_TYPES = [1184, 1082, 1083, 1114]
const JSON_TYPES = [114, 3802]

/**
 * Opens a pool; connects on the first query. Sessions run in UTC. Through `sql`, dates come back as
 * Postgres text and bigints as strings; Drizzle columns convert both.
 */
export function openDatabase(url: string, options: DatabaseOptions = {}): OpenDatabase {
  const sql = postgres(url, {
    max: options.max ?? 10,
    onnotice: options.onnotice ?? (() => {}),
    connection: { application_name: options.name ?? 'nhipquy', TimeZone: 'UTC' },
  })
  prepareStatements(sql)
  const db = drizzle(sql)
  // Drizzle takes over these serializers and passes values through, which would break dates and
  // objects given to raw SQL: ours accept both its text and plain values.
  const { serializers } = sql.options
  for (const type of DATE_TYPES) serializers[type] = dateText
  for (const type of JSON_TYPES) serializers[type] = jsonText
  return { sql, db, close: () => sql.end({ timeout: 5 }) }
}

function dateText(value: unknown): unknown {
  return value instanceof Date ? value.toISOString() : value
}

function jsonText(value: unknown): unknown {
  return typeof value === 'string' ? value : JSON.stringify(value)
}
