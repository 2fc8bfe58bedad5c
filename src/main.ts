import { ConfigError, loadEnvironment, parseConfig } from './config.ts'
import { describeError } from './log.ts'
import { runUntilSignal } from './service/run-until-signal.ts'

try {
  await runUntilSignal(parseConfig(loadEnvironment()))
  process.exit(0)
} catch (error) {
  const isUsage = error instanceof ConfigError
  process.stderr.write(`${isUsage ? error.message : JSON.stringify(describeError(error))}\n`)
  process.exit(isUsage ? 2 : 1)
}
