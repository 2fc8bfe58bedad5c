import { readYesNo } from '../domain/vietnamese-yes-no.ts'
import type { CliDeps } from './cli-deps.ts'

/** Nobody answers any more: the terminal was closed or Ctrl-C was pressed. */
export class SetupStopped extends Error {}

interface Question {
  values?: Record<string, string | number>
  /** Taken for an empty answer; null: an answer is needed. */
  fallback: string | null
  /** The value of what was typed; null: it cannot be used, and is asked again after saying `wrong`. */
  read?: (typed: string) => string | null
  wrong?: string
}

/** Questions on a terminal, one at a time. Keys are sentences of the locales. */
export interface Wizard {
  heading(key: string): void
  /** A line with a tick. */
  done(line: string): void
  note(line: string): void
  ask(key: string, question: Question): Promise<string>
  /** What was typed, empty for nothing. */
  askOpen(key: string, values?: Record<string, string | number>): Promise<string>
  askYesNo(key: string, values?: Record<string, string | number>): Promise<boolean>
}

export function createWizard({ ask, print, problem, t }: CliDeps): Wizard {
  let step = 0
  const typedAt = async (text: string): Promise<string> => {
    const typed = await ask(`${text} `)
    if (typed === null) throw new SetupStopped()
    return typed.trim()
  }
  return {
    heading: (key) => {
      step += 1
      print('')
      print(`${step}. ${t(key)}`)
    },
    done: (line) => print(`  ✓ ${line}`),
    note: (line) => print(`  ${line}`),
    ask: async (key, { values, fallback, read = (typed) => typed || null, wrong = 'setup-needed' }) => {
      const hint = fallback === null ? '' : ` [${fallback}]`
      for (;;) {
        const typed = await typedAt(`  ${t(key, values)}${hint}`)
        const value = typed === '' ? fallback : read(typed)
        if (value !== null) return value
        problem(`  ${t(typed === '' ? 'setup-needed' : wrong, { typed })}`)
      }
    },
    askOpen: (key, values) => typedAt(`  ${t(key, values)}`),
    askYesNo: async (key, values) => {
      for (;;) {
        const answer = readYesNo(await typedAt(`  ${t(key, values)}`))
        if (answer !== null) return answer
        problem(`  ${t('setup-yes-or-no')}`)
      }
    },
  }
}
