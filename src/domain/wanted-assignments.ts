import { addDays, type Day } from '../time.ts'
import { filingUnitOf, isPersonInAudience, isUnitInAudience, type AudienceWorld } from './audience.ts'
import type { Period } from './period.ts'
import type { PersonView, UnitView } from './person.ts'
import type { Programme } from './programme.ts'
import { lastGoodDayOf, listRounds, type OfficeDate, type Opening } from './rounds.ts'

/** A person with the day since which the roster has them in this tree. */
export interface PlannedPerson extends Pick<PersonView, 'id' | 'memberships' | 'posts'> {
  joinedOn: Day
}

/** A unit with the day since which it exists. */
export interface PlannedUnit extends UnitView {
  since: Day
}

/** A programme that binds people: published or live. */
export interface BindingProgramme {
  programme: Programme
  ownerUnitId: string
  officeDates: readonly OfficeDate[]
  /** Rounds that the office opened before their day. */
  openings?: readonly Opening[]
  /** First day of publication: who joins later owes only what is still open. */
  publishedOn: Day
  /** First day of use; null while it is published only. */
  liveFrom: Day | null
}

/** One thing owed in one round by one person or unit, as the rules say today. */
export interface WantedAssignment {
  programme: string
  obligation: string
  period: Period
  personId: string | null
  unitId: string
  dueOn: Day | null
  dueZone: string
  duePhrase: string
  opensOn: Day
  beforeBot: boolean
  /** False: nobody is asked, a volunteer's own one is kept. */
  owed: boolean
  /** Since when the person or unit is there. */
  since: Day
  publishedOn: Day
  liveFrom: Day | null
}

/** Whom an assignment binds: the same key twice is one thing owed. */
export function subjectKey(of: { personId: string | null; unitId: string }): string {
  return of.personId === null ? `u:${of.unitId}` : `p:${of.personId}`
}

// Rounds that open later than the end of the year of this many days ahead are not yet written down.
const AHEAD_DAYS = 92

/**
 * Everything that one programme's rules ask of the units below its owner and of their people: every round
 * from the year in which the office began to those that come near.
 */
export function listWanted(
  binding: BindingProgramme,
  units: readonly PlannedUnit[],
  people: readonly PlannedPerson[],
  today: Day,
): WantedAssignment[] {
  const branch = branchOf(binding.ownerUnitId, units)
  const world: AudienceWorld = {
    programme: binding.programme,
    ownerUnitId: binding.ownerUnitId,
    units: new Map(branch.map((unit) => [unit.id, unit])),
  }
  const horizon = `${addDays(today, AHEAD_DAYS).slice(0, 4)}-12-31`
  const { publishedOn, liveFrom } = binding
  const firstYear = (liveFrom !== null && liveFrom < publishedOn ? liveFrom : publishedOn).slice(0, 4)
  const wanted: WantedAssignment[] = []
  for (const obligation of binding.programme.obligations) {
    const rounds = listRounds(binding.programme, obligation, binding.officeDates, binding.openings).filter(
      ({ period, opensOn }) => opensOn <= horizon && (period === 'once' || period.slice(0, 4) >= firstYear),
    )
    if (rounds.length === 0) continue
    const add = (unit: UnitView, personId: string | null, owed: boolean, since: Day) => {
      for (const round of rounds) {
        const dueOn = lastGoodDayOf(round.due)
        wanted.push({
          programme: binding.programme.code,
          obligation: obligation.code,
          period: round.period,
          personId,
          unitId: unit.id,
          dueOn,
          dueZone: unit.zone,
          duePhrase: round.due.phrase,
          opensOn: round.opensOn,
          beforeBot: isBeforeBot(dueOn, liveFrom),
          owed,
          since,
          publishedOn,
          liveFrom,
        })
      }
    }
    if (obligation.subject === 'unit') {
      for (const unit of branch) {
        const answer = isUnitInAudience(obligation, unit, world)
        if (answer !== 'no') add(unit, null, answer === 'owes', unit.since)
      }
      continue
    }
    for (const person of people) {
      const answer = isPersonInAudience(obligation, person, world)
      const unit = answer === 'no' ? null : filingUnitOf(obligation, person, world)
      if (unit) add(unit, person.id, answer === 'owes', person.joinedOn)
    }
  }
  return wanted
}

/** Was due before the first day of use. */
export function isBeforeBot(dueOn: Day | null, liveFrom: Day | null): boolean {
  return dueOn !== null && liveFrom !== null && dueOn < liveFrom
}

/** A unit and all units below it, in the order given. */
export function branchOf<Unit extends UnitView>(rootId: string, units: readonly Unit[]): Unit[] {
  const children = new Map<string, Unit[]>()
  for (const unit of units)
    if (unit.parentId) children.set(unit.parentId, [...(children.get(unit.parentId) ?? []), unit])
  const inside = new Set<string>()
  const waiting = [rootId]
  for (let id = waiting.pop(); id !== undefined; id = waiting.pop()) {
    if (inside.has(id)) continue
    inside.add(id)
    waiting.push(...(children.get(id) ?? []).map((child) => child.id))
  }
  return units.filter((unit) => inside.has(unit.id))
}
