import type { Tools } from '../commands/command.ts'

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
  /** One line on standard output. */
  print(line: string): void
  /** One line on standard error. */
  problem(line: string): void
  /** 0 done (default), 1 refused with a reason, 2 wrong usage. */
  exitCode(code: 0 | 1 | 2): void
  /** Language of the sentences on the terminal. */
  locale: 'vi' | 'en'
}
