import { wallTime } from '../../time.ts'
import { refusals } from './api-error.ts'
import type { Bot } from './model.ts'
import type { World } from './world.ts'

/** Counts of a bot in periods of Vietnamese time, kept over restarts. */
export interface Quotas {
  /** Refuses a send when the month is spent (429). */
  checkMessages(bot: Bot): void
  countMessage(bot: Bot, direction: 'in' | 'out'): void
  /** Messages counted this month. */
  messages(bot: Bot): number
  /** Counts a setWebhook or testWebhook call, refused above the day's limit (426). */
  countWebhookCall(bot: Bot): void
}

export function quotas(world: World): Quotas {
  const counts = world.store.table<number>('counts')
  const today = (): string => wallTime(new Date(world.now())).day
  const monthKey = (bot: Bot): string => `messages/${bot.id}/${today().slice(0, 7)}`
  const messages = (bot: Bot): number => counts.get(monthKey(bot)) ?? 0
  return {
    checkMessages: (bot) => {
      if (messages(bot) >= world.switches().monthlyQuota) throw refusals.quota()
    },
    countMessage: (bot, direction) => {
      if (direction === 'in' && world.switches().quotaCounts === 'outbound') return
      counts.put(monthKey(bot), messages(bot) + 1)
    },
    messages,
    countWebhookCall: (bot) => {
      const key = `webhook/${bot.id}/${today()}`
      const calls = (counts.get(key) ?? 0) + 1
      if (calls > world.switches().dailyWebhookCalls) throw refusals.dailyWebhookCalls()
      counts.put(key, calls)
    },
  }
}
