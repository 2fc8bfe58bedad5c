import type { AheadReminder } from './nudges-ahead.ts'
import type { BotBudget, HeldReason, NudgeMessage, NudgeWorld } from './nudge-world.ts'

/** Messages that may go, and the others with the reason. */
export interface Sifted {
  go: NudgeMessage[]
  held: { message: NudgeMessage; reason: HeldReason }[]
}

/**
 * Holds back what a person would get beyond their week's number. A message of less worth also leaves room
 * for the days of this week on which one of greater worth is due; the last one that is left carries with it
 * whatever else falls due in this week.
 */
export function holdOverCeiling(
  messages: readonly NudgeMessage[],
  ahead: readonly AheadReminder[],
  { perWeek, sentThisWeek }: Pick<NudgeWorld, 'perWeek' | 'sentThisWeek'>,
): Sifted {
  const aheadOf = new Map<string, AheadReminder[]>()
  for (const one of ahead) {
    const { personId } = one.reminder
    aheadOf.set(personId, [...(aheadOf.get(personId) ?? []), one])
  }
  const used = new Map(sentThisWeek)
  const sifted: Sifted = { go: [], held: [] }
  for (const message of byWorth(messages)) {
    if (message.to === 'group' || (message.to === 'person' && message.asked)) {
      sifted.go.push(message)
      continue
    }
    const coming = aheadOf.get(message.personId) ?? []
    const before = used.get(message.personId) ?? 0
    const better = new Set(
      coming.filter(({ reminder }) => reminder.worth > message.worth).map(({ day }) => day),
    )
    if (before + 1 + better.size > perWeek) {
      sifted.held.push({ message, reason: 'ceiling' })
      continue
    }
    used.set(message.personId, before + 1)
    const isLast = before + 1 === perWeek
    sifted.go.push(isLast && message.to === 'person' ? withComing(message, coming) : message)
  }
  return sifted
}

function withComing(
  message: NudgeMessage & { to: 'person' },
  coming: readonly AheadReminder[],
): NudgeMessage {
  const named = new Set(message.reminders.map((each) => (each.kind === 'task' ? each.assignmentId : '')))
  const more = coming.filter(
    ({ reminder }) => reminder.isLastBefore && reminder.offset >= 0 && !named.has(reminder.assignmentId),
  )
  return { ...message, reminders: [...message.reminders, ...more.map(({ reminder }) => reminder)] }
}

/** Share of the quota that is kept for answers even when last reminders want it. */
const KEPT_FOR_ANSWERS = 0.2

/**
 * Spends what a bot may still send in its month by worth: answers and last reminders first. Whoever is
 * served by a bot without a quota is not held back.
 */
export function holdOverBudget(
  messages: readonly NudgeMessage[],
  { botOf, budgets }: Pick<NudgeWorld, 'botOf' | 'budgets'>,
): Sifted {
  const spent = new Map<string, number>()
  const sifted: Sifted = { go: [], held: [] }
  for (const message of byWorth(messages)) {
    const bot = botOf.get(message.to === 'group' ? message.groupId : message.personId)
    const budget = bot === undefined ? undefined : budgets.get(bot)
    const already = spent.get(bot!) ?? 0
    if (budget && already + 1 > leftFor(message.worth, budget)) {
      sifted.held.push({ message, reason: 'budget' })
      continue
    }
    if (bot !== undefined) spent.set(bot, already + 1)
    sifted.go.push(message)
  }
  return sifted
}

/** Messages that a bot may still send of this worth and more; may be negative. */
export function leftFor(worth: number, { quota, used, dialogs, lastDays }: BotBudget): number {
  const left = quota - used
  if (worth >= 5) return left - Math.min(dialogs, Math.floor(quota * KEPT_FOR_ANSWERS))
  return left - dialogs - lastDays
}

/** The worthiest first; of two that are worth the same the one that serves many. */
function byWorth(messages: readonly NudgeMessage[]): NudgeMessage[] {
  return [...messages].sort(
    (a, b) => b.worth - a.worth || Number(b.to === 'group') - Number(a.to === 'group'),
  )
}
