import { hkdfSync, scrypt } from 'node:crypto'
import { z } from 'zod'
import type { Vault } from '../vault.ts'
import { BackupError } from './backup-error.ts'

const MAGIC = 'nhipquy-backup'
const FORMAT = 1
/** Longer heads are no heads of ours. */
const MOST_BYTES = 4096
/** Part of format 1: about a tenth of a second and 32 MB for each guess. */
const SCRYPT = { N: 32_768, r: 8, p: 1, maxmem: 64 * 1024 * 1024 }

const Head = z.strictObject({
  /** Product time at which the snapshot was taken. */
  takenAt: z.iso.datetime(),
  /** `secret`: opens with APP_SECRET; `passphrase`: opens with that, and APP_SECRET is inside. */
  kind: z.enum(['secret', 'passphrase']),
  /** Names the APP_SECRET of the database. */
  keyId: z.string().regex(/^[0-9a-f]{8}$/),
  /** Makes the key of this file its own. */
  salt: z.string().regex(/^[\w-]{22,64}$/),
  /** Tells a wrong key from a damaged file. */
  check: z.string().regex(/^[\w-]{11}$/),
})

/** The readable beginning of a backup: two lines, `nhipquy-backup 1` and JSON. */
export type BackupHead = z.output<typeof Head>

/** What opens a backup: the vault of APP_SECRET, if there is one here, or a passphrase. */
export interface BackupKeys {
  vault: Pick<Vault, 'keyId' | 'derive'> | null
  passphrase?: string
}

/** A new head with the key of its file. Throws when there is neither passphrase nor vault. */
export async function makeHead(
  keys: { vault: Pick<Vault, 'keyId' | 'derive'>; passphrase?: string },
  takenAt: Date,
  randomBytes: (size: number) => Buffer,
): Promise<{ head: BackupHead; key: Buffer }> {
  const kind = keys.passphrase === undefined ? 'secret' : 'passphrase'
  const salt = randomBytes(16).toString('base64url')
  const key = await fileKey(keys, kind, salt)
  const head = { takenAt: takenAt.toISOString(), kind, keyId: keys.vault.keyId, salt, check: checkOf(key) }
  return { head: head as BackupHead, key }
}

/** The key of a backup. Throws BackupError: `wrong-key`, `needs-passphrase`, `wrong-passphrase`. */
export async function openHead(head: BackupHead, keys: BackupKeys): Promise<Buffer> {
  if (head.kind === 'secret' && keys.vault?.keyId !== head.keyId) throw new BackupError('wrong-key')
  if (head.kind === 'passphrase' && keys.passphrase === undefined) throw new BackupError('needs-passphrase')
  const key = await fileKey(keys, head.kind, head.salt)
  if (checkOf(key) !== head.check)
    throw new BackupError(head.kind === 'passphrase' ? 'wrong-passphrase' : 'damaged')
  return key
}

export function printHead(head: BackupHead): Buffer {
  return Buffer.from(`${MAGIC} ${FORMAT}\n${JSON.stringify(head)}\n`)
}

/** Reads the head off the beginning of a file. `length`: bytes that it takes. */
export function readHead(start: Buffer): { head: BackupHead; length: number } {
  const text = start.toString('latin1', 0, MOST_BYTES)
  const found = /^nhipquy-backup (\d{1,4})\n/.exec(text)
  if (!found) throw new BackupError('not-a-backup')
  if (Number(found[1]) !== FORMAT) throw new BackupError('newer-format')
  const end = text.indexOf('\n', found[0].length)
  if (end < 0) throw new BackupError('damaged')
  try {
    const head = Head.parse(JSON.parse(text.slice(found[0].length, end)))
    return { head, length: end + 1 }
  } catch {
    throw new BackupError('damaged')
  }
}

async function fileKey(keys: BackupKeys, kind: BackupHead['kind'], salt: string): Promise<Buffer> {
  const base = kind === 'secret' ? keys.vault!.derive('backup') : await stretch(keys.passphrase!, salt)
  return Buffer.from(hkdfSync('sha256', base, salt, 'nhipquy backup file', 32))
}

/** Vietnamese letters can be typed in two forms: the composed one counts. */
function stretch(passphrase: string, salt: string): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    scrypt(passphrase.trim().normalize('NFC'), salt, 32, SCRYPT, (error, key) =>
      error ? reject(error) : resolve(key),
    )
  })
}

function checkOf(key: Buffer): string {
  return Buffer.from(hkdfSync('sha256', key, '', 'nhipquy backup check', 8)).toString('base64url')
}
