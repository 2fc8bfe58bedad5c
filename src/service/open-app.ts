import { createBotDirectory, type KnownBots } from '../channels/bot-directory.ts'
import type { ChannelAdapter } from '../channels/channel-adapter.ts'
import { createAdapters } from '../channels/index.ts'
import type { Config } from '../config.ts'
import type { Logger } from '../log.ts'
import { listBots } from '../store/bots.ts'
import type { OpenDatabase } from '../store/database.ts'
import type { OffsetClock } from '../time.ts'
import type { Parts } from '../tools.ts'
import { openProduct, type Product } from './open-product.ts'

/** The parts of the running service. */
export interface OpenApp {
  config: Config
  product: Product
  database: OpenDatabase
  adapters: ReadonlyMap<string, ChannelAdapter>
  bots: KnownBots
  clock: OffsetClock
  parts: Parts
  /** Reads the offset of product time again. */
  refreshClock: () => Promise<void>
  /** Closes the database; the cluster last, unless others are connected. */
  close(): Promise<void>
}

const CONNECTIONS = 16

/**
 * Opens everything that works without a platform: the product, the channels, and the bots that exist as
 * rows. No token is used yet: see `connectBots`.
 */
export async function openApp(config: Config, log: Logger): Promise<OpenApp> {
  const product = await openProduct(config, { log, name: 'nhipquy service', connections: CONNECTIONS })
  const { db, vault, clock, newId, randomBytes, random, translator, isWorking } = product
  const adapters = createAdapters({
    telegram: { apiRoot: config.apiRoots.telegram },
    zalo: {
      apiRoot: config.apiRoots.zalo,
      ...(config.zaloMessagesPerMonth && { messagesPerMonth: config.zaloMessagesPerMonth }),
    },
    machine: clock.machine,
    random,
    log,
  })
  const bots = createBotDirectory(adapters)
  for (const row of await listBots(db)) if (adapters.has(row.channel)) bots.register(row)
  return {
    config,
    product,
    database: product,
    adapters,
    bots,
    clock,
    parts: {
      db,
      vault,
      clock,
      newId,
      randomBytes,
      random,
      t: translator.t,
      bots,
      isWorking,
      log,
      publicUrl: config.publicUrl ?? null,
    },
    refreshClock: () => product.refreshClock(),
    close: () => product.close(),
  }
}
