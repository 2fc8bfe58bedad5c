import type { Command } from 'commander'
import { countHeld, decideHeld, findOpenRestore } from '../store/held-messages.ts'
import { dayOf, formatDay } from '../time.ts'
import type { CliDeps } from './cli-deps.ts'

/** `outbox held|release|drop`: what a restore held back, until the operator decides. */
export function registerOutbox(program: Command, deps: CliDeps): void {
  const { openTools, print, problem, exitCode, t } = deps
  const outbox = program.command('outbox')
  outbox.command('held').action(() =>
    openTools(async ({ tx }) => {
      const restore = await findOpenRestore(tx)
      const held = await countHeld(tx)
      if (restore) print(t('outbox-restored', { taken: formatDay(dayOf(restore.takenAt)) }))
      if (held.length === 0) return print(t('outbox-none'))
      for (const { kind, class: lane, count, oldest, newest } of held)
        print(
          `  ${t('outbox-kind', { kind, class: lane, count, from: formatDay(dayOf(oldest)), to: formatDay(dayOf(newest)) })}`,
        )
      print(t('outbox-next'))
    }),
  )
  for (const decision of ['release', 'drop'] as const) {
    outbox
      .command(decision)
      .option('--kind <kind>')
      .action(({ kind }: { kind?: string }) =>
        openTools(async (tools) => {
          const restore = await findOpenRestore(tools.tx)
          const held = await countHeld(tools.tx)
          if (kind === undefined ? !restore && held.length === 0 : !held.some((each) => each.kind === kind)) {
            problem(t('outbox-none'))
            return exitCode(1)
          }
          const { isOver, ...done } = await decideHeld(tools, decision, kind)
          print(t('outbox-decided', done))
          print(t(isOver ? 'outbox-over' : 'outbox-more'))
        }),
      )
  }
}
