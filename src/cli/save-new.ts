import { open, rm } from 'node:fs/promises'
import type { CliDeps } from './cli-deps.ts'

/** Writes a new file (`mode`: who may read it); says why not, and then writes nothing. */
export async function saveNew(
  file: string,
  content: Buffer | string,
  force: boolean,
  { problem, exitCode, t }: Pick<CliDeps, 'problem' | 'exitCode' | 't'>,
  mode = 0o666,
): Promise<boolean> {
  let isOurs = false
  try {
    const handle = await open(file, force ? 'w' : 'wx', mode)
    isOurs = true
    try {
      await handle.writeFile(content)
    } finally {
      await handle.close()
    }
    return true
  } catch (error) {
    if (isOurs) await rm(file, { force: true })
    const code = (error as NodeJS.ErrnoException).code ?? ''
    problem(t(code === 'EEXIST' ? 'cli-file-exists' : 'cli-file-unwritable', { file, code }))
    exitCode(1)
    return false
  }
}
