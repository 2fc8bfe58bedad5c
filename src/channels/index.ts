import type { AdapterSetup } from './adapter-setup.ts'
import type { ChannelAdapter } from './channel-adapter.ts'
import { createTelegramChannel, type TelegramSettings } from './telegram/telegram-channel.ts'
import { createZaloChannel, type ZaloSettings } from './zalo/zalo-channel.ts'

export interface ChannelSettings extends AdapterSetup {
  telegram: TelegramSettings
  zalo: ZaloSettings
}

/** Every channel that there is, by name. */
export function createAdapters({ telegram, zalo, ...setup }: ChannelSettings): Map<string, ChannelAdapter> {
  const adapters = [createTelegramChannel(telegram, setup), createZaloChannel(zalo, setup)]
  return new Map(adapters.map((adapter) => [adapter.channel, adapter]))
}
