import { wallTime } from '../time.ts'
import { findStage, type Stage } from './nudge-stage.ts'
import { type NudgeRound, nudgeRounds } from './nudge-rounds.ts'
import { type AheadReminder, nudgesAhead } from './nudges-ahead.ts'
import type {
  GroupReminder,
  HeldBack,
  HeldReason,
  NamesReminder,
  NudgeUnit,
  NudgeWorld,
  PersonReminder,
  Reminder,
  UnreachedReminder,
} from './nudge-world.ts'
import { proposeEscalations } from './propose-escalations.ts'
import { postInstead, proposeGroupPosts } from './propose-group-posts.ts'
import {
  baseOf,
  firstReached,
  heldBack,
  isReached,
  roundKey,
  taskKey,
  taskReminder,
  taskWorth,
} from './reminder-parts.ts'

/** What the day asks for, before it is known what was said already and what may be sent. */
export interface Proposals {
  reminders: Reminder[]
  held: HeldBack[]
  /** What the same people would be told later in this week. */
  ahead: AheadReminder[]
  /** Posts that may take the place of private reminders for which no message is left. */
  instead: GroupReminder[]
}

/** A wish to be reminded that is this old is forgotten. */
const SNOOZE_LIFE_MS = 36 * 3_600_000

/** Every reminder whose hour has come at `now` (product time), each with its key. */
export function proposeNudges(world: NudgeWorld, now: Date): Proposals {
  const units = new Map(world.units.map((unit) => [unit.id, unit]))
  const proposals: Proposals = { reminders: [], held: [], ahead: [], instead: [] }
  const rounds = nudgeRounds(world)
  for (const round of rounds) {
    const unit = units.get(round.unitId)
    if (!unit) continue
    proposeTasks(round, unit, world, now, proposals)
    if (round.missing.length === 0) continue
    if (round.subject === 'people') proposals.reminders.push(...proposeNames(round, unit, world, now))
    proposals.reminders.push(...proposeGroupPosts(round, unit, world, now))
    proposals.instead.push(...postInstead(round, unit, now))
  }
  proposeEscalations(rounds, units, world, now, proposals)
  proposals.reminders.push(...proposeSnoozed(units, world, now))
  proposals.ahead = nudgesAhead(rounds, units, world, messagesTo(proposals.reminders), now)
  return proposals
}

/** How many messages each person may be sent now: one with all that they are told, one to be pasted. */
function messagesTo(reminders: readonly Reminder[]): Map<string, number> {
  const told = new Set<string>()
  const pasting = new Set<string>()
  for (const each of reminders) {
    if (each.kind === 'group') continue
    ;(each.kind === 'paste' ? pasting : told).add(each.personId)
  }
  const messages = new Map<string, number>()
  for (const personId of told) messages.set(personId, pasting.has(personId) ? 2 : 1)
  for (const personId of pasting) if (!told.has(personId)) messages.set(personId, 1)
  return messages
}

function proposeTasks(
  round: NudgeRound,
  unit: NudgeUnit,
  world: NudgeWorld,
  now: Date,
  { reminders, held }: Proposals,
): void {
  const stage = findStage(round.rules.offsets.private, round, unit.calendar, now)
  if (!stage) return
  const keep = (reason: HeldReason, personId: string | null) =>
    held.push(heldBack(round, stage, { reason, personId }))
  for (const { personId } of round.excused) {
    keep(world.away.has(personId!) ? 'away' : 'refused', personId)
  }
  const isBusy = unit.isBusy(wallTime(now, unit.calendar.zone).day)
  const base = { ...baseOf(round, stage), worth: taskWorth(stage), kind: 'task' as const, asked: false }
  const unreached: string[] = []
  for (const thing of round.missing) {
    const people = thing.personId ? [thing.personId] : firstReached(unit.filers, world)
    if (people.length === 0) keep('nobody-to-tell', null)
    for (const personId of people) {
      if (!isReached(personId, world)) {
        keep(world.unreachable.has(personId) ? 'unreachable' : 'not-joined', personId)
        if (world.unreachable.has(personId)) unreached.push(personId)
      } else if (!stage.isLastBefore && stage.offset >= 0 && isBusy) {
        keep('busy-season', personId)
      } else if (!stage.isLastBefore && world.sparing.has(personId)) {
        keep('own-wish', personId)
      } else {
        const { assignmentId } = thing
        const key = taskKey(assignmentId, round.dueOn, stage.offset, personId)
        reminders.push({ ...base, key, personId, assignmentId, forUnit: thing.personId === null })
        if (world.outOfMessages.has(personId)) unreached.push(personId)
      }
    }
  }
  if (unreached.length > 0 && round.subject === 'people')
    reminders.push(...unreachedReminders(unreached, round, stage, unit, world))
}

/** `chưa nhắc được`: the secretary alone is told whom the reminder did not reach. */
function unreachedReminders(
  people: readonly string[],
  round: NudgeRound,
  stage: Stage,
  unit: NudgeUnit,
  world: NudgeWorld,
): UnreachedReminder[] {
  return firstReached(unit.readers, world).flatMap((personId) => {
    const others = people.filter((each) => each !== personId)
    if (others.length === 0) return []
    return {
      ...baseOf(round, stage),
      key: `unreached:${roundKey(round, stage)}:${personId}`,
      worth: 4,
      kind: 'unreached' as const,
      personId,
      people: others,
    }
  })
}

function proposeNames(round: NudgeRound, unit: NudgeUnit, world: NudgeWorld, now: Date): NamesReminder[] {
  const stage = findStage(round.rules.offsets.secretary, round, unit.calendar, now)
  if (!stage) return []
  return firstReached(unit.readers, world).flatMap((personId) => {
    const missing = round.missing.flatMap((thing) =>
      thing.personId && thing.personId !== personId ? [thing.personId] : [],
    )
    if (missing.length === 0) return []
    return {
      ...baseOf(round, stage),
      key: `nudge:unit:${roundKey(round, stage)}:${personId}`,
      worth: 3,
      kind: 'names' as const,
      personId,
      missing,
      done: round.asked.length - round.missing.length,
      total: round.asked.length,
    }
  })
}

/** What people asked to be reminded of; one who can no longer be reached is not. */
function proposeSnoozed(
  units: ReadonlyMap<string, NudgeUnit>,
  world: NudgeWorld,
  now: Date,
): PersonReminder[] {
  return world.snoozes.flatMap(({ id, personId, thing, until }) => {
    const unit = units.get(thing.unitId)
    const age = now.getTime() - until.getTime()
    if (!unit || thing.done || !thing.dueOn || age < 0 || age > SNOOZE_LIFE_MS) return []
    if (!isReached(personId, world) || world.away.has(personId)) return []
    const { zone, hours } = unit.calendar
    const today = wallTime(now, zone).day
    // A wish of one's own is kept on days off too.
    const daysLeft = Math.round((Date.parse(thing.dueOn) - Date.parse(today)) / 86_400_000)
    const stage = findStage([daysLeft], { ...thing, dueOn: thing.dueOn }, everyDay({ zone, hours }), now)
    if (!stage) return []
    const reminder = taskReminder(thing, { ...thing, dueOn: thing.dueOn }, stage, personId)
    return { ...reminder, key: `snooze:${id}`, worth: 5, asked: true }
  })
}

function everyDay(calendar: Pick<NudgeUnit['calendar'], 'zone' | 'hours'>): NudgeUnit['calendar'] {
  return { ...calendar, isWorking: () => true }
}
