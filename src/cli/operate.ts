import { Command, CommanderError } from 'commander'
import type { Config } from '../config.ts'
import type { Product } from '../service/open-product.ts'
import { type Parts, withTools } from '../tools.ts'
import { registerCommands } from './register-commands.ts'

/** What a command printed, and its exit code. */
interface Operated {
  code: 0 | 1 | 2
  out: string[]
  err: string[]
}

/**
 * The operator's commands in a process that has the database open: each is run as typed, e.g.
 * `['import', 'units', 'units.csv']`. Nobody is there to answer a question.
 */
export function createOperate(
  config: Config,
  product: Product,
  parts: Parts,
): (words: readonly string[]) => Promise<Operated> {
  return async (words) => {
    const done: Operated = { code: 0, out: [], err: [] }
    const program = new Command('nhipquy').exitOverride().configureOutput({
      writeErr: (text) => done.err.push(text.trimEnd()),
    })
    registerCommands(program, {
      openTools: (work) => withTools(parts, work),
      openParts: (work) => work({ ...parts, product }),
      openBare: (work) => work(product.url),
      config: () => config,
      print: (line) => done.out.push(line),
      problem: (line) => done.err.push(line),
      ask: () => Promise.resolve(null),
      exitCode: (code) => {
        done.code = code
      },
      locale: 'vi',
      t: (key, values) => parts.t('vi', key, values),
    })
    try {
      await program.parseAsync([...words], { from: 'user' })
    } catch (error) {
      if (!(error instanceof CommanderError)) throw error
      done.code = 2
    }
    return done
  }
}
