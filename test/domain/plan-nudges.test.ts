import { describe, expect, test } from 'vitest'
import type {
  BotBudget,
  NudgeMessage,
  NudgePlan,
  NudgeWorld,
  Reminder,
} from '../../src/domain/nudge-world.ts'
import { planNudges } from '../../src/domain/plan-nudges.ts'
import { at, cell, owed, RULES, world } from './builders/nudge-world.ts'

const NONE: ReadonlySet<string> = new Set()
const plan = (state: NudgeWorld, day: string, time = '08:00', said = NONE) =>
  planNudges(state, said, at(day, time))

/** `person lan task -1`, `group group group 7`: one line for each message. */
const brief = ({ messages }: NudgePlan) =>
  messages
    .map((message: NudgeMessage) => {
      const who = message.to === 'group' ? message.groupId : message.personId
      return `${message.to} ${who}: ${message.reminders.map((each) => `${each.kind} ${each.offset}`).join(', ')}`
    })
    .sort()
const reasons = ({ held }: NudgePlan) => held.map(({ reason, personId }) => `${reason} ${personId}`)

const sent = (count: number) => ({ sentThisWeek: new Map([['lan', count]]) })

const budget = (over: Partial<BotBudget>): Partial<NudgeWorld> => ({
  botOf: new Map([
    ['lan', 'bot'],
    ['binh', 'bot'],
    ['group', 'bot'],
  ]),
  budgets: new Map([['bot', { quota: 100, used: 0, dialogs: 0, lastDays: 0, ...over }]]),
})

const told = (rules: typeof RULES) =>
  plan(world([owed({ rules })]), '2026-03-16')
    .messages.flatMap((message): readonly Reminder[] => message.reminders)
    .find(({ kind }) => kind === 'escalation')

describe('Lan owes a pledge by Thursday 12/3', () => {
  test.each([
    ['2026-03-04', '08:00', []],
    ['2026-03-05', '07:59', []],
    ['2026-03-05', '08:00', ['group group: group 7']],
    ['2026-03-09', '08:00', ['group group: group 7', 'person lan: task 3']],
    ['2026-03-11', '09:30', ['group group: group 1', 'person bi-thu: names 1', 'person lan: task 3']],
    ['2026-03-12', '08:00', ['group group: group 1', 'person bi-thu: names 1', 'person lan: task 0']],
    ['2026-03-13', '08:00', ['person bi-thu: names -1', 'person lan: task -1']],
    ['2026-03-13', '21:00', []],
    ['2026-03-14', '08:00', []],
    [
      '2026-03-16',
      '08:00',
      ['person bi-thu: names -1', 'person lan: task -1', 'person lanh-dao: escalation -3'],
    ],
    ['2026-03-19', '08:00', ['person lanh-dao: escalation -3', 'person van-phong: escalation -7']],
    ['2026-04-19', '08:00', []],
  ])('on %s at %s: %o', (day, time, expected) => {
    expect(brief(plan(world([owed()]), day, time))).toEqual(expected)
  })

  test('what was said is not planned again', () => {
    const first = plan(world([owed()]), '2026-03-12')
    const said = new Set(first.messages.flatMap(({ reminders }) => reminders.map(({ key }) => key)))
    expect(brief(plan(world([owed()]), '2026-03-12', '09:00', said))).toEqual([])
  })

  test('the secretary gets the names of others and her own task in one message', () => {
    const own = owed({ assignmentId: 'a-bt', personId: 'bi-thu' })
    const both = plan(world([owed(), own]), '2026-03-11')
    expect(brief(both)).toContain('person bi-thu: task 3, names 1')
    const message = both.messages.find((each) => each.to === 'person' && each.personId === 'bi-thu')
    expect(message?.reminders.find(({ kind }) => kind === 'names')).toMatchObject({
      missing: ['lan'],
      done: 0,
      total: 2,
    })
    expect(brief(plan(world([own]), '2026-03-11'))).not.toContain('names')
  })

  test('several things that are due together are one message, the group hears of them in one post', () => {
    const more = ['report', 'topic'].map((obligationId) =>
      owed({ obligationId, assignmentId: `a-${obligationId}` }),
    )
    const all = plan(world([owed(), ...more]), '2026-03-09')
    expect(brief(all)).toEqual([
      'group group: group 7, group 7, group 7',
      'person lan: task 3, task 3, task 3',
    ])
  })

  test('a group of 25 with 6 missing is told the counts, with 3 missing it is not', () => {
    const people = Array.from({ length: 25 }, (_, i) =>
      owed({ assignmentId: `a${i}`, personId: `p${i}`, done: i >= 6 }),
    )
    const few = people.map((thing, i) => ({ ...thing, done: i >= 3 }))
    expect(plan(world(people), '2026-03-05').messages[0]?.reminders[0]).toMatchObject({
      counts: { done: 19, total: 25, missing: 6 },
    })
    expect(plan(world(few), '2026-03-05').messages[0]?.reminders[0]).toMatchObject({
      counts: { kind: 'no-counts' },
    })
  })

  test.each(['refusing', 'away'] as const)('who is %s is neither nudged nor counted', (set) => {
    for (const day of ['2026-03-05', '2026-03-09', '2026-03-11', '2026-03-16']) {
      expect(brief(plan(world([owed()], { [set]: new Set(['lan']) }), day))).toEqual([])
    }
    const held = plan(world([owed()], { [set]: new Set(['lan']) }), '2026-03-09')
    expect(reasons(held)).toEqual([set === 'away' ? 'away lan' : 'refused lan'])
  })

  test('who has not joined is held back, and says so', () => {
    expect(reasons(plan(world([owed()], { reachable: new Set(['bi-thu']) }), '2026-03-09'))).toEqual([
      'not-joined lan',
    ])
  })

  test('whom no message reaches: the secretary is told, nobody else', () => {
    const lost = world([owed()], { reachable: new Set(['bi-thu']), unreachable: new Set(['lan']) })
    expect(brief(plan(lost, '2026-03-09'))).toEqual(['group group: group 7', 'person bi-thu: unreached 3'])
  })

  test('who wants few reminders gets the last before the deadline', () => {
    const sparing = world([owed()], { sparing: new Set(['lan']) })
    expect(reasons(plan(sparing, '2026-03-09'))).toEqual(['own-wish lan'])
    expect(brief(plan(sparing, '2026-03-12'))).toContain('person lan: task 0')
    expect(brief(plan(sparing, '2026-03-13'))).not.toContain('person lan: task -1')
  })

  test('in the busy season of the unit only the last reminder before the deadline comes', () => {
    const busy = world([owed()], { units: [cell({ isBusy: () => true })] })
    expect(reasons(plan(busy, '2026-03-09'))).toEqual(['busy-season lan'])
    expect(brief(plan(busy, '2026-03-12'))).toContain('person lan: task 0')
  })

  test('a secretary who cannot be reached or is away: the deputy is told instead', () => {
    const joined = world([owed()], { reachable: new Set(['lan', 'pho-bi-thu']) })
    expect(brief(plan(joined, '2026-03-11'))).toContain('person pho-bi-thu: names 1')
  })

  test('what the unit owes goes to its secretary, and to the group without counts', () => {
    const report = owed({ assignmentId: 'a-cell', obligationId: 'report', personId: null })
    expect(brief(plan(world([report]), '2026-03-09'))).toEqual([
      'group group: group 7',
      'person bi-thu: task 3',
    ])
  })

  test('a unit whose group no bot may enter: its secretary gets the text to paste', () => {
    const alone = world([owed()], { units: [cell({ groups: [], paster: 'bi-thu' })] })
    expect(brief(plan(alone, '2026-03-05'))).toEqual(['paste bi-thu: paste 7'])
  })

  test('a post that can be changed is made once and then shows what is true', () => {
    const living = world([owed()], { units: [cell({ groups: [{ id: 'group', living: true }] })] })
    const first = plan(living, '2026-03-05')
    expect(first.messages).toMatchObject([{ to: 'group', living: true }])
    const said = new Set(first.messages.flatMap(({ reminders }) => reminders.map(({ key }) => key)))
    const later = plan(living, '2026-03-11', '08:00', said)
    expect(later.messages.filter(({ to }) => to === 'group')).toEqual([])
    expect(later.livingPosts).toMatchObject([{ groupId: 'group', dueOn: '2026-03-12' }])
    expect(plan(living, '2026-03-13', '08:00', said).livingPosts).toEqual([])
  })

  test('a wish to be reminded is kept on any day and is outside the week’s number', () => {
    const wish = { id: 's1', personId: 'lan', thing: owed(), until: at('2026-03-07', '19:30') }
    const state = world([], { snoozes: [wish], sentThisWeek: new Map([['lan', 3]]) })
    expect(brief(plan(state, '2026-03-07', '19:00'))).toEqual([])
    expect(brief(plan(state, '2026-03-07', '19:30'))).toEqual(['person lan: task 5'])
    const done = { ...wish, thing: owed({ done: true }) }
    expect(brief(plan({ ...state, snoozes: [done] }, '2026-03-07', '19:30'))).toEqual([])
  })
})

describe('the number of a week', () => {
  test('holds back what is over it, and says so', () => {
    const full = plan(world([owed()], sent(3)), '2026-03-12')
    expect(brief(full)).not.toContain('person lan: task 0')
    expect(reasons(full)).toEqual(['ceiling lan'])
  })

  test('an invitation leaves room for the last reminder of the same week', () => {
    const state = world([owed()], sent(2))
    expect(reasons(plan(state, '2026-03-09'))).toEqual(['ceiling lan'])
    expect(brief(plan(state, '2026-03-12'))).toContain('person lan: task 0')
  })

  test('the last message that is left carries what else falls due in the week', () => {
    const rules = { ...RULES, offsets: { ...RULES.offsets, private: [0] } }
    const friday = owed({ obligationId: 'report', assignmentId: 'a2', dueOn: '2026-03-13', rules })
    const today = plan(world([owed(), friday], sent(2)), '2026-03-12')
    expect(brief(today)).toContain('person lan: task 0, task 0')
  })
})

describe('the messages of a month', () => {
  test('invitations wait while answers and last reminders need the rest; last reminders go', () => {
    const low = budget({ used: 70, dialogs: 25, lastDays: 5 })
    expect(reasons(plan(world([owed()], low), '2026-03-09'))).toContain('budget lan')
    expect(brief(plan(world([owed()], low), '2026-03-12'))).toContain('person lan: task 0')
  })

  test('a post in place of several reminders, where the programme leaves room for one', () => {
    const rules = { ...RULES, offsets: { ...RULES.offsets, group: [1] } }
    const two = [owed({ rules }), owed({ rules, assignmentId: 'a-binh', personId: 'binh' })]
    const low = plan(world(two, budget({ used: 60, dialogs: 35, lastDays: 5 })), '2026-03-09')
    expect(brief(low)).toEqual(['group group: group 3'])
    expect(reasons(low).sort()).toEqual(['budget binh', 'budget lan'])
  })

  test('whoever is cut off by that: the secretary is told whom no reminder reached', () => {
    const cut = { ...budget({ used: 100 }), outOfMessages: new Set(['lan']) }
    const none = plan(world([owed()], cut), '2026-03-12')
    expect(brief(none)).toEqual(['person bi-thu: names 1, unreached 0'])
    expect(reasons(none)).toContain('budget lan')
  })

  test('used up: even the last reminder is held back, and says so', () => {
    const none = plan(world([owed()], budget({ used: 100 })), '2026-03-12')
    expect(brief(none)).toEqual(['person bi-thu: names 1'])
    expect(reasons(none)).toContain('budget lan')
  })
})

describe('upward', () => {
  const report = owed({ assignmentId: 'a-cell', obligationId: 'report', personId: null })

  test('names stay with the secretary unless the programme says otherwise', () => {
    const open = { ...RULES, namesToLeaders: true }
    expect(told(RULES)).toMatchObject({ names: [], missing: 1, total: 1 })
    expect(told(open)).toMatchObject({ names: ['lan'] })
  })

  test('nobody supervises: it is said that nobody could be told, and the office hears in its turn', () => {
    const state = world([report], { units: [cell({ leaders: [] })] })
    expect(plan(state, '2026-03-16').held).toMatchObject([{ reason: 'nobody-to-tell' }])
    expect(brief(plan(state, '2026-03-19'))).toEqual(['person van-phong: escalation -7'])
  })

  test('a leader of several late units gets one message', () => {
    const units = [cell(), cell({ id: 'other', filers: [['x']], readers: [['x']] })]
    const things = [report, { ...report, assignmentId: 'b', unitId: 'other' }]
    expect(brief(plan(world(things, { units }), '2026-03-18'))).toEqual([
      'person lanh-dao: escalation -3, escalation -3',
    ])
  })
})
