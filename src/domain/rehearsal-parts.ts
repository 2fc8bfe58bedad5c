import { addDays, type Day, lastDayOfMonth } from '../time.ts'
import { type ComingDeadline, monthBudget } from './month-budget.ts'
import { isWorthLoading } from './nudge-stage.ts'
import type { BotBudget, NudgeMessage, NudgeRules, OwedThing } from './nudge-world.ts'
import { remindingOf } from './programme.ts'
import type { RehearsedOrganisation } from './rehearsal-world.ts'
import type { TreeRules } from './tree-rules.ts'
import { type BindingProgramme, listWanted } from './wanted-assignments.ts'
import { endOfWaking } from './waking-hours.ts'

/** One thing that somebody made up (or real) owes, with what becomes of it. */
export interface RehearsedThing {
  thing: OwedThing
  dueOn: Day
  opensOn: Day
  /** The day on which it will be done, as far as that is decided. */
  doneOn: Day | null
}

/** Everything with a date that the programme asks of the organisation and that is not over on the first day. */
export function listRehearsed(
  binding: BindingProgramme,
  { units, people }: Pick<RehearsedOrganisation, 'units' | 'people'>,
  from: Day,
): RehearsedThing[] {
  const rules = rulesOf(binding)
  return listWanted(binding, units, people, from).flatMap((want, i): RehearsedThing[] => {
    const own = rules.get(want.obligation)
    const { dueOn, opensOn, period, unitId, personId } = want
    if (!own || dueOn === null || dueOn < from || !want.owed) return []
    const thing = {
      assignmentId: `t${i}`,
      obligationId: want.obligation,
      period,
      unitId,
      personId,
      dueOn,
      done: false,
      beforeBot: false,
      voluntary: false,
      opensOn,
      rules: own,
    }
    return [{ thing, dueOn, opensOn, doneOn: null }]
  })
}

function rulesOf({ programme }: BindingProgramme): Map<string, NudgeRules> {
  const reminding = remindingOf(programme)
  return new Map(
    programme.obligations
      .filter(({ ongoing }) => !ongoing)
      .map((obligation) => [
        obligation.code,
        {
          offsets: obligation.nudges ?? programme.nudges,
          escalate: reminding.escalate,
          groupPosts: reminding.group_posts,
          namesToLeaders: reminding.names_to_leaders,
        },
      ]),
  )
}

/** The things of which anything may be said at `now`, found as the live job finds them; empty when none. */
export function worthPlanning(
  all: readonly RehearsedThing[],
  { zone, isWorking, hours }: Pick<TreeRules, 'isWorking' | 'hours'> & { zone: string },
  now: Date,
): OwedThing[] {
  const known = new Map<string, 'now' | 'this-week' | 'no'>()
  const worth = all.filter(({ thing, dueOn, opensOn }) => {
    const key = `${thing.obligationId} ${dueOn} ${opensOn}`
    let when = known.get(key)
    if (when === undefined) {
      when = isWorthLoading(thing.rules, { dueOn, opensOn }, { zone, isWorking, hours }, now)
      known.set(key, when)
    }
    return when !== 'no'
  })
  return [...known.values()].includes('now') ? worth.map(({ thing }) => thing) : []
}

/** What every bot that counts may still send in the month of `today`, by what is still owed in it. */
export function budgetsOn(
  today: Day,
  open: readonly RehearsedThing[],
  {
    organisation: { bots, botOf },
    usedBy,
    filerOf,
  }: {
    organisation: RehearsedOrganisation
    usedBy: (botId: string) => number
    filerOf: (owed: RehearsedThing) => string | null
  },
): Map<string, BotBudget> {
  const [year, month] = today.split('-').map(Number) as [number, number]
  const end = lastDayOfMonth(year, month)
  const coming = new Map<string, ComingDeadline[]>()
  for (const owed of open) {
    const person = owed.dueOn >= today && owed.dueOn <= end ? filerOf(owed) : null
    const bot = person === null ? undefined : botOf.get(person)
    if (person === null || bot === undefined) continue
    const list = coming.get(bot) ?? []
    list.push({ dueOn: owed.dueOn, people: [person] })
    coming.set(bot, list)
  }
  const budgets = new Map<string, BotBudget>()
  for (const [botId, { quota }] of bots) {
    if (quota === null) continue
    const own = coming.get(botId) ?? []
    const people = new Set(own.flatMap((one) => one.people))
    budgets.set(botId, monthBudget({ quota, used: usedBy(botId), people }, own, today))
  }
  return budgets
}

/** A message that is no reminder, as the ceiling and the budget see it. */
export function plainMessage(personId: string, today: Day, zone: string): NudgeMessage {
  return { to: 'person', personId, worth: 0, until: endOfWaking(today, zone), asked: false, reminders: [] }
}

/** Secretaries (or deputies) of units in which something is open that is due by Sunday, each once. */
export function secretariesWithOpen(
  open: readonly RehearsedThing[],
  { nudgeUnits, reachable }: Pick<RehearsedOrganisation, 'nudgeUnits' | 'reachable'>,
  friday: Day,
): string[] {
  const sunday = addDays(friday, 2)
  const units = new Set(open.filter(({ dueOn }) => dueOn <= sunday).map(({ thing }) => thing.unitId))
  const people = nudgeUnits.flatMap(({ id, readers }) =>
    units.has(id) ? (readers.flat().find((one) => reachable.has(one)) ?? []) : [],
  )
  return [...new Set(people)]
}
