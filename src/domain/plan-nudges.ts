import type { Day } from '../time.ts'
import { decideGroupCounts, type GroupCounts } from './face-saving.ts'
import { findStage, groupOffsets, type NudgeOffsets, type Stage } from './nudge-stage.ts'

/** One thing owed, as the planner sees it. */
export interface OwedThing {
  assignmentId: string
  obligationId: string
  period: string
  unitId: string
  /** Null: the unit owes it, whoever files for it is told. */
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

/** A unit with those who can be told. People by rank: the first rank in which somebody is reached is told. */
export interface NudgeUnit {
  id: string
  zone: string
  members: number
  /** Bound groups: where counts go. */
  groups: readonly string[]
  /** Who pastes into the unit's group what a bot may not post there; null: nobody has to. */
  paster: string | null
  /** Who files, or drafts, what the unit owes. */
  filers: readonly (readonly string[])[]
  /** Who may see the names of its members. */
  readers: readonly (readonly string[])[]
}

export interface NudgeWorld {
  things: readonly OwedThing[]
  units: readonly NudgeUnit[]
  /** People who joined, can be reached and did not refuse messages. */
  reachable: ReadonlySet<string>
  /** People who refused or withdrew: not nudged, and not counted as missing. */
  refusing: ReadonlySet<string>
}

interface NudgeBase extends Stage {
  /** Said once, ever: the same key is never planned twice. */
  key: string
  dueOn: Day
  obligationId: string
  period: string
  unitId: string
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
      /** What a group would have heard, ready to be pasted by a person. */
      to: 'paste'
      personId: string
      counts: GroupCounts
      subject: 'people' | 'unit'
      assignmentId: string | null
    })
  | (NudgeBase & {
      to: 'secretary'
      personId: string
      /** Names for the secretary of their own cell, themselves left out. */
      missing: readonly string[]
      done: number
      total: number
    })

/**
 * What is due to be said at `now` (product time): of every reminder only the newest stage whose hour has
 * come, so that after an outage one message comes, not three. Whoever has filed or refused is left alone.
 */
export function planNudges(world: NudgeWorld, now: Date): Nudge[] {
  const units = new Map(world.units.map((unit) => [unit.id, unit]))
  const nudges: Nudge[] = []
  for (const round of roundsOf(world)) {
    const unit = units.get(round.unitId)
    if (!unit || round.missing.length === 0) continue
    nudges.push(...groupNudges(round, unit, now))
    if (round.subject === 'people') nudges.push(...readerNudges(round, unit, world, now))
    nudges.push(...personNudges(round, unit, world, now))
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
  /** What counts: not voluntary, not owed by somebody who refused. */
  asked: OwedThing[]
  missing: OwedThing[]
  /** False: a few people who were given more time; nothing is said to the group about them. */
  forGroup: boolean
}

function roundsOf({ things, refusing }: NudgeWorld): Round[] {
  const rounds = new Map<string, Round>()
  const largest = new Map<string, Round>()
  for (const thing of things) {
    const { dueOn, personId } = thing
    if (!dueOn || thing.beforeBot || thing.voluntary || (personId && refusing.has(personId))) continue
    const subject = personId ? 'people' : 'unit'
    const kind = [thing.obligationId, thing.period, thing.unitId, subject].join(':')
    const key = `${kind}:${dueOn}`
    let round = rounds.get(key)
    if (!round) {
      round = { ...thing, dueOn, subject, asked: [], missing: [], forGroup: false }
      rounds.set(key, round)
    }
    round.asked.push(thing)
    if (!thing.done) round.missing.push(thing)
    if (round.asked.length > (largest.get(kind)?.asked.length ?? 0)) largest.set(kind, round)
  }
  for (const round of largest.values()) round.forGroup = true
  return [...rounds.values()]
}

function personNudges(round: Round, unit: NudgeUnit, world: NudgeWorld, now: Date): Nudge[] {
  const stage = findStage(round.offsets.private, round, unit.zone, now)
  if (!stage) return []
  return round.missing.flatMap((thing) => {
    const people = thing.personId ? [thing.personId] : firstReached(unit.filers, world)
    return people
      .filter((personId) => isReached(personId, world))
      .map((personId) => ({
        ...base(round, stage),
        key: `nudge:${thing.assignmentId}:${round.dueOn}:${stage.offset}:${personId}`,
        to: 'person' as const,
        personId,
        assignmentId: thing.assignmentId,
        forUnit: thing.personId === null,
      }))
  })
}

function readerNudges(round: Round, unit: NudgeUnit, world: NudgeWorld, now: Date): Nudge[] {
  const stage = findStage(round.offsets.secretary, round, unit.zone, now)
  if (!stage) return []
  return firstReached(unit.readers, world).flatMap((personId) => {
    const missing = round.missing.flatMap((thing) =>
      thing.personId && thing.personId !== personId ? [thing.personId] : [],
    )
    if (missing.length === 0) return []
    return {
      ...base(round, stage),
      key: `nudge:unit:${keyOf(round, stage)}:${personId}`,
      to: 'secretary' as const,
      personId,
      missing,
      done: round.asked.length - round.missing.length,
      total: round.asked.length,
    }
  })
}

function groupNudges(round: Round, unit: NudgeUnit, now: Date): Nudge[] {
  const stage = findStage(groupOffsets(round.offsets), round, unit.zone, now)
  if (!stage || !round.forGroup) return []
  const { asked, missing, subject } = round
  const counts = decideGroupCounts(asked.length, asked.length - missing.length, unit.members)
  const said = {
    ...base(round, stage),
    counts: subject === 'unit' ? { kind: 'no-counts' as const } : counts,
    subject,
    assignmentId: subject === 'unit' ? missing[0]!.assignmentId : null,
  }
  if (unit.groups.length === 0 && unit.paster !== null) {
    const key = `nudge:paste:${keyOf(round, stage)}`
    return [{ ...said, key, to: 'paste' as const, personId: unit.paster }]
  }
  return unit.groups.map((groupId) => ({
    ...said,
    key: `nudge:group:${groupId}:${keyOf(round, stage)}`,
    to: 'group' as const,
    groupId,
  }))
}

function keyOf({ unitId, obligationId, period, dueOn }: Round, { offset }: Stage): string {
  return [unitId, obligationId, period, dueOn, offset].join(':')
}

function base({ obligationId, period, unitId, dueOn }: Round, stage: Stage): Omit<NudgeBase, 'key'> {
  return { ...stage, obligationId, period, unitId, dueOn }
}

function firstReached(ranks: readonly (readonly string[])[], world: NudgeWorld): readonly string[] {
  for (const rank of ranks) {
    const reached = rank.filter((personId) => isReached(personId, world))
    if (reached.length > 0) return reached
  }
  return []
}

function isReached(personId: string, { reachable, refusing }: NudgeWorld): boolean {
  return reachable.has(personId) && !refusing.has(personId)
}
