import { createReadStream } from 'node:fs'
import { open } from 'node:fs/promises'
import { createGunzip } from 'node:zlib'
import { BackupError } from './backup-error.ts'
import { openHead, readHead, type BackupHead, type BackupKeys } from './backup-head.ts'
import { type BackupRecord, type Manifest, readRecords } from './backup-records.ts'
import { countRows } from './dump-database.ts'
import { openFrames } from './sealed-frames.ts'

/** An opened backup: what it holds can be read as often as is needed. */
export interface OpenedBackup {
  head: BackupHead
  records(): AsyncGenerator<BackupRecord>
}

/** Opens a backup with one of the keys. Throws BackupError; ENOENT when there is no such file. */
export async function openBackup(file: string, keys: BackupKeys): Promise<OpenedBackup> {
  const { head, bytes } = await peekHead(file)
  const key = await openHead(head, keys)
  return {
    head,
    records: () => readRecords(unzipped(openFrames(key, bytes, bytesFrom(file, bytes.length)))),
  }
}

/** The readable head alone, not yet proven: what opens the file, and when it was taken. */
export async function peekHead(file: string): Promise<{ head: BackupHead; bytes: Buffer }> {
  const handle = await open(file, 'r')
  try {
    const start = Buffer.alloc(4096)
    const { bytesRead } = await handle.read(start, 0, start.length, 0)
    const { head, length } = readHead(start.subarray(0, bytesRead))
    return { head, bytes: start.subarray(0, length) }
  } finally {
    await handle.close()
  }
}

/** Reads a backup to its end and believes nothing before: returns its manifest and how many rows it holds. */
export async function verifyBackup(backup: OpenedBackup): Promise<{ manifest: Manifest; rows: number }> {
  let manifest: Manifest | null = null
  let tables = 0
  let inTable = 0
  let total = 0
  let isWhole = false
  for await (const record of backup.records()) {
    if (isWhole) throw new BackupError('damaged')
    if (record.kind === 'manifest') manifest = record.manifest
    else if (record.kind === 'rows') inTable += countRows(record.bytes)
    else if (record.kind === 'table-end') {
      if (record.rows !== inTable) throw new BackupError('damaged')
      total += inTable
      inTable = 0
      tables += 1
    } else isWhole = record.rows === total
  }
  if (!manifest || !isWhole || tables !== manifest.tables.length) throw new BackupError('damaged')
  return { manifest, rows: total }
}

async function* bytesFrom(file: string, start: number): AsyncGenerator<Buffer> {
  yield* createReadStream(file, { start }) as AsyncIterable<Buffer>
}

async function* unzipped(source: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  const gunzip = createGunzip()
  const feeding = feed(source, gunzip)
  // Looked at below; until then its failure is nobody's.
  feeding.catch(() => undefined)
  try {
    yield* gunzip as AsyncIterable<Buffer>
  } catch (error) {
    throw error instanceof BackupError ? error : new BackupError('damaged')
  }
  await feeding
}

async function feed(source: AsyncIterable<Buffer>, gunzip: ReturnType<typeof createGunzip>): Promise<void> {
  try {
    for await (const part of source) {
      if (gunzip.destroyed) return
      if (!gunzip.write(part))
        await new Promise<void>((resolve) => gunzip.once('drain', resolve).once('close', resolve))
    }
    gunzip.end()
  } catch (error) {
    gunzip.destroy(error as Error)
    throw error
  }
}
