import type { Command } from 'commander'
import { registerAccount } from './account.ts'
import { registerAlert } from './alert.ts'
import { registerAssignment } from './assignment.ts'
import { registerBackup } from './backup.ts'
import { registerBot } from './bot.ts'
import type { CliDeps } from './cli-deps.ts'
import { registerClock } from './clock.ts'
import { registerData } from './data.ts'
import { registerDoctor } from './doctor.ts'
import { registerExport } from './export.ts'
import { registerGoLive } from './go-live.ts'
import { registerImportDone } from './import-done.ts'
import { registerImportRoster } from './import-roster.ts'
import { registerInvite } from './invite.ts'
import { registerMigrate } from './migrate.ts'
import { registerOutbox } from './outbox.ts'
import { registerPeriod } from './period.ts'
import { registerProgramme } from './programme.ts'
import { registerProgrammeFiles } from './programme-files.ts'
import { registerRead } from './read.ts'
import { registerRehearse } from './rehearse.ts'
import { registerReplay } from './replay.ts'
import { registerRestore } from './restore.ts'
import { registerRunDue } from './run-due.ts'
import { registerSay } from './say.ts'
import { registerSchema } from './schema.ts'
import { registerSetDate } from './set-date.ts'
import { registerSetup } from './setup.ts'
import { registerStatus } from './status.ts'
import { registerUnits } from './units.ts'
import { registerTemplate } from './template.ts'
import { registerUnitReach } from './unit-reach.ts'

/** Every command of the operator, in the order of the help. One line each. */
const COMMANDS: readonly ((program: Command, deps: CliDeps) => void)[] = [
  registerSetup,
  registerTemplate,
  (program, deps) => registerImportRoster(program, deps),
  registerImportDone,
  registerProgramme,
  registerProgrammeFiles,
  registerUnits,
  registerPeriod,
  registerUnitReach,
  registerBot,
  registerInvite,
  registerAccount,
  registerRehearse,
  registerGoLive,
  registerSetDate,
  registerAssignment,
  registerData,
  registerMigrate,
  registerRunDue,
  registerStatus,
  registerExport,
  registerSchema,
  registerClock,
  registerReplay,
  registerDoctor,
  registerAlert,
  registerBackup,
  registerRestore,
  registerOutbox,
  registerSay,
  registerRead,
]

/** Adds every command to commander. */
export function registerCommands(program: Command, deps: CliDeps): void {
  for (const register of COMMANDS) register(program, deps)
}
