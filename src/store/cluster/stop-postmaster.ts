import { setTimeout as sleep } from 'node:timers/promises'
import { monotonicMs } from '../../time.ts'
import { findPostmaster } from './postmaster-pid.ts'
import { isAlive } from './process-identity.ts'

// Fast, then immediate shutdown (https://www.postgresql.org/docs/18/server-shutdown.html), then by force:
// whatever was committed survives all three.
const STEPS: [NodeJS.Signals, number][] = [
  ['SIGINT', 20_000],
  ['SIGQUIT', 10_000],
  ['SIGKILL', 5_000],
]

/** Stops the server of `pgdata` and waits until it is gone. Does nothing when none runs. */
export async function stopPostmaster(pgdata: string): Promise<void> {
  const running = await findPostmaster(pgdata)
  if (!running) return
  for (const [signal, patienceMs] of STEPS) {
    try {
      process.kill(running.pid, signal)
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error
    }
    const deadline = monotonicMs() + patienceMs
    while (monotonicMs() < deadline) {
      if (!(await isAlive(running.pid))) return
      await sleep(5)
    }
  }
}
