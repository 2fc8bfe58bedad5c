import type { Tools } from '../commands/command.ts'
import { leftFor } from '../domain/hold-nudges.ts'
import type { HeldReason } from '../domain/nudge-world.ts'
import { remindingOf } from '../domain/programme.ts'
import { treeRules } from '../domain/tree-rules.ts'
import { listLiveProgrammes } from '../store/live-programmes.ts'
import { countUnasked, COUNTED } from '../store/reminders.ts'
import { addDays, dayOf, instantOf, mondayOf } from '../time.ts'
import { listBudgetsOfTree } from './load-budgets.ts'
import { type PlannedMessage, withoutSaid } from './planned-message.ts'

/** A message that is not said now, and why. */
export interface HeldMessage {
  reason: HeldReason
  /** As counted in the outbox: `topic`, `digest`, `nudge` … */
  topic: string
  personId: string | null
}

/** What digests and the like are worth beside reminders: they take what is left. */
const WORTH = 0

/**
 * Of messages that are no reminders those that may go: nobody gets more in a week than the programmes allow,
 * and no bot spends on them what its month still needs for answers and reminders.
 */
export async function holdPlanned(
  tools: Tools,
  treeId: string,
  planned: readonly PlannedMessage[],
): Promise<{ go: PlannedMessage[]; held: HeldMessage[] }> {
  const all = await withoutSaid(tools, planned, (one) => one.request.uniqueKey)
  // News of what somebody did is no part of a week's number.
  const fresh = all.filter(({ request }) => COUNTED.has(request.topic))
  const news = all.filter(({ request }) => !COUNTED.has(request.topic))
  if (fresh.length === 0) return { go: news, held: [] }
  const { tx, now } = tools
  const today = dayOf(now)
  const monday = mondayOf(today)
  const programmes = await listLiveProgrammes(tx, treeId, today)
  const { perWeek } = treeRules(
    programmes.map(({ content }) => remindingOf(content)),
    tools.isWorking,
  )
  const week = { from: instantOf(monday, '00:00'), to: instantOf(addDays(monday, 7), '00:00') }
  const used = await countUnasked(tx, treeId, week)
  const budgets = await listBudgetsOfTree(
    tools,
    treeId,
    new Set(fresh.map(({ request }) => request.to.botId)),
  )
  const spent = new Map<string, number>()
  const go: PlannedMessage[] = [...news]
  const held: HeldMessage[] = []
  for (const message of fresh) {
    const { to, topic } = message.request
    const personId = to.kind === 'private' ? (to.personId ?? null) : null
    const budget = budgets.get(to.botId)
    const already = spent.get(to.botId) ?? 0
    if (personId !== null && (used.get(personId) ?? 0) >= perWeek) {
      held.push({ reason: 'ceiling', topic, personId })
    } else if (budget && already + 1 > leftFor(WORTH, budget)) {
      held.push({ reason: 'budget', topic, personId })
    } else {
      go.push(message)
      spent.set(to.botId, already + 1)
      if (personId !== null) used.set(personId, (used.get(personId) ?? 0) + 1)
    }
  }
  return { go, held }
}
