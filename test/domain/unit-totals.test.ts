import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { CountedThing } from '../../src/domain/plan-digest.ts'
import type { RoundFact } from '../../src/domain/roll-up.ts'
import {
  checkTotals,
  countOnce,
  mayState,
  readTotals,
  withStatedRounds,
  withTotals,
} from '../../src/domain/unit-totals.ts'

const LETTERS = Array.from('0123456789/,. đồngchí-việtrên')

describe('a total as people type it', () => {
  test.each<[string, [number, number, number | null] | null]>([
    ['23/25', [23, 25, null]],
    ['23/25 đồng chí', [23, 25, null]],
    ['23/25 đồng chí, 48 việc', [23, 25, 48]],
    ['23 / 25 ; 48', [23, 25, 48]],
    ['23/25 đ/c 48 việc', [23, 25, 48]],
    ['23 trên 25', [23, 25, null]],
    ['có 23 trên tổng số 25 đồng chí và 48 việc', [23, 25, 48]],
    ['hai mươi ba trên hai mươi lăm', [23, 25, null]],
    ['23/25\n48 việc', [23, 25, 48]],
    ['23', [23, 25, null]],
    ['23 đồng chí, 48 việc', [23, 25, 48]],
    ['đủ', [25, 25, null]],
    ['Tất cả', [25, 25, null]],
    ['chưa có', [0, 25, null]],
    ['0/25', [0, 25, null]],
    ['1.200/1.350 đồng chí, 2.400 việc', [1200, 1350, 2400]],
    ['23/25/26', null],
    ['mai gửi', null],
    ['', null],
    ['-3/25', null],
    ['2,5/25', null],
    ['23/25, nhiều việc', null],
    ['23/25, 48, 50', null],
    ['999999999/25', null],
  ])('%j', (typed, expected) => {
    const read = readTotals(typed, 25)
    expect(read && [read.done, read.total, read.deeds]).toEqual(expected)
  })

  test('whatever is typed: counts or nothing', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...LETTERS) }), (typed) => {
        const read = readTotals(typed, 25)
        if (!read) return
        for (const value of [read.done, read.total, read.deeds ?? 0]) {
          expect(Number.isInteger(value)).toBe(true)
          expect(value).toBeGreaterThanOrEqual(0)
        }
      }),
    )
  })
})

test.each([
  [{ done: 23, total: 25 }, 2, null],
  [{ done: 26, total: 25 }, 2, 'more-than-all'],
  [{ done: 1, total: 25 }, 2, 'fewer-than-filed'],
  [{ done: 0, total: 0 }, 0, 'no-people'],
])('%j with %i entries there already: %s', (stated, filed, problem) => {
  expect(checkTotals({ ...stated, deeds: null }, filed)).toBe(problem)
})

test.each([
  ['before the deadline, for the first time', '2026-03-01', false, false, true],
  ['on the last good day, changed', '2026-03-09', true, false, true],
  ['the day after, changed', '2026-03-10', true, false, false],
  ['the day after, for the first time', '2026-03-10', false, false, true],
  ['the day after, changed by the office', '2026-03-10', true, true, true],
])('a total %s', (_, today, stated, isOffice, expected) => {
  expect(mayState({ dueOn: '2026-03-09', stated }, today, isOffice)).toBe(expected)
})

describe('one figure of entries and a total', () => {
  const count = fc.integer({ min: 0, max: 60 })
  const pair = fc.tuple(count, count).map(([a, b]) => ({ done: Math.min(a, b), total: Math.max(a, b) }))

  test('never their sum, never less than either', () => {
    fc.assert(
      fc.property(pair, pair, (each, stated) => {
        const counted = countOnce(each, { ...stated, deeds: null })
        expect(counted.done).toBe(Math.max(each.done, stated.done))
        expect(counted.total).toBe(Math.max(each.total, stated.total))
        expect(counted.done).toBeLessThanOrEqual(counted.total)
      }),
    )
  })

  test('without a total, or once the entries say as much: counted person by person', () => {
    expect(countOnce({ done: 2, total: 3 }, undefined).source).toBe('each')
    expect(countOnce({ done: 23, total: 25 }, { done: 23, total: 25, deeds: 48 }).source).toBe('each')
    expect(countOnce({ done: 2, total: 2 }, { done: 23, total: 25, deeds: 48 }).source).toBe('stated')
  })
})

const thing = (over: Partial<CountedThing>): CountedThing => ({
  obligationId: 'pledge',
  kind: 'pledge',
  title: 'Bản đăng ký',
  period: '2026',
  unitId: 'a',
  subject: 'people',
  dueOn: '2026-03-09',
  total: 2,
  done: 2,
  doneSinceLastWeek: 0,
  ...over,
})

describe('counts with totals in their place', () => {
  const totals = new Map([['a:pledge:2026', { done: 23, total: 25, deeds: 48 }]])

  test('the total is the figure; what it adds since the last digest is new', () => {
    expect(withTotals([thing({ unstated: 1 })], totals, new Map())).toEqual([
      thing({ done: 23, total: 25, doneSinceLastWeek: 21, stated: { done: 23, total: 25, deeds: 48 } }),
    ])
    const before = new Map([['a:pledge:2026', { done: 20, total: 25, deeds: null }]])
    expect(withTotals([thing({})], totals, before)[0]).toMatchObject({ doneSinceLastWeek: 3 })
  })

  test('two dates in one round are one figure; other units and what units owe stay', () => {
    const rows = [
      thing({}),
      thing({ dueOn: '2026-03-20', total: 1, done: 0 }),
      thing({ unitId: 'b' }),
      thing({ subject: 'units', total: 1, done: 0 }),
    ]
    expect(withTotals(rows, totals, new Map())).toMatchObject([
      { unitId: 'a', done: 23, total: 25, dueOn: '2026-03-20' },
      { unitId: 'b', done: 2, total: 2 },
      { unitId: 'a', subject: 'units', done: 0, total: 1 },
    ])
  })

  test('rounds of tables say which they are, and give the deeds that were stated', () => {
    const round: RoundFact = {
      unitId: 'a',
      obligationId: 'pledge',
      kind: 'pledge',
      title: 'Bản đăng ký',
      subject: 'people',
      period: '2026',
      dueOn: '2026-03-09',
      day: '2026-03-09',
      total: 2,
      done: 2,
      doneLate: 1,
      filed: 2,
      unstated: 1,
    }
    const { rounds, deeds } = withStatedRounds([round, { ...round, unitId: 'b' }], totals)
    expect(rounds).toMatchObject([
      { unitId: 'a', done: 23, total: 25, doneLate: 1, filed: 23, source: 'stated' },
      { unitId: 'b', done: 2, unstated: 1 },
    ])
    expect(Object.fromEntries(deeds)).toEqual({ 'a:pledge:2026': 48 })
  })
})
