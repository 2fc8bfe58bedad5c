import type { Command } from 'commander'
import { replayUpdates } from '../store/updates.ts'
import type { CliDeps } from './cli-deps.ts'

/** `replay [UPDATE]`: gives parked updates another five tries, all of them or one. */
export function registerReplay(program: Command, { openTools, print, problem, exitCode, t }: CliDeps): void {
  program.command('replay [update]').action(async (id: string | undefined) => {
    if (id !== undefined && !/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(id)) {
      problem(t('cli-replay-no-id', { id }))
      return exitCode(2)
    }
    const count = await openTools(({ tx }) => replayUpdates(tx, id))
    if (id !== undefined && count === 0) {
      problem(t('cli-replay-none', { id }))
      return exitCode(1)
    }
    print(t('cli-replay-done', { count }))
  })
}
