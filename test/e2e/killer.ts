import { setTimeout as sleep } from 'node:timers/promises'
import { monotonicMs } from '../../src/time.ts'
import type { Product } from './service-process.ts'

export interface Killer {
  /** Does some work, killing the service `kills` times meanwhile; what finds no time is left for later. */
  during<T>(kills: number, work: () => Promise<T>): Promise<T>
  /** Kills still to be made. */
  left(): number
  /** Instants of the kills so far, ms since the epoch. */
  kills(): readonly number[]
  /** Whether the service is up and serves its bots again. */
  isUp(): boolean
  /** Ends the service in order; gives its exit code. */
  stop(): Promise<number | null>
}

/** Lines on the platforms from a start to the next kill: fewest, and how many more at random. */
const LINES = { least: 3, more: 22 }
/** A quiet service is killed after this time too. */
const QUIET_MS = 5_000
/** Added at random, so that a kill may come anywhere between two lines. */
const JITTER_MS = 250

/**
 * Kills the service with SIGKILL `total` times at moments drawn from `random`, and starts it again at once.
 * `lines`: how many lines the platforms have by now, so that every kill comes in the middle of something.
 */
export async function startKiller(
  product: Product,
  {
    total,
    random,
    lines,
    now,
  }: { total: number; random: () => number; lines: () => number; now: () => number },
): Promise<Killer> {
  let service = await product.start()
  const kills: number[] = []
  let due = 0
  let isUp = true

  async function killOnce(over: AbortSignal): Promise<void> {
    const wanted = lines() + LINES.least + Math.floor(random() * LINES.more)
    const jitterMs = random() * JITTER_MS
    const startedMs = monotonicMs()
    while (lines() < wanted && monotonicMs() - startedMs < QUIET_MS) {
      if (over.aborted) return
      await sleep(10)
    }
    await sleep(jitterMs)
    if (over.aborted) return
    due -= 1
    isUp = false
    await service.kill()
    kills.push(now())
    service = await product.start()
    isUp = true
  }

  return {
    during: async (wanted, work) => {
      due = Math.min(due + wanted, total - kills.length)
      const over = new AbortController()
      const killing = (async () => {
        while (due > 0 && !over.signal.aborted) await killOnce(over.signal)
      })()
      const working = work().finally(() => over.abort())
      // A service that does not come up again is the cause of whatever the work then waits for in vain.
      await Promise.race([working, killing.then(() => working)])
      await killing
      return working
    },
    left: () => total - kills.length,
    kills: () => kills,
    isUp: () => isUp,
    stop: () => service.stop(),
  }
}
