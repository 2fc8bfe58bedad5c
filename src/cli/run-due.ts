import type { Command } from 'commander'
import { areRootsLocal } from '../config.ts'
import { planPass, runPass } from '../jobs/run-pass.ts'
import { parseClockMove } from '../store/product-clock.ts'
import type { CliDeps } from './cli-deps.ts'
import { countHeld, heldLines } from './held-lines.ts'
import { rolledBack } from './rolled-back.ts'

/** `run-due`: plans and queues what is due now, or at another instant; a second run changes nothing. */
export function registerRunDue(program: Command, deps: CliDeps): void {
  const { openParts, print, problem, exitCode, t } = deps
  program
    .command('run-due')
    .option('--at <instant>')
    .option('--dry-run')
    .option('--json')
    .action(async (options: { at?: string; dryRun?: boolean; json?: boolean }) => {
      const at = options.at === undefined ? null : parseClockMove(options.at)
      if (options.at !== undefined && !(at && 'to' in at)) {
        problem(t('cli-clock-unreadable', { to: options.at }))
        return exitCode(2)
      }
      await openParts(async (parts) => {
        const product = parts.clock.product()
        const instant = at && 'to' in at ? at.to : product
        const local = areRootsLocal(deps.config())
        if (instant > product && !options.dryRun && !local) {
          problem(t('cli-run-due-future'))
          return exitCode(1)
        }
        const moved = { ...parts, clock: { machine: parts.clock.machine, product: () => instant } }
        if (!options.dryRun) {
          const counts = await runPass(moved)
          return print(options.json ? JSON.stringify(counts) : t('cli-run-due-done', { ...counts }))
        }
        const { counts, held } = await rolledBack(moved, planPass)
        const heldCounts = countHeld(held)
        if (options.json) return print(JSON.stringify({ ...counts, held: heldCounts }))
        print(t('cli-run-due-dry', { ...counts }))
        for (const line of heldLines(heldCounts, t)) print(line)
      })
    })
}
