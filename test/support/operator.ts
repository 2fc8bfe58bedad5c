import { Command } from 'commander'
import type { CliDeps } from '../../src/cli/cli-deps.ts'
import { createOperator } from '../../src/cli/operator.ts'
import { registerCommands } from '../../src/cli/register-commands.ts'
import { parseConfig } from '../../src/config.ts'
import type { CliRun } from './run-cli.ts'

export interface OperatorRun {
  /** Settings that differ; an empty one is unset. */
  settings?: Record<string, string>
  /** Typed to the questions, in order; then the input is at its end. */
  answers?: string[]
  /** Other deps than those of a process. */
  deps?: (own: CliDeps) => Partial<CliDeps>
}

/** Types commands of the operator as in a process of its own, over settings such as `TestApp.environment`. */
export function operatorOf(
  environment: Record<string, string>,
): (words: string, run?: OperatorRun) => Promise<CliRun> {
  return async (words, { settings = {}, answers = [], deps } = {}) => {
    const done: CliRun = { code: 0, out: [], err: [] }
    const own = createOperator(
      {
        print: (line) => done.out.push(line),
        problem: (line) => done.err.push(line),
        exitCode: (code) => {
          done.code = code
        },
        locale: 'en',
      },
      () => parseConfig({ ...environment, ...settings }, { needTokens: false }),
    )
    const program = new Command().exitOverride()
    const waiting = [...answers]
    const ask = () => Promise.resolve(waiting.shift() ?? null)
    registerCommands(program, { ...own, ask, ...deps?.(own) })
    await program.parseAsync(words.split(' '), { from: 'user' })
    return done
  }
}
