import type { Config } from '../config.ts'
import { startPlayground } from '../playground/start-playground.ts'
import { runUntilSignal } from '../service/run-until-signal.ts'
import { createOperate } from './operate.ts'

/** The service until SIGTERM or SIGINT; in the playground with local platforms beside it. */
export async function serveUntilSignal(config: Config): Promise<void> {
  await (config.playground ? playUntilSignal(config) : runUntilSignal(config))
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
