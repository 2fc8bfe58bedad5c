import { randomBytes } from 'node:crypto'
import { link, mkdir, open, readFile, rename, rm } from 'node:fs/promises'
import { join } from 'node:path'

const FILE = 'app-secret'
const SHORTEST = 32

/**
 * The secret in `DATA_DIR/app-secret`, made on the first call (mode 0600). Starts at the same moment get
 * the same one. Losing the file loses all that is sealed under it.
 */
export async function readOrCreateAppSecret(dataDir: string): Promise<string> {
  const path = join(dataDir, FILE)
  const found = await readSecret(path)
  if (found) return found
  await mkdir(dataDir, { recursive: true })
  const draft = `${path}.${process.pid}-${randomBytes(4).toString('hex')}`
  const file = await open(draft, 'wx', 0o600)
  try {
    await file.writeFile(`${randomBytes(32).toString('base64url')}\n`)
    await file.sync()
  } finally {
    await file.close()
  }
  try {
    // Unlike a rename, a link never replaces a secret that somebody else has made meanwhile.
    await link(draft, path)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
  } finally {
    await rm(draft)
  }
  const made = await readSecret(path)
  if (!made) throw new Error(`${path} vanished while it was made`)
  return made
}

/** The secret of this folder, if it has one; nothing is made. */
export async function findAppSecret(dataDir: string): Promise<string | null> {
  return readSecret(join(dataDir, FILE))
}

/**
 * Brings a secret from elsewhere into the folder, first as `app-secret.restored` (0600). Returns its path, and
 * `install`, which makes it the folder's own; one that was there is kept as `app-secret.before-restore`.
 */
export async function bringAppSecret(
  dataDir: string,
  secret: string,
): Promise<{ path: string; install: () => Promise<void> }> {
  await mkdir(dataDir, { recursive: true })
  const own = join(dataDir, FILE)
  const path = `${own}.restored`
  await rm(path, { force: true })
  const file = await open(path, 'wx', 0o600)
  try {
    await file.writeFile(`${secret}\n`)
    await file.sync()
  } finally {
    await file.close()
  }
  const install = async () => {
    await rename(own, `${own}.before-restore`).catch((error: NodeJS.ErrnoException) => {
      if (error.code !== 'ENOENT') throw error
    })
    await rename(path, own)
  }
  return { path, install }
}

async function readSecret(path: string): Promise<string | null> {
  const text = await readFile(path, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return null
    throw error
  })
  const secret = text?.trim()
  if (secret !== undefined && secret.length < SHORTEST) {
    throw new Error(`${path} holds fewer than ${SHORTEST} characters: bring back the file or set APP_SECRET`)
  }
  return secret ?? null
}
