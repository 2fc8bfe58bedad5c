import type { ChannelAdapter, ConnectedBot } from './channel-adapter.ts'
import type { BotDirectory } from '../commands/command.ts'

/** The bots of this process, filled when tokens are matched with rows. Tokens stay in memory. */
export interface KnownBots extends BotDirectory {
  /** A bot that exists as a row, with or without a token here. */
  register(bot: { id: string; channel: string }): void
  connect(bot: ConnectedBot): void
  disconnect(botId: string): void
  listConnected(): ConnectedBot[]
}

/** A directory over the channels of this deployment. Asking for a bot that was never registered throws. */
export function createBotDirectory(adapters: ReadonlyMap<string, ChannelAdapter>): KnownBots {
  const channels = new Map<string, string>()
  const connected = new Map<string, ConnectedBot>()
  const adapterOf = (botId: string): ChannelAdapter => {
    const adapter = adapters.get(channels.get(botId) ?? '')
    if (!adapter) throw new Error('this bot is not of a channel that we speak')
    return adapter
  }
  return {
    register: ({ id, channel }) => {
      channels.set(id, channel)
    },
    connect: (bot) => {
      connected.set(bot.id, bot)
    },
    disconnect: (botId) => {
      connected.delete(botId)
    },
    listConnected: () => [...connected.values()],
    can: (botId) => adapterOf(botId).can,
    connected: (botId) => connected.get(botId) ?? null,
    adapterOf,
    link: (bot, payload, group) => adapterOf(bot.id).link(bot, payload, group),
  }
}
