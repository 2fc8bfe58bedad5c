import { listBots } from '../store/bots.ts'
import { rest } from './bell.ts'
import type { OpenApp } from './open-app.ts'

const EVERY_MS = 2_000
const PATIENCE_MS = 5_000

/**
 * Asks the database every two seconds: whether it is there, whether product time was moved, and which bots
 * other replicas have made. `onChange` hears when it goes and comes back.
 */
export async function watchDatabase(
  {
    database,
    bots,
    adapters,
    refreshClock,
  }: Pick<OpenApp, 'database' | 'bots' | 'adapters' | 'refreshClock'>,
  onChange: (isThere: boolean) => void,
  stop: AbortSignal,
): Promise<void> {
  let wasThere: boolean | null = null
  while (!stop.aborted) {
    const isThere = await withinPatience(
      (async () => {
        await refreshClock()
        for (const row of await listBots(database.db)) if (adapters.has(row.channel)) bots.register(row)
      })(),
      stop,
    )
    if (isThere !== wasThere && !stop.aborted) onChange(isThere)
    wasThere = isThere
    await rest(EVERY_MS, stop)
  }
}

async function withinPatience(work: Promise<void>, stop: AbortSignal): Promise<boolean> {
  const answered = work.then(
    () => true,
    () => false,
  )
  return Promise.race([answered, rest(PATIENCE_MS, stop).then(() => false)])
}
