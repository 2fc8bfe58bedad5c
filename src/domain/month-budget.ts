import type { Day } from '../time.ts'
import type { BotBudget } from './nudge-world.ts'

/** Messages that a bot sends while a person answers one form, as few as our own conversations need. */
export const MESSAGES_PER_DIALOG = 8

/** Something still owed that falls due before the month ends, with who will be told and will answer. */
export interface ComingDeadline {
  dueOn: Day
  /** People who are reminded of it. */
  people: readonly string[]
}

/** What a bot has and has spent in the month. */
export interface BotMonth {
  quota: number
  used: number
  people: ReadonlySet<string>
}

/**
 * The budget of one bot for the rest of its month: dialogs of those who still have to answer, and their last
 * reminders after today, several of one day in one message.
 */
export function monthBudget(
  { quota, used, people }: BotMonth,
  coming: readonly ComingDeadline[],
  today: Day,
): BotBudget {
  let dialogs = 0
  const lastDays = new Set<string>()
  for (const { dueOn, people: told } of coming) {
    const own = told.filter((personId) => people.has(personId))
    if (own.length === 0) continue
    dialogs += MESSAGES_PER_DIALOG
    if (dueOn > today) for (const personId of own) lastDays.add(`${personId}:${dueOn}`)
  }
  return { quota, used, dialogs, lastDays: lastDays.size }
}
