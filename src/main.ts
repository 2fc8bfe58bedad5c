import { createOperate } from './cli/operate.ts'
import { type Config, ConfigError, loadEnvironment, parseConfig } from './config.ts'
import { describeError } from './log.ts'
import { startPlayground } from './playground/start-playground.ts'
import { runUntilSignal } from './service/run-until-signal.ts'

try {
  const config = parseConfig(loadEnvironment())
  await (config.playground ? playUntilSignal(config) : runUntilSignal(config))
  process.exit(0)
} catch (error) {
  const isUsage = error instanceof ConfigError
  process.stderr.write(`${isUsage ? error.message : JSON.stringify(describeError(error))}\n`)
  process.exit(isUsage ? 2 : 1)
}

/** The same service beside local platforms, with a sample in it. */
async function playUntilSignal(given: Config): Promise<void> {
  const playground = await startPlayground(given)
  const { config } = playground
  await runUntilSignal(config, {
    started: ({ product, parts }) =>
      playground.prepare({
        operate: createOperate(config, product, parts),
        now: parts.clock.product,
        t: parts.t,
        print: (line) => void process.stdout.write(`${line}\n`),
      }),
    stopped: playground.close,
  })
}
