import { createHash } from 'node:crypto'
import { chmod, lstat, mkdir, readdir, readFile, realpath, stat, writeFile } from 'node:fs/promises'
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

/** In DATA_DIR, after the directory's name: where it lies instead. */
const NOTE = '.location'

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
  const { binaries } = options
  const dataDir = await realpath(options.dataDir)
  const name = `postgres-${binaries.major}`
  const noted = await readFile(join(dataDir, name + NOTE), 'utf8').catch(() => '')
  const pgdata = noted.trim() || join(dataDir, name)
  const found = await stat(pgdata).catch(() => null)
  if (found) return reopen(pgdata, binaries, options.elsewhere ?? ELSEWHERE)
  await refuseOtherMajor(dataDir, name)
  if (!isRoot()) return { pgdata, account: null, binaries }
  const account = await findServerAccount()
  const elsewhere = options.elsewhere ?? ELSEWHERE
  const home = (await mayWalk(dataDir, account)) ? dataDir : await moveElsewhere(dataDir, account, options)
  return { pgdata: join(home, name), account, binaries: await reachable(binaries, account, elsewhere) }
}

/** Whoever made a cluster keeps it: an ordinary user's is run as that user even when root comes along. */
async function reopen(
  pgdata: string,
  binaries: PostgresBinaries,
  elsewhere: readonly string[],
): Promise<ClusterDirectory> {
  const account = await ownerOf(pgdata)
  if (!isRoot()) {
    if (account.uid === process.getuid?.()) return { pgdata, account: null, binaries }
    throw new ClusterError(
      `The database in ${pgdata} belongs to the user ${account.name}: run this as that user or as root.`,
    )
  }
  if (!(await mayWalk(dirname(pgdata), account))) {
    throw new ClusterError(
      `The user ${account.name} owns the database in ${pgdata} but can no longer reach it. ` +
        'Give it the right to walk (x) into every folder above.',
    )
  }
  return { pgdata, account, binaries: await reachable(binaries, account, elsewhere) }
}

/** Starting empty beside the data of another release would look like losing everything. */
async function refuseOtherMajor(dataDir: string, name: string): Promise<void> {
  const other = (await readdir(dataDir)).find((entry) => /^postgres-\d+(\.location)?$/.test(entry))
  if (other === undefined) return
  throw new ClusterError(
    `${join(dataDir, other)} was written by another major version of Postgres than ${name}. ` +
      'Go back to the release that wrote it and move the data to a server of your own (DATABASE_URL).',
  )
}

async function moveElsewhere(
  dataDir: string,
  account: SystemAccount,
  { log, binaries, elsewhere = ELSEWHERE }: DirectoryOptions,
): Promise<string> {
  const hash = createHash('sha256').update(dataDir).digest('hex').slice(0, 12)
  const home = await realpath(await prepareElsewhere(elsewhere, hash, account))
  const name = `postgres-${binaries.major}`
  await writeFile(join(dataDir, name + NOTE), `${join(home, name)}\n`)
  log.warn(
    { dir: home },
    'as root the database runs as another user, who cannot reach DATA_DIR; it is kept in this directory',
  )
  return home
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
