import type { ConnectedBot } from '../channels/channel-adapter.ts'
import { getBot, startBot } from '../store/bots.ts'
import { rest } from './bell.ts'
import type { ServiceState } from './service-state.ts'

const LOOK_MS = 5_000
const FIRST_ASK_MS = 60_000
const LAST_ASK_MS = 30 * 60_000

/** How long a stopped bot rests before its platform is asked again; grows while it is stopped again and again. */
export interface RestingTimes {
  nextMs: number
}

export function restingTimes(): RestingTimes {
  return { nextMs: FIRST_ASK_MS }
}

/**
 * Returns when the bot may work: at once unless it is stopped; else when the operator has started it (looked
 * for every few seconds) or the platform answers for its token again (asked less and less often).
 */
export async function restWhileStopped(
  { app }: ServiceState,
  bot: ConnectedBot,
  times: RestingTimes,
  stop: AbortSignal,
): Promise<void> {
  const { db } = app.database
  const { log, clock } = app.parts
  let askedAt = clock.machine().getTime()
  let isStopped = (await getBot(db, bot.id)).state === 'stopped'
  while (isStopped && !stop.aborted) {
    await rest(Math.min(LOOK_MS, times.nextMs), stop)
    if (clock.machine().getTime() - askedAt >= times.nextMs) {
      askedAt = clock.machine().getTime()
      times.nextMs = Math.min(times.nextMs * 2, LAST_ASK_MS)
      const answers = await app.bots
        .adapterOf(bot.id)
        .identify(bot.token)
        .then(() => true)
        .catch(() => false)
      if (answers) await startBot(db, bot.id)
    }
    isStopped = (await getBot(db, bot.id)).state === 'stopped'
    if (!isStopped) log.info({ bot: bot.id, state: 'active' }, 'the bot is taken up again')
  }
}
