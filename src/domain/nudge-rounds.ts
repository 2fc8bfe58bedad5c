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
  for (const thing of things) {
    const { dueOn, personId } = thing
    if (!dueOn || thing.beforeBot || thing.voluntary) continue
    const subject = personId ? 'people' : 'unit'
    const kind = [thing.obligationId, thing.period, thing.unitId, subject].join(':')
    const key = `${kind}:${dueOn}`
    let round = rounds.get(key)
    if (!round) {
      round = { ...thing, dueOn, subject, asked: [], missing: [], excused: [], forGroup: false }
      rounds.set(key, round)
    }
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
