import type { Tools } from '../commands/command.ts'
import { listBots } from '../store/bots.ts'
import { listTrees } from '../store/units.ts'
import { listBudgetsOfTree } from './load-budgets.ts'

/** What a bot whose platform counts messages will have sent when its month ends, as far as it can be known. */
export interface MonthForecast {
  bot: string
  quota: number
  used: number
  /** Answers expected to those who still have to file. */
  dialogs: number
  /** Last reminders before deadlines that are still to come. */
  lastDays: number
  forecast: number
}

/** The month of every bot with a quota, over all trees that it serves. */
export async function forecastMonth(tools: Tools): Promise<MonthForecast[]> {
  const bots = (await listBots(tools.tx)).filter(
    ({ id }) => tools.bots.can(id).quota.messagesPerMonth !== null,
  )
  const ids = new Set(bots.map(({ id }) => id))
  const coming = new Map<string, { used: number; dialogs: number; lastDays: number }>()
  for (const { id: treeId } of await listTrees(tools.tx)) {
    for (const [botId, budget] of await listBudgetsOfTree(tools, treeId, ids)) {
      const sum = coming.get(botId) ?? { used: budget.used, dialogs: 0, lastDays: 0 }
      coming.set(botId, {
        ...sum,
        dialogs: sum.dialogs + budget.dialogs,
        lastDays: sum.lastDays + budget.lastDays,
      })
    }
  }
  return bots.flatMap(({ id, channel, handle }) => {
    const month = coming.get(id)
    if (!month) return []
    const { used, dialogs, lastDays } = month
    const quota = tools.bots.can(id).quota.messagesPerMonth!
    return [
      { bot: `${channel} ${handle}`, quota, used, dialogs, lastDays, forecast: used + dialogs + lastDays },
    ]
  })
}
