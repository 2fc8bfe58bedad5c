import type { Command } from './command.ts'
import { cancel } from './cancel.ts'
import { createHelp } from './help.ts'
import { language } from './language.ts'
import { progress } from './progress.ts'
import { summary } from './summary.ts'

export { sayThanks } from './thanks.ts'
export { sayUnknown } from './unknown.ts'
export { isFor, menuOf } from './offer.ts'

/** Every command, in the order of menus and help. One line each. */
export const COMMANDS: readonly Command[] = [progress, summary, createHelp(() => COMMANDS), language, cancel]
