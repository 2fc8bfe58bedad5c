import { createWriteStream, existsSync } from 'node:fs'
import { open, rename, rm, stat } from 'node:fs/promises'
import { dirname } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { createGzip } from 'node:zlib'
import postgres from 'postgres'
import type { Vault } from '../vault.ts'
import { BackupError } from './backup-error.ts'
import { makeHead, printHead } from './backup-head.ts'
import { printRecord } from './backup-records.ts'
import { dumpDatabase } from './dump-database.ts'
import { sealFrames } from './sealed-frames.ts'

export interface BackupRequest {
  /** Of the database: a backup has a connection of its own. */
  url: string
  vault: Vault
  /** Product time, for the head. */
  takenAt: Date
  randomBytes: (size: number) => Buffer
  /** With a passphrase the file opens with that and carries `appSecret` along. */
  passphrase?: string
  appSecret: string
}

/**
 * Writes the whole database, as of one moment, into an encrypted file: first beside it under another name,
 * then renamed, so that a file of that name is whole. Returns its size. An existing file is never replaced
 * (BackupError `exists`).
 */
export async function writeBackup(file: string, request: BackupRequest): Promise<{ bytes: number }> {
  if (existsSync(file)) throw new BackupError('exists')
  const { url, vault, takenAt, randomBytes, passphrase, appSecret } = request
  const keys = { vault, ...(passphrase !== undefined && { passphrase }) }
  const { head, key } = await makeHead(keys, takenAt, randomBytes)
  const headBytes = printHead(head)
  const draft = `${file}.part-${randomBytes(4).toString('hex')}`
  try {
    await inSnapshot(url, async (tx) => {
      const about = { takenAt, ...(passphrase !== undefined && { appSecret }) }
      await pipeline(
        Readable.from(printed(dumpDatabase(tx, about))),
        createGzip(),
        (source: AsyncIterable<Buffer>) => withHead(headBytes, sealFrames(key, headBytes, source)),
        createWriteStream(draft, { flags: 'wx', mode: 0o600 }),
      )
    })
    await settle(draft)
    await rename(draft, file)
    await settle(dirname(file))
    return { bytes: (await stat(file)).size }
  } finally {
    await rm(draft, { force: true })
  }
}

/** One transaction that sees one moment, on a connection that is cut when the work fails in the middle of a COPY. */
async function inSnapshot(url: string, work: (tx: postgres.TransactionSql) => Promise<void>): Promise<void> {
  const sql = postgres(url, {
    max: 1,
    idle_timeout: 0,
    max_lifetime: null,
    onnotice: () => {},
    connection: { application_name: 'backup', TimeZone: 'UTC' },
  })
  let failure: { error: unknown } | undefined
  try {
    await sql.begin('isolation level repeatable read read only', async (tx) => {
      try {
        await work(tx)
      } catch (error) {
        failure = { error }
        void sql.end({ timeout: 0 })
        throw error
      }
    })
  } catch (error) {
    throw failure ? failure.error : error
  } finally {
    await sql.end({ timeout: 0 })
  }
}

async function* printed(records: ReturnType<typeof dumpDatabase>): AsyncGenerator<Buffer> {
  for await (const record of records) yield printRecord(record)
}

async function* withHead(head: Buffer, frames: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  yield head
  yield* frames
}

/** On the disk, not only in memory. A folder cannot be opened so on every system; then the rename must do. */
async function settle(path: string): Promise<void> {
  const handle = await open(path, 'r').catch(() => null)
  try {
    await handle?.sync().catch(() => undefined)
  } finally {
    await handle?.close()
  }
}
