import { SendError, type ChannelAdapter } from '../channels/channel-adapter.ts'
import type { KnownBots } from '../channels/bot-directory.ts'
import type { Logger } from '../log.ts'
import { listBots, pauseOtherBots, saveBot } from '../store/bots.ts'
import type { Database } from '../store/database.ts'
import type { Clock } from '../time.ts'

export interface BotConnector {
  db: Database
  adapters: ReadonlyMap<string, ChannelAdapter>
  bots: KnownBots
  /** Tokens by channel. */
  tokens: Record<string, readonly string[]>
  clock: Clock
  newId: () => string
  log: Logger
  /** The service pauses rows whose token it was not given; a command knows nothing of the service's tokens. */
  pauseOthers?: boolean
}

/**
 * Asks each platform whose token it is and matches it with its row, so that order and rotation of tokens
 * do not matter. Rows without a token are paused. Returns how many tokens could not be asked about now
 * (worth another try soon), and how many the platform refuses (worth another try later).
 */
export async function connectBots(connector: BotConnector): Promise<{ pending: number; dead: number }> {
  const { db, adapters, bots, tokens, clock, newId, log, pauseOthers = true } = connector
  const known = new Map(bots.listConnected().map((bot) => [bot.token, bot.id]))
  let pending = 0
  let dead = 0
  const wanted = Object.entries(tokens).flatMap(([channel, list]) =>
    list.map((token) => ({ channel, token })),
  )
  await Promise.all(
    wanted.map(async ({ channel, token }) => {
      if (known.has(token)) return
      try {
        const identity = await adapters.get(channel)!.identify(token)
        const row = await saveBot(db, { channel, ...identity, newId, machineNow: clock.machine() })
        bots.register(row)
        bots.connect({ id: row.id, token, ...identity })
      } catch (error) {
        if (!(error instanceof SendError)) throw error
        if (error.failure === 'bot-stopped') {
          dead += 1
          log.error({ channel, code: error.code }, 'a token is dead')
        } else pending += 1
      }
    }),
  )
  for (const row of await listBots(db)) if (adapters.has(row.channel)) bots.register(row)
  if (pauseOthers && pending === 0) {
    await pauseOtherBots(
      db,
      bots.listConnected().map((bot) => bot.id),
    )
  }
  return { pending, dead }
}
