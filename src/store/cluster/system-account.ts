import { readFile, stat } from 'node:fs/promises'
import { dirname } from 'node:path'
import { ClusterError } from './cluster-error.ts'

/** Whom the server runs as. */
export interface SystemAccount {
  name: string
  uid: number
  gid: number
}

// Postgres refuses to run as root. `postgres` is made for the purpose; `nobody` exists everywhere.
const CANDIDATES = ['postgres', 'nobody']

export function isRoot(): boolean {
  return process.getuid?.() === 0
}

/** The first unprivileged account of this system that may run the server. */
export async function findServerAccount(): Promise<SystemAccount> {
  const accounts = await readAccounts()
  for (const name of CANDIDATES) {
    const found = accounts.find((account) => account.name === name && account.uid > 0)
    if (found) return found
  }
  throw new ClusterError(
    'Postgres does not run as root, and there is neither a user postgres nor nobody to run it as. ' +
      'Start nhipquy as an ordinary user, or set DATABASE_URL.',
  )
}

/** The account that owns `path`; its name is the number where the system has none. */
export async function ownerOf(path: string): Promise<SystemAccount> {
  const { uid, gid } = await stat(path)
  const known = (await readAccounts()).find((account) => account.uid === uid)
  return { name: known?.name ?? String(uid), uid, gid }
}

/**
 * Whether `account` may walk down to `folder` and into it, by the mode bits of every folder above
 * (access lists are not looked at).
 */
export async function mayWalk(folder: string, account: SystemAccount): Promise<boolean> {
  for (let current = folder; ; current = dirname(current)) {
    const { mode, uid, gid } = await stat(current)
    const bit = uid === account.uid ? 0o100 : gid === account.gid ? 0o010 : 0o001
    if ((mode & bit) === 0) return false
    if (dirname(current) === current) return true
  }
}

async function readAccounts(): Promise<SystemAccount[]> {
  const lines = (await readFile('/etc/passwd', 'utf8').catch(() => '')).split('\n')
  return lines.map((line) => {
    const [name = '', , uid, gid] = line.split(':')
    return { name, uid: Number(uid), gid: Number(gid) }
  })
}
