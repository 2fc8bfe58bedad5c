/**
 * Our side: the whole service as `npm start` runs it, polling the local server, through inbox and outbox.
 * Only the pace that Telegram bears is lifted, since the other side keeps none.
 */
import { createAdapters } from '../../src/channels/index.ts'
import { parseConfig } from '../../src/config.ts'
import { silentLogger } from '../../src/log.ts'
import { startService } from '../../src/service/start-service.ts'
import { openOrganisation } from './our-organisation.ts'
import { serveSide } from './side.ts'

serveSide(async ({ token, apiRoot, databaseUrl }) => {
  const log = silentLogger()
  const config = parseConfig({
    TELEGRAM_BOT_TOKEN: token,
    TELEGRAM_API_ROOT: apiRoot,
    DATABASE_URL: databaseUrl,
    APP_SECRET: 'a secret of the bench, long enough',
    PORT: '18098',
  })
  const { apiRoots } = config
  const adapters = createAdapters({
    telegram: { apiRoot: apiRoots.telegram },
    zalo: { apiRoot: apiRoots.zalo },
    machine: () => new Date(),
    random: Math.random,
    log,
  })
  // The capabilities of a channel are one record for the whole process.
  const fast = { perSecond: 1e6, perChatPerSecond: 1e6, burst: 1e6 }
  Object.assign(adapters.get('telegram')!.can.pace, fast)

  const service = await startService(config, log)
  const organisation = await openOrganisation(service.parts)
  return async (order) => {
    if (order.kind === 'prepare') await organisation.prepare(order)
    if (order.kind === 'stop') await service.stop()
    return 0
  }
})
