import { randomBytes } from 'node:crypto'
import { uuidv7 } from 'uuidv7'
import type { Config } from '../config.ts'
import type { IsWorkingDay } from '../domain/work-days.ts'
import { loadTranslator, type Translator } from '../i18n.ts'
import { type Logger, silentLogger } from '../log.ts'
import { readOrCreateAppSecret } from '../store/app-secret.ts'
import { checkVaultKey } from '../store/check-vault-key.ts'
import { type Database, openDatabase, type OpenDatabase } from '../store/database.ts'
import { openCluster } from '../store/embedded-cluster.ts'
import { ensureDatabase } from '../store/ensure-database.ts'
import { migrateDatabase } from '../store/migrate.ts'
import { readOffset, startClock } from '../store/product-clock.ts'
import { readSettings, saveSetting } from '../store/settings.ts'
import { createVault, type Vault } from '../store/vault.ts'
import { type OffsetClock, systemClock } from '../time.ts'
import { loadWorkCalendar } from '../work-calendar.ts'

const DATABASE = 'nhipquy'

/** What service and commands share: the migrated database, both clocks, keys and words. */
export interface Product extends OpenDatabase {
  config: Config
  /** Connection string of the product's database; holds a password. */
  url: string
  clock: OffsetClock
  vault: Vault
  /** The secret behind the vault: for backups that carry it along. Never shown. */
  appSecret: string
  translator: Translator
  /** Working days of the country. */
  isWorking: IsWorkingDay
  log: Logger
  newId: () => string
  randomBytes: (size: number) => Buffer
  random: () => number
  /** Reads the offset of product time again: another process may have moved it. */
  refreshClock(): Promise<void>
  /** Closes connections first and the embedded server last. */
  close(): Promise<void>
}

/** Opens the database of these settings: starts or joins the embedded one, migrates it, sets the clock. */
export async function openProduct(
  config: Config,
  options: { log: Logger; name: string; connections?: number },
): Promise<Product> {
  const { log } = options
  const cluster = config.databaseUrl ? null : await openCluster({ dataDir: config.dataDir, log })
  const release = async () => cluster?.release()
  try {
    const url = config.databaseUrl ?? (await ensureDatabase(cluster!.url, DATABASE))
    await migrateDatabase(url)
    const secret = config.appSecret ?? (await readOrCreateAppSecret(config.dataDir))
    const database = openDatabase(url, { name: options.name, max: options.connections ?? 10 })
    const clock = systemClock()
    const vault = createVault(secret)
    await checkVaultKey(database.db, vault.keyId, clock.machine())
    clock.setOffset(await startClock(database.db, config.clockStart, clock.machine))
    await keepRetention(database.db, config, clock.product())
    return {
      ...database,
      config,
      url,
      clock,
      vault,
      appSecret: secret,
      translator: loadTranslator(undefined, (problem) =>
        log.warn({ reason: problem }, 'a sentence is not complete'),
      ),
      isWorking: loadWorkCalendar(),
      log,
      newId: uuidv7,
      randomBytes,
      random: Math.random,
      refreshClock: async () => clock.setOffset(await readOffset(database.db)),
      close: async () => {
        await database.close()
        await release()
      },
    }
  } catch (error) {
    await release()
    throw error
  }
}

/** The database of these settings as it is: started if it is ours to start, made if it is not there, no more. */
export async function openBare<T>(config: Config, work: (url: string) => Promise<T>): Promise<T> {
  if (config.databaseUrl) return work(config.databaseUrl)
  const cluster = await openCluster({ dataDir: config.dataDir, log: silentLogger() })
  try {
    return await work(await ensureDatabase(cluster.url, DATABASE))
  } finally {
    await cluster.release()
  }
}

/** A setting of the environment goes before what was answered in `setup`; the consent text says the same. */
async function keepRetention(db: Database, { retentionDays }: Config, now: Date): Promise<void> {
  if (retentionDays === undefined || (await readSettings(db)).retentionDays === retentionDays) return
  await db.transaction((tx) =>
    saveSetting({ tx, now, newId: uuidv7 }, 'retention-days', String(retentionDays)),
  )
}
