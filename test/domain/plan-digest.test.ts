import { describe, expect, test } from 'vitest'
import { type CountedThing, planDigest } from '../../src/domain/plan-digest.ts'

const MONDAY = '2026-03-09'
const LAST_WEEK = new Date('2026-03-02T00:30:00Z')

function thing(over: Partial<CountedThing>): CountedThing {
  return {
    obligationId: 'session-q1',
    title: 'Sinh hoạt chuyên đề quý I',
    period: '2026-Q1',
    unitId: 'u1',
    personId: null,
    dueOn: '2026-03-08',
    doneAt: null,
    outside: false,
    ...over,
  }
}

describe('the weekly figures of a branch', () => {
  const things = [
    thing({ unitId: 'u1', doneAt: new Date('2026-02-20T03:00:00Z') }),
    thing({ unitId: 'u2', doneAt: new Date('2026-03-05T03:00:00Z') }),
    thing({ unitId: 'u3' }),
    thing({ unitId: 'u4', outside: true }),
    thing({ unitId: 'elsewhere' }),
    thing({
      obligationId: 'pledge',
      title: 'Bản cam kết',
      personId: 'p1',
      unitId: 'u3',
      dueOn: '2026-03-15',
    }),
  ]
  const digest = planDigest(things, ['u1', 'u2', 'u3', 'u4'], MONDAY, LAST_WEEK)

  test('done of due, and what is new since last week', () => {
    expect(digest.lines[0]).toMatchObject({ done: 2, total: 3, doneSinceLastWeek: 1, subject: 'units' })
  })

  test('late units by count and age, in the order of the roster', () => {
    expect(digest.late).toEqual([{ unitId: 'u3', open: 1, daysLate: 1 }])
  })

  test('what comes in the next two weeks', () => {
    expect(digest.coming).toEqual([
      { obligationId: 'pledge', period: '2026-Q1', title: 'Bản cam kết', dueOn: '2026-03-15', open: 1 },
    ])
    expect(digest.quiet).toBe(false)
  })

  test('a week in which nothing was filed is quiet', () => {
    expect(planDigest([thing({})], ['u1'], MONDAY, LAST_WEEK).quiet).toBe(true)
  })
})
