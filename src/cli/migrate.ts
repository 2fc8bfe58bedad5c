import type { Command } from 'commander'
import type { CliDeps } from './cli-deps.ts'

/** `migrate`: brings the database to this release. Every command does so first; this one does nothing else. */
export function registerMigrate(program: Command, { openParts, print, t }: CliDeps): void {
  program.command('migrate').action(async () => {
    await openParts(async () => undefined)
    print(t('cli-migrated'))
  })
}
