import { startTicker } from '../jobs/ticker.ts'
import { rest } from './bell.ts'
import { takeLease, type HeldLease } from './hold-lease.ts'
import type { ServiceState } from './service-state.ts'

const RETRY_MS = 2_000

/** Ticks while this replica holds the lease of the ticks, until `stop`. */
export async function runTicks(
  { app, holder, metrics }: ServiceState,
  tick: () => Promise<void>,
  stop: AbortSignal,
): Promise<void> {
  const { log } = app.parts
  let lease: HeldLease | null = null
  const ticker = startTicker(tick, { isHolder: () => lease?.isHeld() ?? false, log })
  while (!stop.aborted) {
    try {
      if (lease?.lost.aborted) {
        await lease.release()
        lease = null
      }
      lease ??= await takeLease({ db: app.database.db, name: 'tick', holder, log })
    } catch (error) {
      log.warn({ lease: 'tick', err: error }, 'the ticks wait for the database')
    }
    metrics.leaseHeld('tick', lease !== null)
    await rest(RETRY_MS, lease ? AbortSignal.any([stop, lease.lost]) : stop)
  }
  await ticker.stop()
  await lease?.release()
}
