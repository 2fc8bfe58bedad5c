import { describe, expect, test } from 'vitest'
import { closingDay, planClosings } from '../../src/domain/plan-closings.ts'
import { type CountedThing, countsByUnit } from '../../src/domain/plan-digest.ts'

const pledge = (unitId: string, over: Partial<CountedThing> = {}): CountedThing => ({
  obligationId: 'pledge',
  kind: 'pledge',
  title: 'Bản đăng ký',
  period: 'once',
  unitId,
  subject: 'people',
  dueOn: '2026-03-16',
  total: 10,
  done: 10,
  doneSinceLastWeek: 0,
  ...over,
})

test.each([
  ['2026-03-16', 'a Monday', '2026-03-17'],
  ['2026-03-20', 'a Friday', '2026-03-23'],
  ['2026-03-21', 'a Saturday', '2026-03-23'],
  ['2026-03-22', 'a Sunday', '2026-03-23'],
])('%s, %s, is told on %s', (dueOn, _, told) => {
  expect(closingDay(dueOn)).toBe(told)
})

describe('a window that closed', () => {
  test('what was done over the branch, and where something is missing, in the order of the list', () => {
    const counts = countsByUnit([pledge('c', { done: 2 }), pledge('a', { done: 9 }), pledge('b')])
    expect(planClosings(counts, ['a', 'b', 'c'], '2026-03-17')).toEqual([
      {
        obligationId: 'pledge',
        title: 'Bản đăng ký',
        subject: 'people',
        dueOn: '2026-03-16',
        done: 21,
        total: 30,
        missing: [
          { unitId: 'a', open: 1 },
          { unitId: 'c', open: 8 },
        ],
      },
    ])
    expect(planClosings(counts, ['a', 'b', 'c'], '2026-03-18')).toEqual([])
  })

  test('somebody was given more time: the day of the others is the day', () => {
    const counts = countsByUnit([
      pledge('a', { total: 9 }),
      pledge('a', { dueOn: '2026-03-30', total: 1, done: 0 }),
    ])
    expect(planClosings(counts, ['a'], '2026-03-17')).toMatchObject([{ total: 9, missing: [] }])
    expect(planClosings(counts, ['a'], '2026-03-31')).toEqual([])
  })
})
