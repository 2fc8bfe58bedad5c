import { sql, type SQL } from 'drizzle-orm'

/** Ids as one parameter, however many there are. */
export function uuidArray(ids: readonly string[]): SQL {
  return sql`${`{${ids.join(',')}}`}::uuid[]`
}
