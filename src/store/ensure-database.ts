import postgres from 'postgres'

/**
 * Creates the database `name` on the server of `adminUrl` unless it is there, and gives its URL. Several
 * processes may do so at once.
 */
export async function ensureDatabase(adminUrl: string, name: string): Promise<string> {
  const sql = postgres(adminUrl, { max: 1, onnotice: () => {} })
  try {
    const found = await sql`select 1 from pg_database where datname = ${name}`
    if (found.length === 0) await sql`create database ${sql(name)}`.catch(ignoreDuplicate)
  } finally {
    await sql.end({ timeout: 5 })
  }
  const url = new URL(adminUrl)
  url.pathname = `/${name}`
  return url.href
}

// Two creators at once: the later one fails on the name (42P04) or, in a narrow race, on the catalogue's
// unique index (23505).
function ignoreDuplicate(error: unknown): void {
  const code = error instanceof postgres.PostgresError ? error.code : ''
  if (code !== '42P04' && code !== '23505') throw error
}
