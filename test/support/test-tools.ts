import { randomBytes } from 'node:crypto'
import { uuidv7 } from 'uuidv7'
import type { BotDirectory, Tools } from '../../src/commands/command.ts'
import { loadTranslator } from '../../src/i18n.ts'
import { silentLogger } from '../../src/log.ts'
import { createVault } from '../../src/store/vault.ts'
import type { TestDatabase } from './test-database.ts'

const translator = loadTranslator()
const vault = createVault('a secret of the tests, long enough')

/** A directory whose bots exist only as links: `https://example.test/<handle>?<payload>`. */
export const linkOnlyBots: BotDirectory = {
  can: () => {
    throw new Error('no bot can do anything here')
  },
  connected: () => null,
  adapterOf: () => {
    throw new Error('no adapter here')
  },
  link: (bot, payload, group) =>
    `https://example.test/${bot.handle}${payload === undefined ? '' : `?${group ? 'group' : 'start'}=${payload}`}`,
}

/** Runs `work` in one transaction with an operator's tools, on a frozen clock. Nothing can be said. */
export async function withTools<T>(
  database: TestDatabase,
  now: string,
  work: (tools: Tools) => Promise<T>,
  more: Partial<Tools> = {},
): Promise<T> {
  const instant = new Date(now)
  return database.db.transaction((tx) =>
    work({
      tx,
      vault,
      now: instant,
      machineNow: instant,
      newId: uuidv7,
      randomBytes,
      t: translator.t,
      say: () => Promise.reject(new Error('nobody is spoken to here')),
      bots: linkOnlyBots,
      isWorking: () => true,
      log: silentLogger(),
      publicUrl: null,
      ...more,
    }),
  )
}
