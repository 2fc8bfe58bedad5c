import { addDays, type Day, mondayOf, wallTime } from '../time.ts'
import type { NudgeRound } from './nudge-rounds.ts'
import { dayOfStage, describe } from './nudge-stage.ts'
import type { NudgeUnit, NudgeWorld, TaskReminder } from './nudge-world.ts'
import { firstReached, isReached, taskReminder } from './reminder-parts.ts'
import { endOfWaking } from './waking-hours.ts'

/** A reminder that comes later in this week if nothing changes. */
export interface AheadReminder {
  day: Day
  /** As it would be said today, should no message be left for its own day. */
  reminder: TaskReminder
}

/**
 * What these people would still be told this week after today; what is said today leaves it room. Asked only
 * for those whose week may be too short for it. `messages`: how many each may be sent now.
 */
export function nudgesAhead(
  rounds: readonly NudgeRound[],
  units: ReadonlyMap<string, NudgeUnit>,
  world: NudgeWorld,
  messages: ReadonlyMap<string, number>,
  now: Date,
): AheadReminder[] {
  const ahead: AheadReminder[] = []
  const people = crowded(messages, mostDaysAhead(rounds, units, now), world)
  if (people.size === 0) return ahead
  for (const round of rounds) {
    const unit = units.get(round.unitId)
    if (!unit || round.missing.length === 0) continue
    const { zone, isWorking, hours } = unit.calendar
    const today = wallTime(now, zone).day
    const sunday = addDays(mondayOf(today), 6)
    if (round.opensOn && round.opensOn > today) continue
    const offsets = round.rules.offsets.private
    for (const offset of offsets) {
      const day = dayOfStage(round.dueOn, offset, isWorking)
      if (day <= today || day > sunday) continue
      const daysLeft = Math.round((Date.parse(round.dueOn) - Date.parse(today)) / 86_400_000)
      const stage = {
        offset,
        ...describe(offsets, offset, daysLeft),
        until: endOfWaking(today, zone, hours),
      }
      if (!stage.isLastBefore && unit.isBusy(day)) continue
      for (const { assignmentId, personId: owner } of round.missing) {
        for (const personId of owner ? [owner] : firstReached(unit.filers, world)) {
          if (!people.has(personId) || !isReached(personId, world)) continue
          if (!stage.isLastBefore && world.sparing.has(personId)) continue
          ahead.push({
            day,
            reminder: taskReminder({ assignmentId, personId: owner }, round, stage, personId),
          })
        }
      }
    }
  }
  return ahead
}

/** On how many days of this week after today anybody could be told something. */
function mostDaysAhead(
  rounds: readonly NudgeRound[],
  units: ReadonlyMap<string, NudgeUnit>,
  now: Date,
): number {
  const days = new Set<Day>()
  for (const { unitId, dueOn, rules, missing } of rounds) {
    const unit = units.get(unitId)
    if (!unit || missing.length === 0) continue
    const today = wallTime(now, unit.calendar.zone).day
    const sunday = addDays(mondayOf(today), 6)
    for (const offset of rules.offsets.private) {
      const day = dayOfStage(dueOn, offset, unit.calendar.isWorking)
      if (day > today && day <= sunday) days.add(day)
    }
  }
  return days.size
}

/** Those whom what comes today and later may take beyond their week's number. */
function crowded(
  messages: ReadonlyMap<string, number>,
  days: number,
  { perWeek, sentThisWeek }: Pick<NudgeWorld, 'perWeek' | 'sentThisWeek'>,
): Set<string> {
  const people = new Set<string>()
  if (days === 0) return people
  for (const [personId, count] of messages)
    if ((sentThisWeek.get(personId) ?? 0) + count + days > perWeek) people.add(personId)
  return people
}
