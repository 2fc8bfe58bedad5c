import { resolve } from 'node:path'
import type { Command } from 'commander'
import { backUp } from '../service/daily-backup.ts'
import { BackupError } from '../store/backup/backup-error.ts'
import { noteBackup } from '../store/backups.ts'
import type { CliDeps } from './cli-deps.ts'
import { readPassphrase } from './read-passphrase.ts'

/** `backup FILE`: the whole database of one moment, encrypted. */
export function registerBackup(program: Command, deps: CliDeps): void {
  const { openParts, print, problem, exitCode, t } = deps
  program
    .command('backup <file>')
    .option('--passphrase-file <path>')
    .action(async (file: string, options: { passphraseFile?: string }) => {
      const passphrase = await readPassphrase(deps, options.passphraseFile)
      if (passphrase === null) return
      try {
        await openParts(async ({ product, db, newId, clock, vault }) => {
          const startedAt = clock.machine()
          const { bytes } = await backUp(product, resolve(file), passphrase)
          const finishedAt = clock.machine()
          await noteBackup(db, { id: newId(), file: null, bytes, startedAt, finishedAt, errorCode: null })
          print(t('backup-written', { file, kilobytes: Math.ceil(bytes / 1024) }))
          print(
            passphrase === undefined
              ? t('backup-needs-secret', { key: vault.keyId })
              : t('backup-needs-passphrase'),
          )
        })
      } catch (error) {
        const { code } = error as NodeJS.ErrnoException
        if (error instanceof BackupError) problem(t(`backup-refused-${error.fault}`, { file }))
        else if (code === 'ENOENT' || code === 'EACCES') problem(t('backup-no-folder', { file }))
        else if (code === 'ENOSPC') problem(t('backup-no-space', { file }))
        else throw error
        exitCode(1)
      }
    })
}
