import { z } from 'zod'
import { BackupError } from './backup-error.ts'

/** What a backup says of itself, first record of its content. */
export const Manifest = z.object({
  takenAt: z.iso.datetime(),
  /** Migrations that the database had, as Drizzle notes them. */
  migrations: z.array(z.object({ hash: z.string(), createdAt: z.number() })),
  /** Parents before children, so that every row finds what it refers to. */
  tables: z.array(z.object({ name: z.string(), columns: z.array(z.string()) })),
  sequences: z.array(z.object({ name: z.string(), last: z.string() })),
  /** APP_SECRET, only under a passphrase. */
  appSecret: z.string().optional(),
})
export type Manifest = z.output<typeof Manifest>

/** One record: the manifest, rows of the table that is next (text of COPY), the end of a table, the end. */
export type BackupRecord =
  | { kind: 'manifest'; manifest: Manifest }
  | { kind: 'rows'; bytes: Buffer }
  | { kind: 'table-end'; rows: number }
  | { kind: 'end'; rows: number }

const LETTERS = { manifest: 'M', rows: 'R', 'table-end': 'T', end: 'Z' } as const
const HEAD_BYTES = 5
/** COPY gives some kilobytes at a time; the manifest is smaller. */
const MOST_BYTES = 256 * 1024 * 1024
const Rows = z.object({ rows: z.number().int().nonnegative() })

export function printRecord(record: BackupRecord): Buffer {
  const body = bodyOf(record)
  const head = Buffer.alloc(HEAD_BYTES)
  head.write(LETTERS[record.kind], 0, 'latin1')
  head.writeUInt32BE(body.length, 1)
  return Buffer.concat([head, body])
}

/** Reads records off a stream. Throws BackupError `damaged` when it ends early or holds anything else. */
export async function* readRecords(source: AsyncIterable<Buffer>): AsyncGenerator<BackupRecord> {
  let held: Buffer = Buffer.alloc(0)
  for await (const part of source) {
    held = held.length === 0 ? part : Buffer.concat([held, part])
    while (held.length >= HEAD_BYTES) {
      const length = held.readUInt32BE(1)
      if (length > MOST_BYTES) throw new BackupError('damaged')
      if (held.length < HEAD_BYTES + length) break
      yield parseRecord(held.toString('latin1', 0, 1), held.subarray(HEAD_BYTES, HEAD_BYTES + length))
      held = held.subarray(HEAD_BYTES + length)
    }
  }
  if (held.length > 0) throw new BackupError('damaged')
}

function bodyOf(record: BackupRecord): Buffer {
  if (record.kind === 'rows') return record.bytes
  return Buffer.from(JSON.stringify(record.kind === 'manifest' ? record.manifest : { rows: record.rows }))
}

function parseRecord(letter: string, body: Buffer): BackupRecord {
  try {
    if (letter === LETTERS.rows) return { kind: 'rows', bytes: body }
    const json: unknown = JSON.parse(body.toString())
    if (letter === LETTERS.manifest) return { kind: 'manifest', manifest: Manifest.parse(json) }
    if (letter === LETTERS['table-end']) return { kind: 'table-end', ...Rows.parse(json) }
    if (letter === LETTERS.end) return { kind: 'end', ...Rows.parse(json) }
  } catch {
    throw new BackupError('damaged')
  }
  throw new BackupError('damaged')
}
