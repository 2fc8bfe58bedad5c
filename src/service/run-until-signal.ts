import type { Config } from '../config.ts'
import { createLogger } from '../log.ts'
import { startService, type RunningService } from './start-service.ts'

/** What is done around the service; the playground lives here. */
export interface Around {
  /** The service takes and sends messages now. */
  started?: (service: RunningService) => Promise<void>
  /** The service has stopped. */
  stopped?: () => Promise<void>
}

/**
 * Runs the service until SIGTERM or SIGINT and resolves when everything is closed. A second signal ends the
 * process at once.
 */
export async function runUntilSignal(config: Config, around: Around = {}): Promise<void> {
  const secrets = [
    ...config.tokens.telegram,
    ...config.tokens.zalo,
    config.appSecret ?? '',
    config.backupPassphrase ?? '',
  ]
  const log = createLogger({ level: config.logLevel, secrets: secrets.filter(Boolean) })
  const signalled = firstSignal((signal) => log.info({ signal }, 'the service stops'))
  const service = await startService(config, log)
  try {
    const started = around.started?.(service).catch((error: unknown) => {
      log.error({ err: error }, 'the service runs, but not all around it')
    })
    await signalled
    await service.stop()
    await started
  } finally {
    await around.stopped?.()
  }
}

function firstSignal(onSignal: (signal: NodeJS.Signals) => void): Promise<void> {
  return new Promise((resolve) => {
    let isStopping = false
    const end = (signal: NodeJS.Signals) => {
      if (isStopping) process.exit(1)
      isStopping = true
      onSignal(signal)
      resolve()
    }
    process.on('SIGTERM', end)
    process.on('SIGINT', end)
  })
}
