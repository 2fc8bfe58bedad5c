import type postgres from 'postgres'

/** Seen so often, a statement comes again: then it is worth keeping on the server. */
const OFTEN = 3
/** Every connection keeps every prepared statement for as long as it lives. */
const MOST_PREPARED = 200
const MOST_SEEN = 2000
/** Long lists of values make a text of their own for every length. */
const MOST_PARAMETERS = 40

type Unsafe = postgres.Sql['unsafe']

/**
 * Lets the statements that Drizzle builds be prepared once for each connection. Unprepared, each costs two
 * round trips (types, then rows) and is planned anew. Changes `sql` in place.
 */
export function prepareStatements(sql: postgres.Sql): void {
  const seen = new Map<string, number>()
  const prepared = new Set<string>()

  function isWorthIt(text: string, parameters: number): boolean {
    if (prepared.has(text)) return true
    if (parameters > MOST_PARAMETERS || prepared.size >= MOST_PREPARED) return false
    const times = (seen.get(text) ?? 0) + 1
    if (times < OFTEN) {
      if (seen.size >= MOST_SEEN) seen.clear()
      seen.set(text, times)
      return false
    }
    seen.delete(text)
    prepared.add(text)
    return true
  }

  function withPrepared(of: { unsafe: Unsafe }): void {
    const unsafe = of.unsafe.bind(of)
    of.unsafe = ((text, parameters = [], options = {}) => {
      const prepare = parameters.length > 0 && isWorthIt(text, parameters.length)
      return unsafe(text, parameters, { ...options, prepare })
    }) as Unsafe
  }

  withPrepared(sql)
  const begin = sql.begin.bind(sql) as (...args: unknown[]) => Promise<unknown>
  const inside = (work: (tx: postgres.TransactionSql) => unknown) => (tx: postgres.TransactionSql) => {
    withPrepared(tx)
    return work(tx)
  }
  sql.begin = ((...args: unknown[]) => {
    const work = args.pop() as (tx: postgres.TransactionSql) => unknown
    return begin(...args, inside(work))
  }) as typeof sql.begin
}
