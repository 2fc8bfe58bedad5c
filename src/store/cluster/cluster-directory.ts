import { createHash } from 'node:crypto'
import { chmod, lstat, mkdir, readFile, realpath, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import type { Logger } from '../../log.ts'
import { ClusterError } from './cluster-error.ts'
import { copyBinaries, programPath, type PostgresBinaries } from './postgres-binaries.ts'
import { findServerAccount, isRoot, mayWalk, ownerOf, type SystemAccount } from './system-account.ts'

/** Where the cluster lies, whom it runs as (null: as ourselves) and which binaries it runs. */
export interface ClusterDirectory {
  pgdata: string
  account: SystemAccount | null
  binaries: PostgresBinaries
}

/** Where root keeps a cluster that its account cannot reach in DATA_DIR, first choice first. */
const ELSEWHERE = ['/var/lib/nhipquy', '/srv/nhipquy', '/var/tmp/nhipquy', join(tmpdir(), 'nhipquy')]

export interface DirectoryOptions {
  dataDir: string
  log: Logger
  binaries: PostgresBinaries
  /** Instead of ELSEWHERE. */
  elsewhere?: readonly string[]
}

/**
 * Chooses the directory of the cluster. An ordinary user keeps it in DATA_DIR. Root cannot run Postgres,
 * so an account without rights does, and it has to reach the directory: when it cannot walk into DATA_DIR,
 * another directory is taken, and a file in DATA_DIR remembers which.
 */
export async function resolveClusterDirectory(options: DirectoryOptions): Promise<ClusterDirectory> {
  const { log, binaries } = options
  const dataDir = await realpath(options.dataDir)
  const name = `postgres-${binaries.major}`
  const pgdata = join(dataDir, name)
  if (!isRoot()) return { pgdata, account: null, binaries }
  const elsewhere = options.elsewhere ?? ELSEWHERE
  const note = join(dataDir, `${name}.location`)
  const noted = (await readFile(note, 'utf8').catch(() => '')).trim()
  const existing = noted || pgdata
  if (await exists(existing)) {
    // Whoever made it keeps it: an ordinary user's cluster is run as that user even when root comes along.
    const account = await ownerOf(existing)
    if (!(await mayWalk(dirname(existing), account))) {
      throw new ClusterError(
        `The user ${account.name} owns the database in ${existing} but can no longer reach it. ` +
          'Give it the right to walk (x) into every folder above.',
      )
    }
    return { pgdata: existing, account, binaries: await reachable(binaries, account, elsewhere) }
  }
  const account = await findServerAccount()
  if (await mayWalk(dataDir, account)) {
    return { pgdata, account, binaries: await reachable(binaries, account, elsewhere) }
  }
  const hash = createHash('sha256').update(dataDir).digest('hex').slice(0, 12)
  const home = await prepareElsewhere(elsewhere, hash, account)
  await writeFile(note, `${join(home, name)}\n`)
  log.warn(
    { dir: home },
    'as root the database runs as another user, who cannot reach DATA_DIR; it is kept in this directory',
  )
  return { pgdata: join(home, name), account, binaries: await reachable(binaries, account, elsewhere) }
}

/** The binaries themselves, or a copy where `account` can run them. */
async function reachable(
  binaries: PostgresBinaries,
  account: SystemAccount,
  elsewhere: readonly string[],
): Promise<PostgresBinaries> {
  if (await mayWalk(dirname(await realpath(programPath(binaries, 'postgres'))), account)) return binaries
  return copyBinaries(binaries, await prepareElsewhere(elsewhere, 'programs', account))
}

async function prepareElsewhere(
  roots: readonly string[],
  name: string,
  account: SystemAccount,
): Promise<string> {
  for (const root of roots) {
    const folder = join(root, name)
    try {
      await mkdir(folder, { recursive: true, mode: 0o711 })
      // Somebody else may have made these names in a folder that all may write to.
      for (const path of [root, folder]) {
        const found = await lstat(path)
        if (!found.isDirectory() || found.uid !== 0) throw new Error('not ours')
        await chmod(path, 0o711)
      }
      if (await mayWalk(folder, account)) return folder
    } catch {
      continue
    }
  }
  throw new ClusterError(
    `The user ${account.name} can reach neither DATA_DIR nor any of ${roots.join(', ')}. ` +
      'Set DATA_DIR to a folder that it can walk into, or set DATABASE_URL.',
  )
}

async function exists(path: string): Promise<boolean> {
  return stat(path).then(
    () => true,
    () => false,
  )
}
