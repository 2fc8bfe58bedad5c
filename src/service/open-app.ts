import { randomBytes } from 'node:crypto'
import { uuidv7 } from 'uuidv7'
import { createBotDirectory, type KnownBots } from '../channels/bot-directory.ts'
import type { ChannelAdapter } from '../channels/channel-adapter.ts'
import { createAdapters } from '../channels/index.ts'
import type { Config } from '../config.ts'
import { loadTranslator } from '../i18n.ts'
import type { Logger } from '../log.ts'
import { readOrCreateAppSecret } from '../store/app-secret.ts'
import { listBots } from '../store/bots.ts'
import { openDatabase, type OpenDatabase } from '../store/database.ts'
import { openCluster } from '../store/embedded-cluster.ts'
import { ensureDatabase } from '../store/ensure-database.ts'
import { migrateDatabase } from '../store/migrate.ts'
import { startClock } from '../store/product-clock.ts'
import { createVault } from '../store/vault.ts'
import { systemClock, type OffsetClock } from '../time.ts'
import type { Parts } from '../tools.ts'

/** The parts of a running process, whether service or command. */
export interface OpenApp {
  config: Config
  database: OpenDatabase
  adapters: ReadonlyMap<string, ChannelAdapter>
  bots: KnownBots
  clock: OffsetClock
  parts: Parts
  /** Closes the database; the cluster last, unless others are connected. */
  close(): Promise<void>
}

const DATABASE = 'nhipquy'

/**
 * Opens everything that works without a platform: the database (started or joined when none is given, and
 * migrated), the vault, both clocks, words, channels, and the bots that exist as rows. No token is used yet:
 * see `connectBots`.
 */
export async function openApp(config: Config, log: Logger, name = 'nhipquy'): Promise<OpenApp> {
  const cluster = config.databaseUrl ? null : await openCluster({ dataDir: config.dataDir, log })
  try {
    const url = config.databaseUrl ?? (await ensureDatabase(cluster!.url, DATABASE))
    await migrateDatabase(url)
    const database = openDatabase(url, { name })
    try {
      const clock = systemClock()
      clock.setOffset(await startClock(database.db, config.clockStart, () => clock.machine()))
      const { adapters, bots, parts } = await assemble(config, log, database, clock)
      const close = async () => {
        await database.close()
        await cluster?.release()
      }
      return { config, database, adapters, bots, clock, parts, close }
    } catch (error) {
      await database.close()
      throw error
    }
  } catch (error) {
    await cluster?.release()
    throw error
  }
}

async function assemble(
  config: Config,
  log: Logger,
  { db }: OpenDatabase,
  clock: OffsetClock,
): Promise<{ adapters: Map<string, ChannelAdapter>; bots: KnownBots; parts: Parts }> {
  const vault = createVault(config.appSecret ?? (await readOrCreateAppSecret(config.dataDir)))
  const adapters = createAdapters({
    telegram: { apiRoot: config.apiRoots.telegram },
    zalo: { apiRoot: config.apiRoots.zalo },
    machine: () => clock.machine(),
    random: Math.random,
    log,
  })
  const bots = createBotDirectory(adapters)
  for (const row of await listBots(db)) if (adapters.has(row.channel)) bots.register(row)
  const { t } = loadTranslator(undefined, () => log.warn({}, 'a sentence is missing'))
  const random = { newId: uuidv7, randomBytes, random: Math.random }
  return { adapters, bots, parts: { db, vault, clock, ...random, t, bots, log } }
}
