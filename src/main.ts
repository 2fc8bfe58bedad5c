import { ConfigError, loadEnvironment, parseConfig } from './config.ts'
import { createLogger } from './log.ts'
import { startService } from './service/start-service.ts'

/** The service: runs until SIGTERM or SIGINT; a second one ends it at once. */
async function main(): Promise<void> {
  const config = parseConfig(loadEnvironment())
  const secrets = [...config.tokens.telegram, ...config.tokens.zalo, config.appSecret ?? '']
  const log = createLogger({ level: config.logLevel, secrets: secrets.filter(Boolean) })
  const service = await startService(config, log)
  let isStopping = false
  const end = (signal: NodeJS.Signals) => {
    if (isStopping) process.exit(1)
    isStopping = true
    log.info({ signal }, 'the service stops')
    service.stop().then(
      () => process.exit(0),
      (error: unknown) => {
        log.error({ err: error }, 'the service did not stop cleanly')
        process.exit(1)
      },
    )
  }
  process.on('SIGTERM', end)
  process.on('SIGINT', end)
}

main().catch((error: unknown) => {
  const line = error instanceof ConfigError ? error.message : `nhipquy: ${describe(error)}`
  process.stderr.write(`${line}\n`)
  process.exitCode = error instanceof ConfigError ? 2 : 1
})

function describe(error: unknown): string {
  return error instanceof Error ? error.name : 'failed'
}
