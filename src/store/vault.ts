import { createCipheriv, createDecipheriv, createHmac, hkdfSync, randomBytes } from 'node:crypto'

/**
 * Encryption of single columns under APP_SECRET.
 *
 * `place` is `table.column:rowId`. It is authenticated with the value, so that a sealed value copied to
 * another row or column does not open.
 */
export interface Vault {
  /** Names the secret that seals; safe to store and to show. */
  readonly keyId: string
  /** `v1.<keyId>.<base64url of iv, ciphertext and tag>`. */
  seal(place: string, plaintext: string): string
  /** Throws VaultKeyError for another secret, VaultOpenError for a damaged or moved value. */
  open(place: string, sealed: string): string
  /** As `seal`, for files: the same head in ASCII, then raw bytes. */
  sealBytes(place: string, plaintext: Buffer): Buffer
  openBytes(place: string, sealed: Buffer): Buffer
  /** HMAC of a value in hex: finds a row by a value that is stored sealed or hashed. */
  blindIndex(purpose: string, value: string): string
  /** A secret of its own for `purpose` (webhook paths and the like), base64url; `length` in bytes. */
  derive(purpose: string, length?: number): string
}

export class VaultKeyError extends Error {
  override readonly name = 'VaultKeyError'
  readonly code = 'VAULT_KEY'
  readonly keyId: string

  constructor(keyId: string) {
    super(`APP_SECRET differs from the one this database was written with (key ${keyId})`)
    this.keyId = keyId
  }
}

export class VaultOpenError extends Error {
  override readonly name = 'VaultOpenError'
  readonly code = 'VAULT_OPEN'

  constructor(place: string) {
    super(`the sealed value at ${place} is damaged or belongs elsewhere`)
  }
}

const VERSION = 'v1'
const IV_BYTES = 12
const TAG_BYTES = 16
const KEY_ID = /^[0-9a-f]{8}$/

/**
 * A vault that seals with `appSecret` and opens what it or any of `older` sealed. `random` gives the
 * initialisation vectors.
 */
export function createVault(
  appSecret: string,
  older: readonly string[] = [],
  random: (bytes: number) => Buffer = randomBytes,
): Vault {
  const current = keyRing(appSecret)
  const rings = new Map([...older.map(keyRing), current].map((ring) => [ring.id, ring]))

  function encrypt(place: string, plaintext: Buffer): Buffer {
    const iv = random(IV_BYTES)
    const cipher = createCipheriv('aes-256-gcm', current.fieldKey(place), iv)
    cipher.setAAD(Buffer.from(place))
    return Buffer.concat([iv, cipher.update(plaintext), cipher.final(), cipher.getAuthTag()])
  }

  function decrypt(place: string, keyId: string, body: Buffer): Buffer {
    const ring = rings.get(keyId)
    if (!ring) throw new VaultKeyError(keyId)
    if (body.length < IV_BYTES + TAG_BYTES) throw new VaultOpenError(place)
    const decipher = createDecipheriv('aes-256-gcm', ring.fieldKey(place), body.subarray(0, IV_BYTES))
    decipher.setAAD(Buffer.from(place))
    decipher.setAuthTag(body.subarray(-TAG_BYTES))
    try {
      return Buffer.concat([decipher.update(body.subarray(IV_BYTES, -TAG_BYTES)), decipher.final()])
    } catch {
      throw new VaultOpenError(place)
    }
  }

  const head = `${VERSION}.${current.id}.`
  return {
    keyId: current.id,
    seal: (place, plaintext) => head + encrypt(place, Buffer.from(plaintext)).toString('base64url'),
    open: (place, sealed) => {
      const { keyId, length } = readHead(place, sealed)
      return decrypt(place, keyId, Buffer.from(sealed.slice(length), 'base64url')).toString()
    },
    sealBytes: (place, plaintext) => Buffer.concat([Buffer.from(head), encrypt(place, plaintext)]),
    openBytes: (place, sealed) => {
      const { keyId, length } = readHead(place, sealed.toString('latin1', 0, head.length))
      return decrypt(place, keyId, sealed.subarray(length))
    },
    blindIndex: (purpose, value) =>
      createHmac('sha256', current.key(`blind index ${purpose}`))
        .update(value)
        .digest('hex'),
    derive: (purpose, length = 32) =>
      Buffer.from(deriveBytes(appSecret, `derived ${purpose}`, length)).toString('base64url'),
  }
}

/** Splits `v1.<keyId>.` off; `length` is that of the head. */
function readHead(place: string, sealed: string): { keyId: string; length: number } {
  const [version, keyId] = sealed.split('.', 2)
  if (version !== VERSION || !keyId || !KEY_ID.test(keyId)) throw new VaultOpenError(place)
  return { keyId, length: version.length + keyId.length + 2 }
}

interface KeyRing {
  id: string
  key(purpose: string): Buffer
  fieldKey(place: string): Buffer
}

function keyRing(secret: string): KeyRing {
  const keys = new Map<string, Buffer>()
  const key = (purpose: string) => {
    let found = keys.get(purpose)
    if (!found) keys.set(purpose, (found = deriveBytes(secret, purpose, 32)))
    return found
  }
  return {
    id: deriveBytes(secret, 'key id', 4).toString('hex'),
    key,
    // One key per column, so that no single key sees more values than random vectors allow for.
    fieldKey: (place) => key(`field ${columnOf(place)}`),
  }
}

function columnOf(place: string): string {
  const [column, row] = place.split(':', 2)
  if (!column || !row) throw new Error('a place in the vault is written table.column:rowId')
  return column
}

function deriveBytes(secret: string, purpose: string, length: number): Buffer {
  return Buffer.from(hkdfSync('sha256', secret, '', `nhipquy ${purpose}`, length))
}
