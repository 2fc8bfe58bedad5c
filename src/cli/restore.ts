import { dirname } from 'node:path'
import type { Command } from 'commander'
import { uuidv7 } from 'uuidv7'
import type { Config } from '../config.ts'
import { bringAppSecret, findAppSecret } from '../store/app-secret.ts'
import { BackupError } from '../store/backup/backup-error.ts'
import { type OpenedBackup, openBackup, peekHead, verifyBackup } from '../store/backup/read-backup.ts'
import { restoreBackup } from '../store/backup/restore-backup.ts'
import { bringErasures } from '../store/data-desk/erasures.ts'
import { readErasureRegister } from '../store/data-desk/erasure-register.ts'
import { createVault } from '../store/vault.ts'
import { dayOf, formatDay, systemClock, wallTime } from '../time.ts'
import { eraseApproved } from '../jobs/erase-approved.ts'
import { withTools } from '../tools.ts'
import type { CliDeps } from './cli-deps.ts'
import { readPassphrase } from './read-passphrase.ts'

interface RestoreOptions {
  passphraseFile?: string
  check?: boolean
}

/** `restore FILE`: a backup into an empty database; `--check` only reads it to the end. */
export function registerRestore(program: Command, deps: CliDeps): void {
  const { problem, exitCode, t } = deps
  program
    .command('restore <file>')
    .option('--passphrase-file <path>')
    .option('--check')
    .action(async (file: string, options: RestoreOptions) => {
      try {
        await restore(deps, file, options)
      } catch (error) {
        const isMissing = (error as NodeJS.ErrnoException).code === 'ENOENT'
        if (error instanceof BackupError) problem(t(`backup-refused-${error.fault}`, { file }))
        else if (isMissing) problem(t('backup-no-file', { file }))
        else throw error
        exitCode(1)
      }
    })
}

async function restore(deps: CliDeps, file: string, options: RestoreOptions): Promise<void> {
  const { print, problem, exitCode, t } = deps
  const config = deps.config()
  const typed = await readPassphrase(deps, options.passphraseFile)
  if (typed === null) return
  const { head } = await peekHead(file)
  const passphrase =
    typed ?? (head.kind === 'passphrase' ? ((await deps.ask(t('backup-ask-passphrase'))) ?? '') : undefined)
  const secret = config.appSecret ?? (await findAppSecret(config.dataDir))
  const vault = secret === null ? null : createVault(secret)
  const backup = await openBackup(file, { vault, ...(passphrase && { passphrase }) })
  if (options.check) {
    const { manifest, rows } = await verifyBackup(backup)
    return print(t('backup-sound', { file, taken: when(manifest.takenAt), rows }))
  }
  const carried = head.keyId === vault?.keyId ? null : await carriedSecret(backup)
  if (carried !== null && config.appSecret !== undefined) {
    const { path } = await bringAppSecret(config.dataDir, carried)
    problem(t('backup-other-secret', { path }))
    return exitCode(1)
  }
  await restoreInto(deps, config, backup, carried)
  await eraseAgain(deps, config, dirname(file))
}

async function restoreInto(
  { openBare, print, t }: CliDeps,
  config: Config,
  backup: OpenedBackup,
  carried: string | null,
): Promise<void> {
  const machineNow = systemClock().machine()
  const brought = carried === null ? null : await bringAppSecret(config.dataDir, carried)
  const restored = await openBare((url) => restoreBackup(url, backup, { machineNow, newId: uuidv7 }))
  await brought?.install()
  const { manifest, rows, held } = restored
  print(t('backup-restored', { taken: when(manifest.takenAt), rows }))
  if (brought) print(t('backup-secret-brought'))
  print(t('backup-held', { count: held }))
}

/** People who were deleted since the backup was taken are deleted once more, before anything runs on it. */
async function eraseAgain(
  { openParts, print, t }: CliDeps,
  { dataDir, backupDir }: Config,
  folder: string,
): Promise<void> {
  const registers = [dataDir, ...(backupDir === undefined ? [] : [backupDir])]
  const known = await readErasureRegister([...registers, folder])
  if (known.length === 0) return print(t('backup-no-erasures'))
  const count = await openParts(async (parts) => {
    await withTools(parts, (tools) => bringErasures(tools, known))
    return eraseApproved(parts, registers)
  })
  print(t('backup-erased-again', { count }))
}

/** APP_SECRET as the backup carries it; null when it has none and the one here must do. */
async function carriedSecret(backup: OpenedBackup): Promise<string | null> {
  for await (const record of backup.records()) {
    return record.kind === 'manifest' ? (record.manifest.appSecret ?? null) : null
  }
  return null
}

function when(takenAt: string): string {
  const instant = new Date(takenAt)
  const { hour, minute } = wallTime(instant)
  return `${hour}:${String(minute).padStart(2, '0')} ${formatDay(dayOf(instant))}`
}
