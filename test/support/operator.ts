import { CommanderError } from 'commander'
import type { CliDeps } from '../../src/cli/cli-deps.ts'
import { createProgram } from '../../src/cli/create-program.ts'
import { createOperator } from '../../src/cli/operator.ts'
import { parseConfig } from '../../src/config.ts'
import { loadTranslator } from '../../src/i18n.ts'
import type { CliRun } from './run-cli.ts'

export interface OperatorRun {
  /** Settings that differ; an empty one is unset. */
  settings?: Record<string, string>
  /** Typed to the questions, in order; then the input is at its end. */
  answers?: string[]
  /** Other deps than those of a process. */
  deps?: (own: CliDeps) => Partial<CliDeps>
  /** English by default. */
  locale?: 'vi' | 'en'
}

/** Types commands of the operator as in a process of its own, over settings such as `TestApp.environment`. */
export function operatorOf(
  environment: Record<string, string>,
): (words: string, run?: OperatorRun) => Promise<CliRun> {
  const translator = loadTranslator()
  return async (words, { settings = {}, answers = [], deps, locale = 'en' } = {}) => {
    const done: CliRun = { code: 0, out: [], err: [] }
    const own = createOperator(
      {
        print: (line) => done.out.push(line),
        problem: (line) => done.err.push(line),
        exitCode: (code) => {
          done.code = code
        },
        locale,
        translator,
      },
      () => parseConfig({ ...environment, ...settings }, { needTokens: false }),
    )
    const waiting = [...answers]
    const ask = () => Promise.resolve(waiting.shift() ?? null)
    const program = createProgram({ ...own, ask, ...deps?.(own) }, translator)
    const show = (text: string) => void done.out.push(text.trimEnd())
    const complain = (text: string) => void done.err.push(text.trimEnd())
    for (const each of [program, ...program.commands.flatMap((command) => [command, ...command.commands])])
      each.configureOutput({ writeOut: show, writeErr: complain })
    try {
      await program.parseAsync(words.split(' '), { from: 'user' })
    } catch (error) {
      if (!(error instanceof CommanderError)) throw error
      done.code = error.exitCode === 0 ? 0 : 2
    }
    return done
  }
}
