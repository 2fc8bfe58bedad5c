import { addDays, type Day, instantOf, weekdayOf } from '../time.ts'
import { holdOverBudget, holdOverCeiling } from './hold-nudges.ts'
import { MESSAGES_PER_DIALOG } from './month-budget.ts'
import type { NudgeMessage, NudgeWorld, OwedThing, Reminder, Snooze } from './nudge-world.ts'
import { planNudges } from './plan-nudges.ts'
import { topicsToPost } from './plan-topics.ts'
import { HABITS } from './rehearsal-habits.ts'
import {
  budgetsOn,
  listRehearsed,
  plainMessage,
  type RehearsedThing,
  secretariesWithOpen,
  worthPlanning,
} from './rehearsal-parts.ts'
import { type Rehearsal, startTally } from './rehearsal-tally.ts'
import type { RehearsedOrganisation } from './rehearsal-world.ts'
import type { TreeRules } from './tree-rules.ts'
import type { BindingProgramme } from './wanted-assignments.ts'

/** What a rehearsal plays. */
export interface RehearsalPlay {
  binding: BindingProgramme
  organisation: RehearsedOrganisation
  rules: TreeRules
  from: Day
  days: number
  random: () => number
}

const DIGEST_ROLES = ['leader', 'secretary', 'office']
const MORNING = '08:00'
const EVENING = '19:30'

/**
 * Plays some days of a programme on the planner that serves the live job: whom it would tell what, what it
 * would hold back, and how people who answer at `HABITS` change that. Nothing is sent; the same play with
 * the same chances gives the same rehearsal.
 */
export function rehearse(play: RehearsalPlay): Rehearsal {
  const { binding, organisation, rules, from, days, random } = play
  const { nudgeUnits, reachable, refusing, unreachable, botOf } = organisation
  const zone = organisation.units[0]!.zone
  const owed = listRehearsed(binding, organisation, from)
  const byId = new Map(owed.map((each) => [each.thing.assignmentId, each]))
  const filers = new Map(nudgeUnits.map(({ id, filers: ranks }) => [id, ranks.flat()]))
  const digestReaders = organisation.people
    .filter(({ id, posts }) => reachable.has(id) && posts.some(({ role }) => DIGEST_ROLES.includes(role)))
    .map(({ id }) => id)
  const said = new Set<string>()
  const topicsSaid = new Set<string>()
  const snoozes: Snooze[] = []
  const tally = startTally(organisation, from)

  for (let n = 0; n < days; n += 1) {
    const today = addDays(from, n)
    tally.begin(today)
    for (const each of owed) liveOn(each, today)
    const open = owed.filter(({ thing, opensOn }) => !thing.done && opensOn <= today)
    if (weekdayOf(today) === 1) tellPlain('digest', digestReaders, today, open)
    postTopics(today, open)
    for (const hour of [MORNING, EVENING]) remindAt(instantOf(today, hour, zone), today, open)
    if (weekdayOf(today) === 5)
      tellPlain('week-line', secretariesWithOpen(open, organisation, today), today, open)
  }
  return tally.close(
    owed.map(({ dueOn, doneOn }) => ({ dueOn, doneOn })),
    addDays(from, days - 1),
  )

  function liveOn(each: RehearsedThing, today: Day): void {
    if (each.doneOn !== null && each.doneOn <= today && !each.thing.done) {
      each.thing.done = true
      tally.replied(filerOf(each), MESSAGES_PER_DIALOG)
    } else if (each.doneOn === null && today >= each.opensOn && today <= each.dueOn) {
      intend(each, today, HABITS.byOneself)
    }
  }

  function intend(each: RehearsedThing, today: Day, chance: number): void {
    const draw = random()
    if (each.doneOn === null && draw < chance)
      each.doneOn = addDays(today, 1 + Math.floor((draw / chance) * HABITS.days))
  }

  function filerOf({ thing }: RehearsedThing): string | null {
    return thing.personId ?? filers.get(thing.unitId)?.find((id) => reachable.has(id)) ?? null
  }

  function worldOf(things: OwedThing[], today: Day, open: readonly RehearsedThing[]): NudgeWorld {
    return {
      things,
      units: nudgeUnits,
      reachable,
      refusing,
      away: new Set(),
      unreachable,
      outOfMessages: new Set(),
      sparing: new Set(),
      snoozes,
      perWeek: rules.perWeek,
      sentThisWeek: tally.week(),
      botOf,
      budgets: budgetsOn(today, open, { organisation, usedBy: tally.used, filerOf }),
    }
  }

  function tellPlain(
    kind: 'topic' | 'digest' | 'week-line',
    personIds: readonly string[],
    today: Day,
    open: readonly RehearsedThing[],
    about: string = today,
  ): string[] {
    if (personIds.length === 0) return []
    const world = worldOf([], today, open)
    const ceiling = holdOverCeiling(
      personIds.map((personId) => plainMessage(personId, today, zone)),
      [],
      world,
    )
    const budget = holdOverBudget(ceiling.go, world)
    for (const { message, reason } of [...ceiling.held, ...budget.held])
      tally.held({ reason, personId: readerOf(message), groupId: null }, kind, `${kind} ${about}`)
    for (const message of budget.go) tally.sent(kind, message)
    return budget.go.flatMap((message) => readerOf(message) ?? [])
  }

  function postTopics(today: Day, open: readonly RehearsedThing[]): void {
    const now = instantOf(today, MORNING, zone)
    for (const { topic } of topicsToPost(binding.programme, from, now, zone)) {
      const nameOf = (id: string) => `${topic.code} ${id}`
      const readers = [...reachable].filter((id) => botOf.has(id) && !topicsSaid.has(nameOf(id)))
      for (const id of tellPlain('topic', readers, today, open, topic.code)) {
        topicsSaid.add(nameOf(id))
        if (random() < HABITS.topicAnswered) tally.replied(id, 1)
      }
    }
  }

  function remindAt(now: Date, today: Day, open: readonly RehearsedThing[]): void {
    const isWished = snoozes.some(({ until, thing }) => until.getTime() === now.getTime() && !thing.done)
    const isMorning = now.getTime() === instantOf(today, MORNING, zone).getTime()
    if (!isMorning && !isWished) return
    const things = worthPlanning(owed, { ...rules, zone }, now)
    if (things.length === 0 && !isWished) return
    const plan = planNudges(worldOf(things, today, open), said, now)
    for (const held of plan.held) tally.held(held, held.groupId === null ? 'nudge' : 'group', aboutOf(held))
    for (const post of plan.livingPosts) for (const { key } of post.reminders) said.add(key)
    for (const message of plan.messages) {
      for (const { key } of message.reminders) said.add(key)
      tally.sent(message.to === 'group' ? 'group' : 'nudge', message)
      for (const each of message.reminders) answerTo(each, today, open)
    }
  }

  function answerTo(each: Reminder, today: Day, open: readonly RehearsedThing[]): void {
    if (each.kind === 'task') {
      const own = byId.get(each.assignmentId)
      if (!own) return
      intend(own, today, HABITS.afterReminder[each.name])
      if (own.doneOn === null && !each.asked && random() < HABITS.putOff)
        snoozes.push({
          id: each.key,
          personId: each.personId,
          thing: own.thing,
          until: instantOf(today, EVENING, zone),
        })
      return
    }
    const chance = chanceAfter(each.kind)
    for (const one of open)
      if (one.thing.unitId === each.unitId && one.thing.obligationId === each.obligationId)
        intend(one, today, chance)
  }
}

function chanceAfter(kind: Exclude<Reminder['kind'], 'task'>): number {
  if (kind === 'group' || kind === 'paste') return HABITS.afterGroupPost
  return kind === 'escalation' ? HABITS.afterEscalation : HABITS.afterNames
}

function readerOf(message: NudgeMessage): string | null {
  return message.to === 'group' ? null : message.personId
}

function aboutOf(held: { obligationId: string; period: string; unitId: string; offset: number }): string {
  return [held.obligationId, held.period, held.unitId, held.offset].join(' ')
}
