import type { Tools } from '../commands/command.ts'
import { mayAnswerInGroup } from '../domain/answers-in-group.ts'
import { dueWindow, isWorthLoading } from '../domain/nudge-stage.ts'
import type { BotBudget, NudgeRules, NudgeWorld, OwedThing, Snooze } from '../domain/nudge-world.ts'
import type { Obligation } from '../domain/obligation.ts'
import type { UnitView } from '../domain/person.ts'
import { type Programme, remindingOf } from '../domain/programme.ts'
import { treeRules } from '../domain/tree-rules.ts'
import type { SayTarget } from '../outbox/say.ts'
import { listAway } from '../store/absences.ts'
import { type LiveProgramme, listLiveProgrammes } from '../store/live-programmes.ts'
import { listDueDays, listOwedById, listOwedOn, type OwedRow } from '../store/owed-things.ts'
import {
  listRefusing,
  listGroups,
  listRecipients,
  listSparing,
  listUnreachable,
} from '../store/recipients.ts'
import { listOutsiders, listSecretaryUnits } from '../store/reach.ts'
import { countUnasked } from '../store/reminders.ts'
import { listDueSnoozes } from '../store/snoozes.ts'
import { listSuccessors } from '../store/unit-changes.ts'
import { listUnits } from '../store/units.ts'
import { addDays, dayOf, instantOf, mondayOf } from '../time.ts'
import { groupKey, listNudgeUnits } from './list-nudge-units.ts'
import { listBudgets } from './load-budgets.ts'

/** An obligation with the rules that hold for it. */
export interface Nudged {
  obligation: Obligation
  /** People may answer it in the group itself. */
  isForGroup: boolean
  rules: NudgeRules
}

/** What the planner decides by, with what its decisions are turned into messages by. */
export interface LoadedNudges {
  world: NudgeWorld
  rows: OwedRow[]
  /** What people outside the bot owe and nobody entered for them: they are neither reminded nor missed. */
  outside: OwedThing[]
  /** By obligation id. */
  nudged: ReadonlyMap<string, Nudged>
  units: readonly UnitView[]
  recipients: ReadonlyMap<string, SayTarget>
  /** Bound groups by the planner's id of them. */
  groups: ReadonlyMap<string, SayTarget>
}

/** Longer than a wish to be reminded is kept. */
const SNOOZE_SPAN_MS = 48 * 3_600_000

/** Loads in bulk all that reminding one tree at `tools.now` depends on; null when nothing can be due. */
export async function loadNudgeWorld(tools: Tools, treeId: string): Promise<LoadedNudges | null> {
  const { tx, now } = tools
  const today = dayOf(now)
  const programmes = await listLiveProgrammes(tx, treeId, today)
  if (programmes.length === 0) return null
  const known = nudgedOf(programmes)
  const span = dueWindow(
    [...known.values()].map(({ rules }) => rules),
    today,
  )
  const ids = programmes.map(({ id }) => id)
  const nudged = new Map<string, Nudged>()
  const rules = treeRules(
    programmes.map(({ content }) => remindingOf(content)),
    tools.isWorking,
  )
  const worth = (await listDueDays(tx, ids, span)).flatMap((day) => {
    const one = known.get(keyOf(day))
    if (!one) return []
    nudged.set(day.obligationId, one)
    const { isWorking, hours } = rules
    return [{ day, when: isWorthLoading(one.rules, day, { zone: day.dueZone, isWorking, hours }, now) }]
  })
  const days = worth.filter(({ when }) => when !== 'no').map(({ day }) => day)
  const wishes = await listDueSnoozes(tx, treeId, {
    from: new Date(now.getTime() - SNOOZE_SPAN_MS),
    to: now,
  })
  if (!worth.some(({ when }) => when === 'now') && wishes.length === 0) return null

  // What was done in a unit before it was merged counts in the one in which it goes on.
  const successors = await listSuccessors(tx, today)
  const inUnitNow = <T extends OwedRow>(row: T): T => {
    const unitId = successors.get(row.unitId)
    return unitId === undefined ? row : { ...row, unitId }
  }
  const rows = (await listOwedOn(tx, days)).map(inUnitNow)
  const wished = await listOwedById(
    tx,
    wishes.map(({ assignmentId }) => assignmentId),
  )
  const snoozed = wished.map(inUnitNow)
  for (const row of snoozed) {
    const one = known.get(keyOf(row))
    if (one) nudged.set(row.obligationId, one)
  }
  const outsiders = await listOutsiders(tx, treeId, today)
  const recipients = new Map(
    [...(await listRecipients(tx, treeId))].filter(([personId]) => !outsiders.has(personId)),
  )
  const targets = await listGroups(tx, treeId)
  const units = await listUnits(tx, treeId, today)
  const away = new Set((await listAway(tx, treeId, today)).keys())
  const present =
    away.size === 0 ? recipients : new Map([...recipients].filter(([personId]) => !away.has(personId)))
  const nudgeUnits = await listNudgeUnits(tools, treeId, {
    units,
    groups: targets,
    present,
    rules,
    closed: new Set(await listSecretaryUnits(tx, treeId, today)),
  })
  const groups = new Map([...targets.values()].flat().map((to) => [groupKey(to), to]))
  const week = {
    from: instantOf(mondayOf(today), '00:00'),
    to: instantOf(addDays(mondayOf(today), 7), '00:00'),
  }
  const budgets = await listBudgets(tools, ids, { units: nudgeUnits, botOf: botsOf(recipients, groups) })
  const outOfMessages = await useOtherChannels(tools, treeId, recipients, budgets)
  const botOf = botsOf(recipients, groups)
  const byId = new Map(snoozed.map((row) => [row.assignmentId, row]))
  const things = rows.flatMap((row) => toThing(row, nudged.get(row.obligationId)))
  const isOutside = ({ personId, done }: OwedThing) => !done && personId !== null && outsiders.has(personId)
  const world: NudgeWorld = {
    things: things.filter((thing) => !isOutside(thing)),
    units: nudgeUnits,
    reachable: new Set(recipients.keys()),
    refusing: await listRefusing(tx, treeId),
    away,
    unreachable: await listUnreachable(tx, treeId),
    outOfMessages,
    sparing: await listSparing(tx, treeId),
    snoozes: wishes.flatMap(({ assignmentId, ...wish }): Snooze[] => {
      const row = byId.get(assignmentId)
      return (row ? toThing(row, nudged.get(row.obligationId)) : []).map((thing) => ({ ...wish, thing }))
    }),
    perWeek: rules.perWeek,
    sentThisWeek: await countUnasked(tx, treeId, week),
    botOf,
    budgets,
  }
  return {
    world,
    rows: [...rows, ...snoozed],
    outside: things.filter(isOutside),
    nudged,
    units,
    recipients,
    groups,
  }
}

/** Which bot serves each person and group. */
function botsOf(...targets: ReadonlyMap<string, SayTarget>[]): Map<string, string> {
  const botOf = new Map<string, string>()
  for (const each of targets) for (const [id, { botId }] of each) botOf.set(id, botId)
  return botOf
}

/**
 * Where a bot has no message left in its month, whoever is also reached by another one is written to there.
 * Changes `recipients`; gives those for whom there is no other.
 */
async function useOtherChannels(
  { tx }: Tools,
  treeId: string,
  recipients: Map<string, SayTarget>,
  budgets: ReadonlyMap<string, BotBudget>,
): Promise<Set<string>> {
  const empty = new Set([...budgets].flatMap(([id, budget]) => (budget.used >= budget.quota ? [id] : [])))
  if (empty.size === 0) return empty
  const cut = [...recipients].flatMap(([personId, { botId }]) => (empty.has(botId) ? [personId] : []))
  const others = await listRecipients(tx, treeId, cut, empty)
  for (const [personId, to] of others) recipients.set(personId, to)
  return new Set(cut.filter((personId) => !others.has(personId)))
}

function nudgedOf(programmes: readonly LiveProgramme[]): Map<string, Nudged> {
  return new Map(
    programmes.flatMap(({ id, content }) => {
      const reminding = remindingOf(content)
      return content.obligations
        .filter((obligation) => !obligation.ongoing)
        .map((obligation): [string, Nudged] => [
          keyOf({ programmeId: id, obligationCode: obligation.code }),
          {
            obligation,
            isForGroup: isForGroup(content, obligation),
            rules: {
              offsets: obligation.nudges ?? content.nudges,
              escalate: reminding.escalate,
              groupPosts: reminding.group_posts,
              namesToLeaders: reminding.names_to_leaders,
            },
          },
        ])
    }),
  )
}

/** True where every form in which somebody may be asked is open. */
function isForGroup({ forms }: Programme, obligation: Obligation): boolean {
  const codes = [obligation.form, ...obligation.form_for.map(({ form }) => form)]
  const asked = forms.filter(({ code }) => codes.includes(code))
  return asked.length > 0 && asked.every((form) => mayAnswerInGroup(obligation, form))
}

function keyOf({ programmeId, obligationCode }: { programmeId: string; obligationCode: string }): string {
  return `${programmeId}:${obligationCode}`
}

function toThing({ state, ...row }: OwedRow, nudged: Nudged | undefined): OwedThing[] {
  if (!nudged) return []
  const { assignmentId, obligationId, period, unitId, personId, dueOn, opensOn, voluntary, beforeBot } = row
  const { rules } = nudged
  const done = state === 'done'
  return [
    {
      assignmentId,
      obligationId,
      period,
      unitId,
      personId,
      dueOn,
      opensOn,
      voluntary,
      beforeBot,
      done,
      rules,
    },
  ]
}
