import { serveUntilSignal } from './cli/serve-until-signal.ts'
import { ConfigError, loadEnvironment, parseConfig } from './config.ts'
import { describeError } from './log.ts'
import { PlaygroundRunsError } from './playground/open-servers.ts'

try {
  await serveUntilSignal(parseConfig(loadEnvironment()))
  process.exit(0)
} catch (error) {
  const isUsage = error instanceof ConfigError
  const isPlain = isUsage || error instanceof PlaygroundRunsError
  process.stderr.write(`${isPlain ? error.message : JSON.stringify(describeError(error))}\n`)
  process.exit(isUsage ? 2 : 1)
}
