import { readFile } from 'node:fs/promises'
import type { CliDeps } from './cli-deps.ts'

const SHORTEST = 12

/**
 * The passphrase of a backup: the first line of the file, else the setting, else undefined. Null after saying
 * why it cannot be used.
 */
export async function readPassphrase(deps: CliDeps, file?: string): Promise<string | undefined | null> {
  if (file === undefined) return deps.config().backupPassphrase
  const text = await readFile(file, 'utf8').catch(() => null)
  const [line = ''] = (text ?? '').split(/\r?\n/)
  if (line.trim().length >= SHORTEST) return line.trim()
  deps.problem(
    text === null
      ? deps.t('backup-no-file', { file })
      : deps.t('backup-short-passphrase', { file, characters: SHORTEST }),
  )
  deps.exitCode(2)
  return null
}
