import { access, constants, mkdir } from 'node:fs/promises'
import { resolve } from 'node:path'
import { isSetOutside, loadEnvironment } from '../config.ts'
import { readYesNo } from '../domain/vietnamese-yes-no.ts'
import type { CliDeps } from './cli-deps.ts'
import { saveToEnvFile } from './env-file.ts'
import type { Wizard } from './wizard.ts'

const SETTING = 'BACKUP_DIR'
const SUGGESTED = 'backups'

/** Asks for the folder of the nightly backups, makes it, and writes it into `.env`. */
export async function setUpBackup(wizard: Wizard, again: boolean, deps: CliDeps): Promise<void> {
  const { problem, t } = deps
  wizard.heading('setup-step-backup')
  const now = loadEnvironment()[SETTING]?.trim()
  if (now && (!again || isSetOutside(SETTING))) return wizard.done(t('setup-have-backup', { folder: now }))
  for (;;) {
    const typed = await wizard.ask('setup-ask-backup', { fallback: now ?? resolve(SUGGESTED) })
    if (readYesNo(typed) === false) return wizard.note(t('setup-without-backup'))
    const folder = resolve(typed)
    const code = await unusable(folder)
    if (code === null) {
      await saveToEnvFile('.env', { [SETTING]: folder })
      return wizard.done(t('setup-have-backup', { folder }))
    }
    problem(`  ${t('setup-bad-backup', { folder, code })}`)
  }
}

/** Why nothing can be written there, as the system names it; null: it can. */
async function unusable(folder: string): Promise<string | null> {
  try {
    await mkdir(folder, { recursive: true, mode: 0o700 })
    await access(folder, constants.W_OK)
    return null
  } catch (error) {
    return (error as NodeJS.ErrnoException).code ?? 'EIO'
  }
}
