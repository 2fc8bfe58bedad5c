import type { BotDirectory, Tools, Translate } from './commands/command.ts'
import type { IsWorkingDay } from './domain/work-days.ts'
import type { Logger } from './log.ts'
import { createSay } from './outbox/create-say.ts'
import type { Database, Tx } from './store/database.ts'
import type { Vault } from './store/vault.ts'
import type { Clock } from './time.ts'

/** What lives as long as the process and is passed in everywhere: database, clocks, randomness, words. */
export interface Parts {
  db: Database
  vault: Vault
  clock: Clock
  /** UUIDv7. */
  newId: () => string
  randomBytes: (size: number) => Buffer
  /** [0, 1), for spreading waits. */
  random: () => number
  t: Translate
  bots: BotDirectory
  /** Working days of the country. */
  isWorking: IsWorkingDay
  log: Logger
  /** https address of this service, without a slash at the end; null: nothing can be fetched from it. */
  publicUrl: string | null
}

/** Runs `work` with the tools of one transaction: all of it happens, or nothing. */
export async function withTools<T>(parts: Parts, work: (tools: Tools) => Promise<T>): Promise<T> {
  return parts.db.transaction(async (tx) => work(toolsOf(parts, tx)))
}

/** The tools of a transaction that is already open. Both clocks stand still in it. */
export function toolsOf(parts: Parts, tx: Tx): Tools {
  const { vault, newId, randomBytes, t, bots, isWorking, log, publicUrl } = parts
  const now = parts.clock.product()
  const tools = {
    tx,
    vault,
    now,
    machineNow: parts.clock.machine(),
    newId,
    randomBytes,
    t,
    bots,
    isWorking,
    log,
    publicUrl,
  }
  return { ...tools, say: createSay(tools) }
}
