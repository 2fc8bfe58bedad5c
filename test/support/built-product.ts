import { execFile } from 'node:child_process'
import { readdir, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { packageRoot } from '../../src/package-root.ts'
import { withFileLock } from '../../src/store/cluster/file-lock.ts'

const run = promisify(execFile)

/**
 * The folder of the compiled product. Compiles it when a source is newer: `npm test` has done so, a single
 * test file has not.
 */
export async function builtProduct(): Promise<string> {
  const root = packageRoot()
  const dist = join(root, 'dist')
  await withFileLock(join(root, 'node_modules', '.cache', 'nhipquy-build.lock'), async () => {
    const built = await stat(join(dist, 'main.js')).catch(() => null)
    if (built && built.mtimeMs > (await newestSource(join(root, 'src')))) return
    const compiler = join(root, 'node_modules', 'typescript', 'bin', 'tsc')
    await run(process.execPath, [compiler, '-p', join(root, 'tsconfig.build.json')])
  })
  return dist
}

async function newestSource(folder: string): Promise<number> {
  const names = (await readdir(folder, { recursive: true })).filter((name) => name.endsWith('.ts'))
  const times = await Promise.all(names.map(async (name) => (await stat(join(folder, name))).mtimeMs))
  return Math.max(...times)
}
