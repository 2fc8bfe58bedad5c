import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type CountedThing, countsByUnit, planDigest } from '../../src/domain/plan-digest.ts'
import { planWeekly, type SharedPerson, type UnitReach } from '../../src/domain/plan-weekly.ts'

const MONDAY = '2026-03-16'

function report(unitId: string, over: Partial<CountedThing> = {}): CountedThing {
  return {
    obligationId: 'report',
    kind: 'session-report',
    title: 'Báo cáo quý I',
    period: '2026-Q1',
    unitId,
    subject: 'units',
    dueOn: '2026-03-09',
    total: 1,
    done: 0,
    doneSinceLastWeek: 0,
    ...over,
  }
}

function weekOf(
  things: CountedThing[],
  unitIds: string[],
  more: { own?: string[]; reach?: UnitReach; shared?: Map<string, SharedPerson[]> } = {},
) {
  const counts = countsByUnit(things)
  const units = new Map(unitIds.map((id) => [id, more.reach ?? { members: 10, joined: 4, joinedBefore: 4 }]))
  const reach = { units, shared: more.shared ?? new Map<string, SharedPerson[]>() }
  const world = { counts, unitIds, reach, ownUnits: new Set(more.own ?? []) }
  return planWeekly(planDigest(counts, unitIds, MONDAY), world, MONDAY)
}

describe('the three figures', () => {
  test('a branch: work, units with something late, people who joined; each beside a week ago', () => {
    const things = [
      report('a', { done: 1, doneSinceLastWeek: 1 }),
      report('b', { done: 1 }),
      report('c'),
      report('d', { obligationId: 'other', dueOn: '2026-05-01' }),
    ]
    const { figures } = weekOf(things, ['a', 'b', 'c', 'd'], {
      reach: { members: 10, joined: 6, joinedBefore: 4 },
    })
    expect(figures).toEqual([
      { kind: 'work', now: 2, of: 3, before: 1 },
      // The report was due on the 9th: a week ago its last day was not over.
      { kind: 'late-units', now: 1, of: 4, before: 0 },
      { kind: 'joined', now: 24, of: 40, before: 16 },
    ])
  })

  test('one unit: what its people owe, what it owes itself, who joined', () => {
    const things = [
      report('a'),
      report('a', { obligationId: 'pledge', subject: 'people', total: 12, done: 5 }),
    ]
    expect(weekOf(things, ['a']).figures).toMatchObject([
      { kind: 'people-work', now: 5, of: 12 },
      { kind: 'unit-work', now: 0, of: 1 },
      { kind: 'joined', now: 4, of: 10 },
    ])
  })

  test('whoever belongs to two units of a branch is one person in it', () => {
    const [both, joined] = [
      { joined: false, joinedBefore: false },
      { joined: true, joinedBefore: false },
    ]
    const shared = new Map([
      ['a', [both, joined]],
      ['b', [both, joined]],
      ['c', [joined]],
    ])
    const things = [report('a'), report('b'), report('c')]
    const reach = { members: 10, joined: 4, joinedBefore: 2 }
    const of = (...unitIds: string[]) =>
      weekOf(things, unitIds, { reach, shared }).figures.find(({ kind }) => kind === 'joined')
    expect(of('a')).toMatchObject({ now: 4, of: 10, before: 2 })
    expect(of('a', 'c')).toMatchObject({ now: 7, of: 19, before: 4 })
    expect(of('a', 'b', 'c')).toMatchObject({ now: 10, of: 27, before: 6 })
  })

  test('a unit without people of its own: no share of nothing', () => {
    expect(
      weekOf([report('a')], ['a'], { reach: { members: 0, joined: 0, joinedBefore: 0 } }).figures,
    ).toHaveLength(1)
  })
})

describe('who may need a call', () => {
  test('five at most, those who wait longest, in the order of the list', () => {
    const ids = ['a', 'b', 'c', 'd', 'e', 'f', 'g']
    const late = weekOf(
      ids.map((id) =>
        report(id, { dueOn: id === 'g' ? '2026-02-20' : id === 'c' ? '2026-03-15' : '2026-03-01' }),
      ),
      ids,
    )
    expect(late.calls.map(({ unitId }) => unitId)).toEqual(['a', 'b', 'd', 'e', 'g'])
    expect(late.moreLate).toBe(2)
  })

  test('one does not call oneself', () => {
    expect(weekOf([report('a'), report('b')], ['a', 'b'], { own: ['a'] }).calls).toMatchObject([
      { unitId: 'b' },
    ])
  })

  test('always in the order of the units given, whatever is late', () => {
    const days = fc.constantFrom('2026-01-15', '2026-02-10', '2026-03-01', '2026-03-15', '2026-03-30')
    fc.assert(
      fc.property(fc.array(days, { minLength: 1, maxLength: 12 }), (dues) => {
        const ids = dues.map((_, index) => `u${String(index).padStart(2, '0')}`)
        const { calls, moreLate } = weekOf(
          ids.map((id, index) => report(id, { dueOn: dues[index]! })),
          ids,
        )
        const named = calls.map(({ unitId }) => unitId)
        expect(named).toEqual([...named].sort())
        expect(named.length + moreLate).toBe(dues.filter((due) => due < MONDAY).length)
      }),
    )
  })
})

describe('a week in which nothing changed', () => {
  test.each<[string, CountedThing[], UnitReach | undefined, boolean]>([
    ['nothing moved', [report('a', { dueOn: '2026-03-01' })], undefined, true],
    ['something was filed', [report('a', { done: 1, doneSinceLastWeek: 1 })], undefined, false],
    ['somebody fell behind', [report('a', { dueOn: '2026-03-12' })], undefined, false],
    [
      'one who was behind fell behind with one thing more',
      [report('a', { dueOn: '2026-03-01' }), report('a', { obligationId: 'other', dueOn: '2026-03-10' })],
      undefined,
      false,
    ],
    ['something is due this week', [report('a', { dueOn: '2026-03-20' })], undefined, false],
    [
      'somebody joined',
      [report('a', { dueOn: '2026-03-01' })],
      { members: 10, joined: 5, joinedBefore: 4 },
      false,
    ],
  ])('%s', (_, things, reach, unchanged) => {
    expect(weekOf(things, ['a'], reach && { reach }).unchanged).toBe(unchanged)
  })

  test('this week is seven days from today, what comes later is named only when the week is empty', () => {
    const week = weekOf(
      [report('a', { dueOn: '2026-03-22' }), report('a', { obligationId: 'later', dueOn: '2026-03-23' })],
      ['a'],
    )
    expect(week.thisWeek).toMatchObject([{ dueOn: '2026-03-22' }])
    expect(week.next).toMatchObject({ dueOn: '2026-03-23' })
  })
})
