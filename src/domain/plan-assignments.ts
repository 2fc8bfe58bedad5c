import type { Day } from '../time.ts'
import { mergeFulfilments } from './fulfilments.ts'
import type { Period } from './period.ts'
import {
  isBeforeBot,
  listWanted,
  subjectKey,
  type BindingProgramme,
  type PlannedPerson,
  type PlannedUnit,
  type WantedAssignment,
} from './wanted-assignments.ts'

/** An assignment as it stands. */
export interface ExistingAssignment {
  id: string
  programme: string
  obligation: string
  period: Period
  personId: string | null
  unitId: string
  dueOn: Day | null
  dueZone: string
  duePhrase: string
  opensOn: Day | null
  state: 'open' | 'done' | 'withdrawn'
  voluntary: boolean
  beforeBot: boolean
  /** Somebody gave it more time: only a later date of the programme moves it. */
  extended: boolean
  /** Withdrawn by a person, not by the rules: it stays so. */
  withdrawnByHand: boolean
}

/** What can change in an assignment that stays. */
export interface AssignmentTerms {
  dueOn: Day | null
  dueZone: string
  duePhrase: string
  opensOn: Day
  beforeBot: boolean
  voluntary: boolean
}

export interface NewAssignment extends Omit<AssignmentTerms, 'voluntary'> {
  programme: string
  obligation: string
  period: Period
  personId: string | null
  unitId: string
}

/** `left`: the person or unit is gone; `not-asked`: the rules no longer ask; `dropped`: no such duty or round any more. */
export type WithdrawalReason = 'left' | 'not-asked' | 'dropped'

export interface AssignmentPlan {
  create: NewAssignment[]
  move: { id: string; from: Day | null; terms: AssignmentTerms }[]
  withdraw: { id: string; reason: WithdrawalReason }[]
  restore: { id: string; unitId: string; terms: AssignmentTerms }[]
  /** A person's open assignment follows them to another unit; what is done stays where it was filed. */
  transfer: { id: string; fromUnitId: string; toUnitId: string }[]
}

export interface PlanInput {
  /** Every published or live programme of the tree. Assignments of others are left alone. */
  programmes: readonly BindingProgramme[]
  units: readonly PlannedUnit[]
  people: readonly PlannedPerson[]
  existing: readonly ExistingAssignment[]
  today: Day
}

/**
 * What must change so that the assignments are what the programmes and the roster say today. Running it
 * again on its own result changes nothing. What is done is never touched.
 */
export function planAssignments({ programmes, units, people, existing, today }: PlanInput): AssignmentPlan {
  const all = programmes.flatMap((binding) => listWanted(binding, units, people, today))
  const wanted = mergeFulfilments(
    all,
    programmes.map((binding) => binding.programme),
  )
  const wantedByKey = new Map(wanted.map((each) => [keyOf(each), each]))
  const rounds = new Set(all.map(roundKey))
  const present = new Set([...units.map((unit) => unit.id), ...people.map((person) => person.id)])
  const bound = new Set(programmes.map((binding) => binding.programme.code))
  const plan: AssignmentPlan = { create: [], move: [], withdraw: [], restore: [], transfer: [] }
  const known = new Set<string>()

  for (const each of existing) {
    if (!bound.has(each.programme)) continue
    const key = keyOf(each)
    known.add(key)
    if (each.state === 'done' || (each.state === 'withdrawn' && each.withdrawnByHand)) continue
    const want = wantedByKey.get(key)
    const stays = want !== undefined && (want.owed || each.voluntary)
    if (each.state === 'withdrawn') {
      if (stays && isOwedSince(want))
        plan.restore.push({ id: each.id, unitId: want.unitId, terms: termsOf(want, each) })
    } else if (stays) {
      keep(plan, each, want)
    } else {
      const gone = !present.has(each.personId ?? each.unitId)
      const round = rounds.has(roundKey(each))
      plan.withdraw.push({ id: each.id, reason: gone ? 'left' : round ? 'not-asked' : 'dropped' })
    }
  }

  for (const [key, want] of wantedByKey)
    if (want.owed && !known.has(key) && isOwedSince(want)) plan.create.push(newFrom(want))
  return plan
}

/** Who came after publication owes only what was still open on that day. */
function isOwedSince({ dueOn, since, publishedOn }: WantedAssignment): boolean {
  return dueOn === null || since <= publishedOn || dueOn >= since
}

function keep(plan: AssignmentPlan, each: ExistingAssignment, want: WantedAssignment): void {
  if (each.personId !== null && each.unitId !== want.unitId)
    plan.transfer.push({ id: each.id, fromUnitId: each.unitId, toUnitId: want.unitId })
  const terms = termsOf(want, each)
  const fields = Object.keys(terms) as (keyof AssignmentTerms)[]
  if (fields.some((field) => terms[field] !== each[field]))
    plan.move.push({ id: each.id, from: each.dueOn, terms })
}

function termsOf(want: WantedAssignment, each: ExistingAssignment): AssignmentTerms {
  const extended = each.extended && each.dueOn !== null && (want.dueOn === null || each.dueOn > want.dueOn)
  const dueOn = extended ? each.dueOn : want.dueOn
  return {
    dueOn,
    dueZone: want.dueZone,
    duePhrase: extended ? each.duePhrase : want.duePhrase,
    opensOn: want.opensOn,
    beforeBot: isBeforeBot(dueOn, want.liveFrom),
    voluntary: each.voluntary && !want.owed,
  }
}

function newFrom(want: WantedAssignment): NewAssignment {
  const { programme, obligation, period, personId, unitId } = want
  const { dueOn, dueZone, duePhrase, opensOn, beforeBot } = want
  return {
    programme,
    obligation,
    period,
    personId,
    unitId,
    dueOn,
    dueZone,
    duePhrase,
    opensOn,
    beforeBot,
  }
}

interface RoundOf {
  programme: string
  obligation: string
  period: Period
}

function roundKey({ programme, obligation, period }: RoundOf): string {
  return `${programme}\n${obligation}\n${period}`
}

function keyOf(of: RoundOf & { personId: string | null; unitId: string }): string {
  return `${roundKey(of)}\n${subjectKey(of)}`
}
