import type { Day } from '../time.ts'
import type { NudgeWorld, OwedThing } from './nudge-world.ts'

/** All that is owed for one obligation and period, with one date, in one unit. */
export interface NudgeRound {
  obligationId: string
  period: string
  unitId: string
  dueOn: Day
  opensOn: Day | null
  rules: OwedThing['rules']
  subject: 'people' | 'unit'
  /** What counts: not voluntary, not owed by somebody who refused or is away. */
  asked: OwedThing[]
  missing: OwedThing[]
  /** Owed, but whoever owes it is left alone. */
  excused: OwedThing[]
  /** False: a few people who were given more time; nothing is said to the group about them. */
  forGroup: boolean
}

/** Puts the things owed together by what a unit is asked for at one date. */
export function nudgeRounds({
  things,
  refusing,
  away,
}: Pick<NudgeWorld, 'things' | 'refusing' | 'away'>): NudgeRound[] {
  const rounds = new Map<string, NudgeRound>()
  const largest = new Map<string, NudgeRound>()
  let last: { kind: string; round: NudgeRound } | null = null
  const find = (thing: OwedThing, dueOn: Day) => {
    const subject = subjectOf(thing)
    const kind = [thing.obligationId, thing.period, thing.unitId, subject].join(':')
    const key = `${kind}:${dueOn}`
    const known = rounds.get(key)
    if (known) return { kind, round: known }
    const { obligationId, period, unitId, opensOn, rules } = thing
    const lists = { asked: [], missing: [], excused: [] }
    const round = { obligationId, period, unitId, dueOn, opensOn, rules, subject, ...lists, forGroup: false }
    rounds.set(key, round)
    return { kind, round }
  }
  for (const thing of things) {
    const { dueOn, personId } = thing
    if (!dueOn || thing.beforeBot || thing.voluntary) continue
    // Things of one round mostly stand together.
    const at: { kind: string; round: NudgeRound } =
      last && isOf(thing, last.round) ? last : find(thing, dueOn)
    last = at
    const { kind, round } = at
    // What somebody filed before going away counts as everybody's.
    const isExcused = personId !== null && (refusing.has(personId) || (away.has(personId) && !thing.done))
    if (isExcused) {
      if (!thing.done) round.excused.push(thing)
      continue
    }
    round.asked.push(thing)
    if (!thing.done) round.missing.push(thing)
    if (round.asked.length > (largest.get(kind)?.asked.length ?? 0)) largest.set(kind, round)
  }
  for (const round of largest.values()) round.forGroup = true
  return [...rounds.values()]
}

function subjectOf({ personId }: OwedThing): NudgeRound['subject'] {
  return personId ? 'people' : 'unit'
}

function isOf(thing: OwedThing, round: NudgeRound): boolean {
  return (
    thing.unitId === round.unitId &&
    thing.obligationId === round.obligationId &&
    thing.dueOn === round.dueOn &&
    thing.period === round.period &&
    subjectOf(thing) === round.subject
  )
}
