import type { Tools } from '../commands/command.ts'
import type { Config } from '../config.ts'
import type { Product } from '../service/open-product.ts'
import type { Parts } from '../tools.ts'

/** The opened database together with the bots whose tokens are set. */
export interface OperatorParts extends Parts {
  product: Product
}

/**
 * What a CLI command is given. Each file of `src/cli/` exports `register…(program, deps)`, which adds its
 * command to commander; `operator.ts` makes the deps of the running process.
 */
export interface CliDeps {
  /**
   * Opens the database (migrated), runs `work` in one transaction and closes everything; what `work`
   * throws rolls it back.
   */
  openTools<T>(work: (tools: Tools) => Promise<T>): Promise<T>
  /** Opens the database (migrated) for work that makes its own transactions, and closes everything. */
  openParts<T>(work: (parts: OperatorParts) => Promise<T>): Promise<T>
  /** Gives the address of the database as it is: not migrated, nothing written. For `restore` alone. */
  openBare<T>(work: (url: string) => Promise<T>): Promise<T>
  /** The settings; throws `ConfigError` with every problem. */
  config(): Config
  /** One line on standard output. */
  print(line: string): void
  /** One line on standard error. */
  problem(line: string): void
  /** The answer typed to a question; null when nobody can answer (any more). */
  ask(question: string): Promise<string | null>
  /** 0 done (default), 1 refused with a reason, 2 wrong usage. */
  exitCode(code: 0 | 1 | 2): void
  /** Language of the sentences on the terminal. */
  locale: 'vi' | 'en'
  /** A sentence of `locales/` in that language. */
  t(key: string, values?: Record<string, string | number>): string
}
