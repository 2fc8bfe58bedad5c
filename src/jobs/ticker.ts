import { schedule } from 'node-cron'
import type { Logger } from '../log.ts'

export interface Ticker {
  /** Stops ticking and waits for the tick that runs. */
  stop(): Promise<void>
}

/**
 * Runs `tick` every ten seconds while `isHolder`; a tick that takes longer swallows the next. Says nothing
 * about when things are due: that is data, compared with product time.
 */
export function startTicker(
  tick: () => Promise<void>,
  options: { isHolder: () => boolean; log: Logger },
): Ticker {
  let running: Promise<void> | null = null
  const run = () => {
    if (running !== null || !options.isHolder()) return
    running = tick()
      .catch((error: unknown) => options.log.error({ err: error }, 'a tick failed and comes again'))
      .finally(() => {
        running = null
      })
  }
  const task = schedule('*/10 * * * * *', run, { name: 'tick', timezone: 'Asia/Ho_Chi_Minh' })
  return {
    stop: async () => {
      await task.destroy()
      await running
    },
  }
}
