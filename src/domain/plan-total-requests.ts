import type { Day } from '../time.ts'
import { findStage, groupOffsets, type Stage } from './nudge-stage.ts'
import type { NudgeUnit, NudgeWorld, OwedThing } from './nudge-world.ts'
import { roundKey } from './unit-totals.ts'

/** What a secretary is asked for, or handed, about people of the unit to whom the bot does not talk. */
export interface TotalRequest {
  /** `ask`: for a number; `paste`: words for the unit's own group. */
  kind: 'ask' | 'paste'
  key: string
  stage: Stage
  personId: string
  unitId: string
  obligationId: string
  period: string
  dueOn: Day
  /** How many of them have no entry. */
  outside: number
}

/**
 * Nobody outside the bot is late or reminded: their secretary is asked how many have done it, and gets words for
 * the group, until a total is there. `outside`: what they owe without an entry; `stated`: rounds with a total.
 */
export function planTotalRequests(
  outside: readonly OwedThing[],
  world: Pick<NudgeWorld, 'units' | 'reachable' | 'refusing' | 'away'>,
  stated: ReadonlySet<string>,
  now: Date,
): TotalRequest[] {
  const units = new Map(world.units.map((unit) => [unit.id, unit]))
  const reached = (unit: NudgeUnit) =>
    unit.readers
      .map((rank) => rank.filter((id) => world.reachable.has(id) && !world.away.has(id)))
      .find((rank) => rank.length > 0) ?? []
  return roundsOf(outside, world.refusing).flatMap((round): TotalRequest[] => {
    const unit = units.get(round.unitId)
    if (!unit || stated.has(roundKey(round))) return []
    const { offsets, opensOn, ...about } = round
    const span = { dueOn: round.dueOn, opensOn }
    const requests = (kind: TotalRequest['kind'], stage: Stage | null, people: readonly string[]) =>
      people.flatMap((personId) =>
        stage ? [{ ...about, kind, stage, personId, key: keyOf(kind, round, stage.offset, personId) }] : [],
      )
    const secretaries = reached(unit)
    return [
      ...requests(
        'paste',
        findStage(groupOffsets(offsets), span, unit.calendar, now),
        secretaries.slice(0, 1),
      ),
      ...requests('ask', findStage(offsets.secretary, span, unit.calendar, now), secretaries),
    ]
  })
}

type Round = Omit<TotalRequest, 'kind' | 'key' | 'stage' | 'personId'> & {
  offsets: OwedThing['rules']['offsets']
  opensOn: Day | null
}

function roundsOf(outside: readonly OwedThing[], refusing: ReadonlySet<string>): Round[] {
  const rounds = new Map<string, Round>()
  for (const { unitId, obligationId, period, dueOn, opensOn, rules, ...thing } of outside) {
    if (!dueOn || thing.beforeBot || thing.voluntary || (thing.personId && refusing.has(thing.personId)))
      continue
    const key = roundKey({ unitId, obligationId, period })
    const before = rounds.get(key)
    const latest = before && before.dueOn > dueOn ? before.dueOn : dueOn
    const about = { unitId, obligationId, period, opensOn, offsets: rules.offsets }
    rounds.set(key, { ...about, dueOn: latest, outside: (before?.outside ?? 0) + 1 })
  }
  return [...rounds.values()]
}

function keyOf(kind: string, round: Round, offset: number, personId: string): string {
  return ['totals', kind, roundKey(round), round.dueOn, offset, personId].join(':')
}
