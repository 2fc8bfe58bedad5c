import fc from 'fast-check'
import type {
  BotBudget,
  HeldBack,
  NudgeMessage,
  NudgeRules,
  NudgeWorld,
  OwedThing,
  Reminder,
} from '../../../src/domain/nudge-world.ts'
import { planNudges } from '../../../src/domain/plan-nudges.ts'
import { addDays, type Day, instantOf, mondayOf, wallTime, weekdayOf } from '../../../src/time.ts'
import { cell, ZONE } from './nudge-world.ts'

/** A Monday. */
export const START = '2026-03-02'
const DAYS = 33
/** The service may sleep through any of these; the times between are on no hour of the plan. */
const TIMES = ['07:30', '08:00', '13:10', '21:00']

/** What falls due in the made-up weeks, and when somebody does it (null: never). */
export interface PlannedThing {
  thing: OwedThing
  doneOn: Day | null
}

/** Some weeks of one cell, as they may come. */
export interface Weeks {
  things: PlannedThing[]
  holidays: Day[]
  perWeek: number
  budget: BotBudget | null
  living: boolean
  /** Whom no message reaches. */
  lost: string[]
  refusing: string[]
  snoozes: { day: Day; time: string; index: number }[]
  /** Instants at which the planner is not asked, as indexes of `TIMES` by day. */
  asleep: Set<number>
}

/** Everything that was said, and what was held back, instant by instant. */
export interface Transcript {
  sent: { at: Date; message: NudgeMessage; world: NudgeWorld }[]
  held: { at: Date; held: HeldBack }[]
}

const day = (from: number, to: number) => fc.integer({ min: from, max: to }).map((n) => addDays(START, n))
const someOf = (...all: number[]) => fc.subarray(all)

const rules: fc.Arbitrary<NudgeRules> = fc.record({
  offsets: fc.record({
    group: someOf(10, 7, 1, 0),
    private: fc
      .tuple(fc.subarray([7, 3, 2, 1, 0], { minLength: 1 }), someOf(-1, -3))
      .map(([before, after]) => [...before, ...after]),
    secretary: someOf(1, 0, -1),
  }),
  escalate: fc
    .tuple(fc.integer({ min: 1, max: 4 }), fc.integer({ min: 1, max: 4 }))
    .map(([leader, more]) => ({ leader, office: leader + more })),
  groupPosts: fc.integer({ min: 0, max: 3 }),
  namesToLeaders: fc.boolean(),
})

const people = ['bi-thu', 'binh', 'chi', 'lan']

const thing: fc.Arbitrary<PlannedThing> = fc
  .record({ rules, dueOn: day(8, 13), doneOn: fc.option(day(0, 25)), who: fc.constantFrom(null, ...people) })
  .map(({ rules: own, dueOn, doneOn, who }) => ({
    doneOn,
    thing: {
      assignmentId: '',
      obligationId: '',
      period: '2026',
      unitId: 'cell',
      personId: who,
      dueOn,
      done: false,
      beforeBot: false,
      voluntary: false,
      opensOn: null,
      rules: own,
    },
  }))

/** Any weeks: with gaps in the service, a month that may be short of messages, holidays, lost chats and wishes. */
export const weeks: fc.Arbitrary<Weeks> = fc.record({
  things: fc.array(thing, { minLength: 1, maxLength: 6 }).map((all) =>
    all.map((one, i) => ({
      ...one,
      thing: { ...one.thing, assignmentId: `a${i}`, obligationId: `o${i % 4}` },
    })),
  ),
  holidays: fc.array(day(5, 20), { maxLength: 5 }),
  perWeek: fc.integer({ min: 1, max: 4 }),
  budget: fc.option(
    fc.record({
      quota: fc.integer({ min: 0, max: 60 }),
      used: fc.constant(0),
      dialogs: fc.integer({ min: 0, max: 20 }),
      lastDays: fc.integer({ min: 0, max: 10 }),
    }),
  ),
  living: fc.boolean(),
  lost: fc.subarray(['binh', 'chi']),
  refusing: fc.subarray(['chi', 'lan']),
  snoozes: fc.array(
    fc.record({
      day: day(0, 30),
      time: fc.constantFrom('08:00', '19:30'),
      index: fc.integer({ min: 0, max: 5 }),
    }),
    { maxLength: 3 },
  ),
  asleep: fc
    .array(fc.integer({ min: 0, max: DAYS * TIMES.length }), { maxLength: 80 })
    .map((all) => new Set(all)),
})

/** Lives through the weeks, asking the planner at every instant at which the service is awake. */
export function liveThrough(spec: Weeks): Transcript {
  const said = new Set<string>()
  const unasked = new Map<string, number>()
  const transcript: Transcript = { sent: [], held: [] }
  let used = 0
  for (let n = 0; n < DAYS * TIMES.length; n += 1) {
    if (spec.asleep.has(n)) continue
    const today = addDays(START, Math.floor(n / TIMES.length))
    const at = instantOf(today, TIMES[n % TIMES.length]!, ZONE)
    const world = worldOn(spec, today, {
      used,
      week: new Map(
        people.concat('lanh-dao', 'van-phong').map((id) => [id, unasked.get(weekOf(id, at)) ?? 0]),
      ),
    })
    const plan = planNudges(world, said, at)
    for (const held of plan.held) transcript.held.push({ at, held })
    for (const message of plan.messages) {
      transcript.sent.push({ at, message, world })
      used += 1
      for (const { key } of message.reminders) said.add(key)
      if (isUnasked(message)) {
        const week = weekOf(message.personId, at)
        unasked.set(week, (unasked.get(week) ?? 0) + 1)
      }
    }
    for (const post of plan.livingPosts) for (const { key } of post.reminders) said.add(key)
  }
  return transcript
}

/** A message that counts in its reader's week. */
export function isUnasked(message: NudgeMessage): message is NudgeMessage & { personId: string } {
  return message.to === 'paste' || (message.to === 'person' && !message.asked)
}

/** The week of a person in which an instant lies, as a name. */
export function weekOf(personId: string, at: Date): string {
  return `${personId} ${mondayOf(wallTime(at, ZONE).day)}`
}

/** What is said to one or many in a message. */
export function remindersOf({ message }: Transcript['sent'][number]): readonly Reminder[] {
  return message.reminders
}

/** Whether offices work in these weeks. */
export function isWorkingIn({ holidays }: Pick<Weeks, 'holidays'>): (day: Day) => boolean {
  const off = new Set(holidays)
  return (asked) => weekdayOf(asked) < 6 && !off.has(asked)
}

function worldOn(spec: Weeks, today: Day, now: { used: number; week: Map<string, number> }): NudgeWorld {
  const things = spec.things.map(({ thing: one, doneOn }) => ({
    ...one,
    done: doneOn !== null && doneOn <= today,
  }))
  const lost = new Set(spec.lost)
  const readers = [...people, 'lanh-dao', 'van-phong', 'group']
  return {
    things,
    units: [
      cell({
        calendar: {
          zone: ZONE,
          isWorking: isWorkingIn(spec),
          hours: { from: '08:00', until: '21:00' },
        },
        groups: [{ id: 'group', living: spec.living }],
        filers: [['bi-thu']],
        readers: [['bi-thu']],
      }),
    ],
    reachable: new Set(readers.filter((id) => !lost.has(id))),
    refusing: new Set(spec.refusing),
    away: new Set(),
    unreachable: lost,
    outOfMessages: new Set(),
    sparing: new Set(),
    snoozes: spec.snoozes.flatMap(({ day: wished, time, index }, i) => {
      const one = things[index]
      if (!one?.personId) return []
      return [{ id: `s${i}`, personId: one.personId, thing: one, until: instantOf(wished, time, ZONE) }]
    }),
    perWeek: spec.perWeek,
    sentThisWeek: now.week,
    botOf: new Map(readers.map((id) => [id, 'bot'])),
    budgets: new Map(spec.budget ? [['bot', { ...spec.budget, used: now.used }]] : []),
  }
}
