#!/usr/bin/env node
import { CommanderError } from 'commander'
import { createProgram } from './cli/create-program.ts'
import { createOperator } from './cli/operator.ts'
import { serveUntilSignal } from './cli/serve-until-signal.ts'
import { languageOf } from './cli/usage-words.ts'
import { ConfigError, loadEnvironment, parseConfig } from './config.ts'
import { loadTranslator } from './i18n.ts'
import { describeError } from './log.ts'
import { PlaygroundRunsError } from './playground/open-servers.ts'

// Whoever reads our output may stop early (`| head`): the work is still finished and closed in order.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error
})

const translator = loadTranslator()
const operator = createOperator({
  print: (line) => void process.stdout.write(`${line}\n`),
  problem: (line) => void process.stderr.write(`${line}\n`),
  exitCode: (code) => {
    process.exitCode = code
  },
  locale: languageOf(process.argv),
  translator,
})
const program = createProgram(operator, translator, (more) => {
  more.command('serve').action(async () => {
    await serveUntilSignal(parseConfig(loadEnvironment()))
    process.exit(0)
  })
})

try {
  await program.parseAsync()
} catch (error) {
  // Commander has said what is wrong; asking for help is no mistake.
  if (error instanceof CommanderError) process.exitCode = error.exitCode === 0 ? 0 : 2
  else if (error instanceof ConfigError || error instanceof PlaygroundRunsError) {
    operator.problem(error.message)
    process.exitCode = error instanceof ConfigError ? 2 : 1
  } else {
    operator.problem(operator.t('cli-usage-fault', { reason: JSON.stringify(describeError(error)) }))
    process.exitCode = 1
  }
}
