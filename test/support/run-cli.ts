import { Command } from 'commander'
import type { CliDeps } from '../../src/cli/cli-deps.ts'
import type { Tools } from '../../src/commands/command.ts'
import type { TestDatabase } from './test-database.ts'
import { withTools } from './test-tools.ts'

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
  more: Partial<Tools> & { locale?: 'vi' | 'en' } = {},
): Promise<CliRun> {
  const { locale = 'en', ...tools } = more
  const run: CliRun = { code: 0, out: [], err: [] }
  const program = new Command().exitOverride()
  register(program, {
    openTools: (work) => withTools(database, now, work, tools),
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
