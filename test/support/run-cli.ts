import { Command } from 'commander'
import type { CliDeps } from '../../src/cli/cli-deps.ts'
import { loadTranslator } from '../../src/i18n.ts'
import type { Tools } from '../../src/commands/command.ts'
import type { TestDatabase } from './test-database.ts'
import { withTools } from './test-tools.ts'

const sentences = loadTranslator()

/** These commands work in one transaction and read no settings. */
function notHere(): never {
  throw new Error('this command needs the whole process: run it as a child')
}

export interface CliRun {
  code: number
  out: string[]
  err: string[]
}

/** Runs one registered command as typed, over a test database on a frozen clock. */
export async function runCli(
  register: (program: Command, deps: CliDeps) => void,
  database: TestDatabase,
  now: string,
  words: string[],
  more: Partial<Tools> & { locale?: 'vi' | 'en'; openTools?: CliDeps['openTools'] } = {},
): Promise<CliRun> {
  const { locale = 'en', openTools, ...tools } = more
  const run: CliRun = { code: 0, out: [], err: [] }
  const program = new Command().exitOverride()
  register(program, {
    openTools: openTools ?? ((work) => withTools(database, now, work, tools)),
    openParts: notHere,
    openBare: notHere,
    config: notHere,
    ask: async () => null,
    t: (key, values) => sentences.t(locale, key, values),
    print: (line) => run.out.push(line),
    problem: (line) => run.err.push(line),
    exitCode: (code) => {
      run.code = code
    },
    locale,
  })
  await program.parseAsync(words, { from: 'user' })
  return run
}
