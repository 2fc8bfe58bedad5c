import type postgres from 'postgres'
import type { BackupRecord, Manifest } from './backup-records.ts'

const NEWLINE = 10

/**
 * Everything in the database as records, of one moment: `sql` must be a transaction that reads one snapshot
 * (repeatable read).
 */
export async function* dumpDatabase(
  sql: postgres.TransactionSql,
  about: { takenAt: Date; appSecret?: string },
): AsyncGenerator<BackupRecord> {
  const manifest = await describeDatabase(sql, about)
  yield { kind: 'manifest', manifest }
  let total = 0
  for (const { name, columns } of manifest.tables) {
    const list = columns.map(quote).join(', ')
    let rows = 0
    const copy = await sql.unsafe(`copy ${quote(name)} (${list}) to stdout`).readable()
    for await (const bytes of copy as AsyncIterable<Buffer>) {
      rows += countRows(bytes)
      yield { kind: 'rows', bytes }
    }
    // The driver leaves the connection paused when the last piece filled its buffer: nothing reads on then.
    // oxlint-disable-next-line no-underscore-dangle
    copy._read(0)
    total += rows
    yield { kind: 'table-end', rows }
  }
  yield { kind: 'end', rows: total }
}

/** In COPY text a row ends with a line feed, and no other line feed is written as itself. */
export function countRows(bytes: Buffer): number {
  let rows = 0
  for (const byte of bytes) if (byte === NEWLINE) rows += 1
  return rows
}

export function quote(name: string): string {
  return `"${name.replaceAll('"', '""')}"`
}

async function describeDatabase(
  sql: postgres.TransactionSql,
  about: { takenAt: Date; appSecret?: string },
): Promise<Manifest> {
  const migrations = await sql<{ hash: string; created_at: string }[]>`
    select hash, created_at from drizzle.__drizzle_migrations order by created_at`
  const columns = await sql<{ name: string; columns: string[] }[]>`
    select c.relname as name, array_agg(a.attname::text order by a.attnum) as columns
    from pg_class c join pg_attribute a on a.attrelid = c.oid
    where c.relnamespace = 'public'::regnamespace and c.relkind = 'r'
      and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''
    group by c.relname order by c.relname`
  const references = await sql<{ child: string; parent: string }[]>`
    select distinct c.relname as child, p.relname as parent
    from pg_constraint k join pg_class c on c.oid = k.conrelid join pg_class p on p.oid = k.confrelid
    where k.contype = 'f' and c.relnamespace = 'public'::regnamespace and c.oid <> p.oid`
  const sequences = await sql<{ name: string; last: string }[]>`
    select sequencename as name, coalesce(last_value, 0)::text as last from pg_sequences
    where schemaname = 'public' order by sequencename`
  return {
    takenAt: about.takenAt.toISOString(),
    migrations: migrations.map((row) => ({ hash: row.hash, createdAt: Number(row.created_at) })),
    tables: parentsFirst([...columns], references),
    sequences: sequences.map(({ name, last }) => ({ name, last })),
    ...(about.appSecret !== undefined && { appSecret: about.appSecret }),
  }
}

function parentsFirst(
  tables: { name: string; columns: string[] }[],
  references: readonly { child: string; parent: string }[],
): Manifest['tables'] {
  const ordered: Manifest['tables'] = []
  const done = new Set<string>()
  while (ordered.length < tables.length) {
    const ready = tables.filter(
      ({ name }) =>
        !done.has(name) && references.every(({ child, parent }) => child !== name || done.has(parent)),
    )
    if (ready.length === 0)
      throw new Error('tables refer to each other in a circle: no order can be restored')
    for (const { name, columns } of ready) {
      ordered.push({ name, columns })
      done.add(name)
    }
  }
  return ordered
}
