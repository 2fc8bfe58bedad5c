#!/usr/bin/env node
import { Command, CommanderError } from 'commander'
import { createOperator } from './cli/operator.ts'
import { registerCommands } from './cli/register-commands.ts'
import { serveUntilSignal } from './cli/serve-until-signal.ts'
import { ConfigError, loadEnvironment, parseConfig } from './config.ts'
import { describeError } from './log.ts'
import { PlaygroundRunsError } from './playground/open-servers.ts'

// Whoever reads our output may stop early (`| head`): the work is still finished and closed in order.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error
})

const program = new Command('nhipquy')
  .description('Telegram and Zalo bot for organisations that run a yearly study programme')
  .option('--lang <language>', 'language of the answers: vi or en', 'vi')
  .exitOverride()
  .showHelpAfterError()

const language = process.argv.includes('--lang') ? process.argv[process.argv.indexOf('--lang') + 1] : 'vi'
const operator = createOperator({
  print: (line) => void process.stdout.write(`${line}\n`),
  problem: (line) => void process.stderr.write(`${line}\n`),
  exitCode: (code) => {
    process.exitCode = code
  },
  locale: language === 'en' ? 'en' : 'vi',
})

registerCommands(program, operator)
program
  .command('serve')
  .description('run the service until SIGTERM, as npm start does')
  .action(async () => {
    await serveUntilSignal(parseConfig(loadEnvironment()))
    process.exit(0)
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
    operator.problem(JSON.stringify(describeError(error)))
    process.exitCode = 1
  }
}
