import type { Command } from 'commander'
import type { CliDeps } from './cli-deps.ts'
import { registerClock } from './clock.ts'
import { registerExport } from './export.ts'
import { registerMigrate } from './migrate.ts'
import { registerRead } from './read.ts'
import { registerRunDue } from './run-due.ts'
import { registerSay } from './say.ts'
import { registerSchema } from './schema.ts'
import { registerStatus } from './status.ts'

/** Every command of the operator, in the order of the help. One line each. */
const COMMANDS: readonly ((program: Command, deps: CliDeps) => void)[] = [
  registerMigrate,
  registerRunDue,
  registerStatus,
  registerExport,
  registerSchema,
  registerClock,
  registerSay,
  registerRead,
]

/** Adds every command to commander. */
export function registerCommands(program: Command, deps: CliDeps): void {
  for (const register of COMMANDS) register(program, deps)
}
