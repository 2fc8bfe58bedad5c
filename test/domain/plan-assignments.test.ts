import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { checkFulfilments } from '../../src/domain/fulfilments.ts'
import {
  planAssignments,
  type AssignmentPlan,
  type ExistingAssignment,
  type PlanInput,
} from '../../src/domain/plan-assignments.ts'
import type { Programme } from '../../src/domain/programme.ts'
import type { BindingProgramme, PlannedPerson } from '../../src/domain/wanted-assignments.ts'
import { addDays } from '../../src/time.ts'
import { applyPlan } from './builders/apply-plan.ts'
import { person, programmeOf, UNITS } from './builders/programme-world.ts'

const PLEDGE = {
  code: 'pledge',
  kind: 'pledge',
  subject: 'person',
  audience: { categories: ['party-member'] },
  due: 'trước ngày 15/4/2023',
}
const units = UNITS.map((unit) => ({ ...unit, since: '2020-01-01' }))

function someone(
  id: string,
  belongs: string[],
  joinedOn = '2020-01-01',
  holds: string[] = [],
): PlannedPerson {
  return { id, joinedOn, ...person(belongs, holds) }
}

function binding(programme: Programme, more: Partial<BindingProgramme> = {}): BindingProgramme {
  const plain = {
    ownerUnitId: 'committee',
    officeDates: [],
    publishedOn: '2023-03-01',
    liveFrom: '2023-03-01',
  }
  return { programme, ...plain, ...more }
}

function world(more: Partial<PlanInput> = {}): PlanInput {
  return {
    programmes: [binding(programmeOf([{}, PLEDGE]))],
    units,
    people: [someone('lan', ['street']), someone('minh', ['office'])],
    existing: [],
    today: '2023-03-01',
    ...more,
  }
}

/** What a plan does, one short line each, sorted. */
function shortly(plan: AssignmentPlan): string[] {
  return [
    ...plan.create.map(
      (each) => `+ ${each.obligation} ${each.period} ${each.personId ?? each.unitId} ${each.dueOn}`,
    ),
    ...plan.move.map(({ id, from, terms }) => `~ ${id} ${from} → ${terms.dueOn}`),
    ...plan.withdraw.map(({ id, reason }) => `- ${id} ${reason}`),
    ...plan.restore.map(({ id }) => `^ ${id}`),
    ...plan.transfer.map(({ id, fromUnitId, toUnitId }) => `> ${id} ${fromUnitId} → ${toUnitId}`),
  ].sort()
}

const later = (day: string) => [binding(programmeOf([{}, { ...PLEDGE, due: `chậm nhất ngày ${day}` }]))]
const beforeBot = (liveFrom: string | null) =>
  planAssignments(world({ programmes: [binding(programmeOf([{}, PLEDGE]), { liveFrom })] }))
    .create.filter((each) => each.beforeBot)
    .map((each) => each.obligation)
const start = () => applyPlan([], planAssignments(world()))
const LAN = 'sample/pledge/once/lan'

describe('assignments follow the programme and the roster', () => {
  test('publishing: each cell owes its report, each member a pledge', () => {
    expect(shortly(planAssignments(world()))).toEqual([
      '+ duty once office 2023-03-09',
      '+ duty once school 2023-03-09',
      '+ duty once street 2023-03-09',
      '+ duty once village 2023-03-09',
      '+ pledge once lan 2023-04-14',
      '+ pledge once minh 2023-04-14',
    ])
  })

  test('a newcomer owes what is open, and not what fell due before they came', () => {
    const programmes = [
      binding(programmeOf([PLEDGE, { ...PLEDGE, code: 'study', due: 'trước ngày 10/3/2023' }])),
    ]
    const people = [someone('lan', ['street']), someone('new', ['street'], '2023-03-20')]
    const plan = planAssignments(world({ programmes, people, today: '2023-03-20' }))
    expect(plan.create.map((each) => `${each.obligation} ${each.personId}`).sort()).toEqual([
      'pledge lan',
      'pledge new',
      'study lan',
    ])
  })

  test('a transfer keeps what is filed and moves what is open', () => {
    const existing = start().map((each) => (each.id === LAN ? { ...each, state: 'done' as const } : each))
    const people = [someone('lan', ['school'], '2023-03-20'), someone('minh', ['school'], '2023-03-20')]
    expect(shortly(planAssignments(world({ people, existing, today: '2023-03-20' })))).toEqual([
      '> sample/pledge/once/minh office → school',
    ])
  })

  test('leaving withdraws; coming back before the deadline restores', () => {
    const left = planAssignments(world({ people: [someone('minh', ['office'])], existing: start() }))
    expect(shortly(left)).toEqual([`- ${LAN} left`])
    const existing = applyPlan(start(), left)
    expect(shortly(planAssignments(world({ existing })))).toEqual([`^ ${LAN}`])
  })

  test('coming back after the deadline: nothing is owed for the time away', () => {
    const existing = start().map((each) =>
      each.id === LAN ? { ...each, state: 'withdrawn' as const } : each,
    )
    const people = [someone('lan', ['street'], '2023-05-01'), someone('minh', ['office'])]
    expect(shortly(planAssignments(world({ people, existing, today: '2023-05-01' })))).toEqual([])
  })

  test('who becomes exempt owes nothing more', () => {
    const people = [someone('lan', ['street:party-member:exempt']), someone('minh', ['office'])]
    expect(shortly(planAssignments(world({ people, existing: start() })))).toEqual([`- ${LAN} not-asked`])
  })

  test('what a person withdrew stays withdrawn', () => {
    const existing = start().map((each) =>
      each.id === LAN ? { ...each, state: 'withdrawn' as const, withdrawnByHand: true } : each,
    )
    expect(shortly(planAssignments(world({ existing })))).toEqual([])
  })

  test('a volunteer keeps what they took on, as long as it is offered', () => {
    const offer = { ...PLEDGE, audience: { unit_kinds: ['cell-agency'] }, may_volunteer: { everyone: true } }
    const programmes = [binding(programmeOf([offer]))]
    const own: ExistingAssignment = { ...start().find((each) => each.id === LAN)!, voluntary: true }
    const [minh] = planAssignments(world({ programmes })).create
    expect(minh?.personId).toBe('minh')
    expect(planAssignments(world({ programmes, existing: [own] })).withdraw).toEqual([])
    expect(
      planAssignments(world({ programmes, existing: [{ ...own, voluntary: false }] })).withdraw,
    ).toHaveLength(1)
    const closed = [binding(programmeOf([{ ...offer, may_volunteer: undefined }]))]
    expect(planAssignments(world({ programmes: closed, existing: [own] })).withdraw).toHaveLength(1)
  })

  test('a new date moves the open, not the done; an extension is kept until the programme gives more', () => {
    const existing = start().map((each) => {
      if (each.id === LAN) return { ...each, state: 'done' as const }
      return each.personId === 'minh' ? { ...each, dueOn: '2023-04-25', extended: true } : each
    })
    expect(shortly(planAssignments(world({ existing, programmes: later('20/4/2023') })))).toEqual([])
    expect(shortly(planAssignments(world({ existing, programmes: later('30/4/2023') })))).toEqual([
      '~ sample/pledge/once/minh 2023-04-25 → 2023-04-30',
    ])
  })

  test('an open date waits without a day, and moves when the office fixes it', () => {
    const programme = programmeOf([{ ...PLEDGE, due: 'có văn bản riêng' }])
    const programmes = [binding(programme)]
    const existing = applyPlan([], planAssignments(world({ programmes })))
    expect(existing.map((each) => each.dueOn)).toEqual([null, null])
    const officeDates = [
      { obligation: 'pledge', period: 'once', lastGoodDay: '2023-05-19', phrase: 'ngày 19/5' },
    ]
    const fixed = planAssignments(world({ programmes: [binding(programme, { officeDates })], existing }))
    expect(fixed.move.map(({ terms }) => [terms.dueOn, terms.duePhrase])).toEqual([
      ['2023-05-19', 'ngày 19/5'],
      ['2023-05-19', 'ngày 19/5'],
    ])
  })

  test('what was due before the first day of use is marked so', () => {
    expect(beforeBot('2023-03-09')).toEqual([])
    expect(beforeBot('2023-03-10')).toEqual(['duty', 'duty', 'duty', 'duty'])
    expect(beforeBot(null)).toEqual([])
  })

  test('an obligation that a new version leaves out is withdrawn where it is open', () => {
    const programmes = [binding(programmeOf([{}]))]
    expect(shortly(planAssignments(world({ programmes, existing: start() })))).toEqual([
      `- ${LAN} dropped`,
      '- sample/pledge/once/minh dropped',
    ])
  })

  test('rounds of later years wait until they come near', () => {
    const yearly = { ...PLEDGE, repeats: 'yearly', due: 'trong quý I hằng năm' }
    const term = programmeOf([yearly], { year: undefined, term: { from: 2021, to: 2025 } })
    const periods = (today: string) =>
      planAssignments(
        world({ programmes: [binding(term)], people: [someone('lan', ['street'])], today }),
      ).create.map((each) => each.period)
    expect(periods('2023-03-01')).toEqual(['2023'])
    expect(periods('2023-10-05')).toEqual(['2023', '2024'])
  })

  test('assignments of a programme that binds nobody now are left alone', () => {
    expect(shortly(planAssignments(world({ programmes: [], existing: start() })))).toEqual([])
  })
})

describe('an obligation that carries out one of a programme above', () => {
  const above = programmeOf([PLEDGE], { code: 'city' })
  const lower = (due: string, more: object = {}) =>
    programmeOf([{ ...PLEDGE, due, fulfils: { programme: 'city', obligation: 'pledge' }, ...more }], {
      code: 'ward',
    })
  const create = (programme: Programme, more: Partial<BindingProgramme> = {}) =>
    planAssignments(world({ programmes: [binding(above), binding(programme, more)] })).create.map(
      (each) => `${each.programme} ${each.personId} ${each.dueOn} ${each.duePhrase}`,
    )

  test('is one thing owed, by the earlier date', () => {
    expect(create(lower('trước ngày 31/3/2023'))).toEqual([
      'city lan 2023-03-30 trước ngày 31/3/2023',
      'city minh 2023-03-30 trước ngày 31/3/2023',
    ])
  })

  test('is owed below by those whom only the lower programme asks', () => {
    const city = programmeOf([{ ...PLEDGE, audience: { unit_kinds: ['cell-agency'] } }], { code: 'city' })
    const plan = planAssignments(
      world({ programmes: [binding(lower('trước ngày 31/3/2023')), binding(city)] }),
    )
    expect(plan.create.map((each) => `${each.programme} ${each.personId}`).sort()).toEqual([
      'city minh',
      'ward lan',
    ])
  })

  test('an earlier date that passed before the bot was in use leaves the date above', () => {
    expect(create(lower('trước ngày 15/02/2023'))).toEqual([
      'city lan 2023-04-14 trước ngày 15/4/2023',
      'city minh 2023-04-14 trước ngày 15/4/2023',
    ])
  })

  test('may not be later: refused with both dates', () => {
    const parents = [{ programme: above, officeDates: [] }]
    expect(checkFulfilments(lower('trước ngày 10/4/2023'), parents)).toEqual([])
    expect(checkFulfilments(lower('trước ngày 20/4/2023'), parents)).toMatchObject([
      { path: ['obligations', 0, 'due'], message: expect.stringContaining('due 2023-04-19') },
    ])
    const strange = lower('trước ngày 1/4/2023', { fulfils: { programme: 'city', obligation: 'gone' } })
    expect(checkFulfilments(strange, parents)).toMatchObject([{ message: '"city" has no obligation "gone"' }])
  })
})

describe('for any roster, programme and history', () => {
  const unitIds = ['street', 'village', 'office', 'school', 'people-committee']
  const anybody = fc.record({
    unit: fc.constantFrom(...unitIds),
    second: fc.option(fc.constantFrom(...unitIds), { nil: null }),
    category: fc.constantFrom('party-member', 'civil-servant', 'worker'),
    exempt: fc.boolean(),
    secretary: fc.boolean(),
    joined: fc.integer({ min: -400, max: 40 }),
  })
  const audience = fc.constantFrom(
    { everyone: true },
    { categories: ['party-member'] },
    { unit_kinds: ['cell-*'] },
    { post: { roles: ['secretary'] } },
    { not: { unit_kinds: ['cell-street'] } },
  )
  const duty = fc.record({
    subject: fc.constant('person'),
    audience,
    may_volunteer: fc.option(fc.constant({ everyone: true }), { nil: undefined }),
    due: fc.constantFrom('trước ngày 10/3/2023', 'trong quý II/2023', 'thường xuyên', 'có văn bản riêng'),
  })
  const quarterly = fc.record({
    code: fc.constant('session'),
    audience: fc.constantFrom({ unit_kinds: ['cell-*'] }, { owner: true }, { units: ['SCHOOL'] }),
    repeats: fc.constant('quarterly'),
    due: fc.constant('hằng quý'),
  })
  const state = fc.record({
    people: fc.array(anybody, { maxLength: 6 }),
    duties: fc.tuple(duty, quarterly),
    live: fc.option(fc.integer({ min: -60, max: 60 }), { nil: null }),
  })
  const fate = fc.record({
    done: fc.boolean(),
    byHand: fc.boolean(),
    withdrawn: fc.boolean(),
    more: fc.boolean(),
  })

  function inputOf(
    drawn: typeof state extends fc.Arbitrary<infer T> ? T : never,
    existing: ExistingAssignment[],
  ) {
    const today = '2023-03-01'
    const people = drawn.people.map((each, at) => {
      const flag = each.exempt ? ':exempt' : ''
      const belongs = [...new Set([each.unit, each.second ?? each.unit])].map(
        (id) => `${id}:${each.category}${flag}`,
      )
      return someone(
        `p${at}`,
        belongs,
        addDays(today, each.joined),
        each.secretary ? [`secretary@${each.unit}`] : [],
      )
    })
    const liveFrom = drawn.live === null ? null : addDays(today, drawn.live)
    const above = programmeOf([{ ...drawn.duties[0], code: 'duty', due: 'trong quý III/2023' }], {
      code: 'above',
    })
    const own = programmeOf([
      { ...drawn.duties[0], fulfils: { programme: 'above', obligation: 'duty' } },
      drawn.duties[1],
    ])
    return world({
      programmes: [binding(own, { liveFrom }), binding(above)],
      people,
      existing,
      today,
    })
  }

  test('a second run changes nothing, nothing done is touched, nothing is owed twice', () => {
    fc.assert(
      fc.property(state, state, fc.array(fate, { minLength: 1, maxLength: 40 }), (first, second, fates) => {
        const made = applyPlan([], planAssignments(inputOf(first, [])))
        const history = made.map((each, at): ExistingAssignment => {
          const { done, byHand, withdrawn, more } = fates[at % fates.length]!
          if (done) return { ...each, state: 'done' }
          if (withdrawn) return { ...each, state: 'withdrawn', withdrawnByHand: byHand }
          return more && each.dueOn ? { ...each, dueOn: addDays(each.dueOn, 5), extended: true } : each
        })
        const plan = planAssignments(inputOf(second, history))
        const after = applyPlan(history, plan)

        const frozen = new Set(
          history.filter((each) => each.state === 'done' || each.withdrawnByHand).map((each) => each.id),
        )
        const touched = [...plan.move, ...plan.withdraw, ...plan.restore, ...plan.transfer].map(
          ({ id }) => id,
        )
        expect(touched.filter((id) => frozen.has(id))).toEqual([])

        const keys = after.map(
          (each) => `${each.programme} ${each.obligation} ${each.period} ${each.personId ?? each.unitId}`,
        )
        expect(new Set(keys).size).toBe(keys.length)
        const exempt = new Set(second.people.flatMap((each, at) => (each.exempt ? [`p${at}`] : [])))
        expect(plan.create.filter((each) => each.personId && exempt.has(each.personId))).toEqual([])

        expect(shortly(planAssignments(inputOf(second, after)))).toEqual([])
      }),
      { numRuns: 120 },
    )
  })
})
