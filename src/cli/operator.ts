import { createBotDirectory } from '../channels/bot-directory.ts'
import { createAdapters } from '../channels/index.ts'
import { type Config, loadEnvironment, parseConfig } from '../config.ts'
import { loadTranslator, type Translator } from '../i18n.ts'
import { createLogger, type Logger } from '../log.ts'
import { playgroundConfig } from '../playground/playground-config.ts'
import { connectBots } from '../service/connect-bots.ts'
import { openBare, openProduct } from '../service/open-product.ts'
import { withTools } from '../tools.ts'
import { createAsk } from './ask.ts'
import type { CliDeps, OperatorParts } from './cli-deps.ts'

/** What the operator's process reads and writes. */
export interface Terminal {
  print(line: string): void
  problem(line: string): void
  exitCode(code: 0 | 1 | 2): void
  locale: 'vi' | 'en'
  /** The sentences, where they are read already. */
  translator?: Translator
}

/** The deps of the commands in this process: settings from the environment, one database for each command. */
export function createOperator(terminal: Terminal, settings: () => Config = readSettings): CliDeps {
  const { translator = loadTranslator(), ...screen } = terminal
  const config = once(settings)
  const openParts: CliDeps['openParts'] = async (work) => {
    // Warnings only, and on stderr: what a command prints may be read by a program.
    const log = createLogger({
      level: 'warn',
      destination: { write: (line) => void process.stderr.write(line) },
    })
    return withOpenProduct(config(), log, work)
  }
  return {
    ...screen,
    config,
    openParts,
    openBare: (work) => openBare(config(), work),
    openTools: (work) => openParts((parts) => withTools(parts, work)),
    ask: createAsk(process.stdin, process.stderr),
    t: (key, values) => translator.t(terminal.locale, key, values),
  }
}

function readSettings(): Config {
  const parsed = parseConfig(loadEnvironment(), { needTokens: false })
  return parsed.playground ? playgroundConfig(parsed) : parsed
}

async function withOpenProduct<T>(
  config: Config,
  log: Logger,
  work: (parts: OperatorParts) => Promise<T>,
): Promise<T> {
  const product = await openProduct(config, { log, name: 'nhipquy command', connections: 3 })
  try {
    const { clock, newId, random } = product
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
    await connectBots({
      db: product.db,
      adapters,
      bots,
      tokens: config.tokens,
      clock,
      newId,
      log,
      pauseOthers: false,
    })
    return await work({
      ...product,
      t: product.translator.t,
      bots,
      publicUrl: config.publicUrl ?? null,
      product,
    })
  } finally {
    await product.close()
  }
}

function once<T>(make: () => T): () => T {
  let made: { value: T } | undefined
  return () => (made ??= { value: make() }).value
}
