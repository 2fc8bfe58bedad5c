import { addDays, type Day, daysBetween, instantOf, wallTime } from '../time.ts'
import { decideGroupCounts, type GroupCounts } from './face-saving.ts'

/** Days before the last good day on which somebody is reminded; negative: after it. */
export interface NudgeOffsets {
  group: readonly number[]
  private: readonly number[]
  secretary: readonly number[]
}

/** Used where a programme says nothing. */
export const DEFAULT_OFFSETS: NudgeOffsets = { group: [7, 1], private: [3, 0, -1], secretary: [1, -1] }

/** Reminders start at this hour of the unit's clock … */
const FIRST_HOUR = '08:00'
/** … and what was missed is caught up until this one. */
const LAST_HOUR = '20:00'
/** A reminder after the deadline that is this many days old has lost its use. */
const STALE_DAYS = 3

/** One thing owed, as the planner sees it. */
export interface OwedThing {
  assignmentId: string
  obligationId: string
  period: string
  unitId: string
  /** Null: the unit owes it, its secretary files it. */
  personId: string | null
  /** Null: no date yet, or `thường xuyên`; never nudged. */
  dueOn: Day | null
  done: boolean
  beforeBot: boolean
  voluntary: boolean
  /** Shown from this day on; reminders do not come earlier. */
  opensOn: Day | null
  offsets: NudgeOffsets
}

/** A unit with those who can be told. */
export interface NudgeUnit {
  id: string
  zone: string
  members: number
  /** Bound groups: where counts go. */
  groups: readonly string[]
  /** People who file for the unit and see its names. */
  secretaries: readonly string[]
}

export interface NudgeWorld {
  things: readonly OwedThing[]
  units: readonly NudgeUnit[]
  /** People who joined, can be reached and did not refuse messages. */
  reachable: ReadonlySet<string>
  /** People who refused or withdrew: not nudged, and not counted as missing. */
  refusing: ReadonlySet<string>
}

interface NudgeBase {
  /** Said once, ever: the same key is never planned twice. */
  key: string
  /** The stage that is due, in days before the deadline. */
  offset: number
  /** Whole days from today to the last good day; negative: late. */
  daysLeft: number
  dueOn: Day
  obligationId: string
  period: string
  unitId: string
  zone: string
  /** Not worth sending any more from here on (product time). */
  until: Date
}

export type Nudge =
  | (NudgeBase & { to: 'person'; personId: string; assignmentId: string; forUnit: boolean })
  | (NudgeBase & {
      to: 'group'
      groupId: string
      counts: GroupCounts
      subject: 'people' | 'unit'
      assignmentId: string | null
    })
  | (NudgeBase & {
      to: 'secretary'
      personId: string
      /** Names for the secretary of their own cell, in the order of the roster. */
      missing: readonly string[]
      total: number
    })

/**
 * What is due to be said at `now` (product time): of every reminder only the newest stage whose hour has
 * come, so that after an outage one message comes, not three. Whoever has filed or refused is left alone.
 */
export function planNudges(world: NudgeWorld, now: Date): Nudge[] {
  const units = new Map(world.units.map((unit) => [unit.id, unit]))
  const nudges: Nudge[] = []
  for (const round of roundsOf(world.things)) {
    const unit = units.get(round.unitId)
    if (!unit) continue
    const counted = round.things.filter((thing) => !thing.personId || !world.refusing.has(thing.personId))
    const missing = counted.filter((thing) => !thing.done && !thing.voluntary)
    if (missing.length === 0) continue
    nudges.push(...groupNudges(round, unit, counted, missing, now))
    if (round.subject === 'people') nudges.push(...secretaryNudges(round, unit, counted, missing, world, now))
    for (const thing of missing) nudges.push(...personNudges(thing, round, unit, world, now))
  }
  return nudges
}

/** All that is owed for one obligation and period, with one date, in one unit. */
interface Round {
  obligationId: string
  period: string
  unitId: string
  dueOn: Day
  opensOn: Day | null
  offsets: NudgeOffsets
  subject: 'people' | 'unit'
  things: OwedThing[]
}

function roundsOf(things: readonly OwedThing[]): Round[] {
  const rounds = new Map<string, Round>()
  for (const thing of things) {
    if (!thing.dueOn || thing.beforeBot) continue
    const subject = thing.personId ? 'people' : 'unit'
    const key = [thing.obligationId, thing.period, thing.unitId, thing.dueOn, subject].join(':')
    const round = rounds.get(key)
    if (round) round.things.push(thing)
    else rounds.set(key, { ...thing, dueOn: thing.dueOn, subject, things: [thing] })
  }
  return [...rounds.values()]
}

function personNudges(
  thing: OwedThing,
  round: Round,
  unit: NudgeUnit,
  world: NudgeWorld,
  now: Date,
): Nudge[] {
  const stage = stageDue(round.offsets.private, round, unit.zone, now)
  if (!stage) return []
  const people = thing.personId ? [thing.personId] : unit.secretaries
  return people
    .filter((personId) => world.reachable.has(personId) && !world.refusing.has(personId))
    .map((personId) => ({
      ...base(round, unit, stage),
      key: `nudge:${thing.assignmentId}:${round.dueOn}:${stage.offset}:${personId}`,
      to: 'person' as const,
      personId,
      assignmentId: thing.assignmentId,
      forUnit: thing.personId === null,
    }))
}

function secretaryNudges(
  round: Round,
  unit: NudgeUnit,
  counted: OwedThing[],
  missing: OwedThing[],
  world: NudgeWorld,
  now: Date,
): Nudge[] {
  const stage = stageDue(round.offsets.secretary, round, unit.zone, now)
  if (!stage) return []
  return unit.secretaries
    .filter((personId) => world.reachable.has(personId) && !world.refusing.has(personId))
    .map((personId) => ({ personId, others: missing.filter((thing) => thing.personId !== personId) }))
    .filter(({ others }) => others.length > 0)
    .map(({ personId, others }) => ({
      ...base(round, unit, stage),
      key: `nudge:unit:${round.unitId}:${round.obligationId}:${round.period}:${round.dueOn}:${stage.offset}:${personId}`,
      to: 'secretary' as const,
      personId,
      missing: others.flatMap((thing) => thing.personId ?? []),
      total: counted.length,
    }))
}

function groupNudges(
  round: Round,
  unit: NudgeUnit,
  counted: OwedThing[],
  missing: OwedThing[],
  now: Date,
): Nudge[] {
  // Nothing is posted to a group after the deadline.
  const stage = stageDue(
    round.offsets.group.filter((offset) => offset >= 0),
    round,
    unit.zone,
    now,
  )
  if (!stage || stage.daysLeft < 0) return []
  const owing = counted.filter((thing) => !thing.voluntary)
  const counts = decideGroupCounts(owing.length, owing.length - missing.length, unit.members)
  return unit.groups.map((groupId) => ({
    ...base(round, unit, stage),
    key: `nudge:group:${groupId}:${round.unitId}:${round.obligationId}:${round.period}:${round.dueOn}:${stage.offset}`,
    to: 'group' as const,
    groupId,
    counts: round.subject === 'unit' ? { kind: 'no-counts' as const } : counts,
    subject: round.subject,
    assignmentId: round.subject === 'unit' ? (missing[0]?.assignmentId ?? null) : null,
  }))
}

interface Stage {
  offset: number
  daysLeft: number
  until: Date
}

function base(round: Round, unit: NudgeUnit, stage: Stage): Omit<NudgeBase, 'key'> {
  const { obligationId, period, unitId, dueOn } = round
  return { ...stage, obligationId, period, unitId, dueOn, zone: unit.zone }
}

/** The newest stage whose hour has come, while it is still of use and inside the hours of the day. */
function stageDue(offsets: readonly number[], round: Round, zone: string, now: Date): Stage | null {
  const { day } = wallTime(now, zone)
  if (now < instantOf(day, FIRST_HOUR, zone) || now >= instantOf(day, LAST_HOUR, zone)) return null
  if (round.opensOn && day < round.opensOn) return null
  const come = offsets.filter((offset) => addDays(round.dueOn, -offset) <= day)
  if (come.length === 0) return null
  const offset = Math.min(...come)
  const lastUseful = offset >= 0 ? round.dueOn : addDays(round.dueOn, STALE_DAYS - offset)
  if (day > lastUseful) return null
  return { offset, daysLeft: daysBetween(day, round.dueOn), until: instantOf(day, LAST_HOUR, zone) }
}
