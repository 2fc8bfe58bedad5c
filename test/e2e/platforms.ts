import { seededRandom } from '../../src/playground/server/server-options.ts'
import { startTelegramServer, type TelegramServer } from '../../src/playground/telegram/index.ts'
import { startZaloServer, type Switches, type ZaloServer } from '../../src/playground/zalo/index.ts'
import type { Settings } from './service-process.ts'

export const TELEGRAM_TOKEN = '1001:PLAYGROUND-end-to-end'
export const ZALO_TOKEN = '2001:PLAYGROUND-end-to-end'

export interface Platforms {
  telegram: TelegramServer
  zalo: ZaloServer
  /** The settings that point a product at them. */
  settings: Settings
  close(): Promise<void>
}

/** Both local platforms, one bot on each, every answer delayed by what `seed` draws. */
export async function startPlatforms(
  options: { seed?: number; delayMs?: [number, number]; zalo?: Partial<Switches> } = {},
): Promise<Platforms> {
  const { seed = 1, delayMs } = options
  const telegram = await startTelegramServer({
    limits: true,
    random: seededRandom(seed),
    ...(delayMs && { delayMs }),
    bots: [{ token: TELEGRAM_TOKEN, username: 'NhipQuyMauBot', firstName: 'Nhịp Quý' }],
  })
  const zalo = await startZaloServer({
    random: seededRandom(seed + 1),
    ...(delayMs && { delayMs }),
    switches: { groupSenderIds: 'different', ...options.zalo },
    bots: [{ token: ZALO_TOKEN, displayName: 'Bot Nhịp Quý' }],
  })
  return {
    telegram,
    zalo,
    settings: {
      TELEGRAM_BOT_TOKEN: TELEGRAM_TOKEN,
      ZALO_BOT_TOKEN: ZALO_TOKEN,
      TELEGRAM_API_ROOT: telegram.url,
      ZALO_API_ROOT: zalo.url,
    },
    close: async () => {
      await Promise.all([telegram.close(), zalo.close()])
    },
  }
}
