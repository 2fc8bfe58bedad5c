import type { Command } from 'commander'
import { areRootsLocal } from '../config.ts'
import { countQueuedSince, runPass } from '../jobs/run-pass.ts'
import { moveClock, parseClockMove } from '../store/product-clock.ts'
import { dayOf, formatDay, wallTime } from '../time.ts'
import { withTools } from '../tools.ts'
import type { CliDeps } from './cli-deps.ts'

/** `clock show|set`: product time, and moving it forward where only local servers play the platforms. */
export function registerClock(program: Command, deps: CliDeps): void {
  const { openParts, print, problem, exitCode, t } = deps
  const clock = program.command('clock')
  clock.command('show', { isDefault: true }).action(async () => {
    await openParts(async (parts) => print(words(parts.clock.product())))
  })
  clock.command('set <to>').action(async (to: string) => {
    if (!areRootsLocal(deps.config())) {
      problem(t('cli-clock-only-loopback'))
      return exitCode(1)
    }
    const move = parseClockMove(to)
    if (!move) {
      problem(t('cli-clock-unreadable', { to }))
      return exitCode(2)
    }
    await openParts(async (parts) => {
      const since = parts.clock.machine()
      const moved = await moveClock(parts.product.db, move, parts.clock.machine)
      if (!moved.moved) {
        problem(t('cli-clock-backward', { now: words(moved.from), to: words(moved.to) }))
        return exitCode(1)
      }
      await parts.product.refreshClock()
      print(words(parts.clock.product()))
      await runPass(parts)
      // A running service hears of the new time at once, and its pass may have come before ours.
      const counts = await withTools(parts, (tools) => countQueuedSince(tools, since))
      print(t('cli-run-due-done', { ...counts }))
    })
  })
}

/** `2026-03-09T08:00:00+07:00 (09/3/2026 08:00)`, in the default zone. */
function words(instant: Date): string {
  const { hour, minute } = wallTime(instant)
  const time = `${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`
  return `${instant.toISOString()} (${formatDay(dayOf(instant))} ${time})`
}
