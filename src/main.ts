import { createOperate } from './cli/operate.ts'
import { type Config, ConfigError, loadEnvironment, parseConfig } from './config.ts'
import { describeError } from './log.ts'
import { PlaygroundRunsError } from './playground/open-servers.ts'
import { startPlayground } from './playground/start-playground.ts'
import { runUntilSignal } from './service/run-until-signal.ts'

try {
  const config = parseConfig(loadEnvironment())
  await (config.playground ? playUntilSignal(config) : runUntilSignal(config))
  process.exit(0)
} catch (error) {
  const isUsage = error instanceof ConfigError
  const isPlain = isUsage || error instanceof PlaygroundRunsError
  process.stderr.write(`${isPlain ? error.message : JSON.stringify(describeError(error))}\n`)
  process.exit(isUsage ? 2 : 1)
}

/** The same service beside local platforms, with a sample in it. */
async function playUntilSignal(given: Config): Promise<void> {
  const playground = await startPlayground(given)
  const { config } = playground
  const stopping = new Promise<void>((resolve) => {
    for (const signal of ['SIGTERM', 'SIGINT'] as const) process.once(signal, () => resolve())
  })
  await runUntilSignal(config, {
    started: ({ product, parts }) => {
      const prepared = playground.prepare({
        operate: createOperate(config, product, parts),
        now: parts.clock.product,
        t: parts.t,
        print: (line) => void process.stdout.write(`${line}\n`),
      })
      // The end does not wait for people in the middle of a conversation: the next start goes on there.
      return Promise.race([prepared, stopping])
    },
    stopped: playground.close,
  })
}
