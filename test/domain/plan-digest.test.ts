import { describe, expect, test } from 'vitest'
import { type CountedThing, countsByUnit, planDigest } from '../../src/domain/plan-digest.ts'

const MONDAY = '2026-03-09'

function thing(over: Partial<CountedThing>): CountedThing {
  return {
    obligationId: 'session-q1',
    kind: 'session-report',
    title: 'Sinh hoạt chuyên đề quý I',
    period: '2026-Q1',
    unitId: 'u1',
    subject: 'units',
    dueOn: '2026-03-08',
    total: 1,
    done: 0,
    doneSinceLastWeek: 0,
    ...over,
  }
}

const pledges = { obligationId: 'pledge', title: 'Bản cam kết', period: '2026', subject: 'people' } as const

describe('the weekly figures of a branch', () => {
  const counts = countsByUnit([
    thing({ unitId: 'u1', done: 1 }),
    thing({ unitId: 'u2', done: 1, doneSinceLastWeek: 1 }),
    thing({ unitId: 'u3' }),
    thing({ unitId: 'elsewhere' }),
    thing({ ...pledges, unitId: 'u3', dueOn: '2026-03-15', total: 12, done: 5 }),
    thing({ ...pledges, unitId: 'u4', dueOn: '2026-03-15', total: 3, done: 3 }),
  ])
  const digest = planDigest(counts, ['u1', 'u2', 'u3', 'u4'], MONDAY)

  test('done of due, and what is new since last week', () => {
    expect(digest.lines).toMatchObject([{ done: 2, total: 3, doneSinceLastWeek: 1, subject: 'units' }])
  })

  test('late units by count and age, in the order of the roster', () => {
    expect(digest.late).toEqual([{ unitId: 'u3', open: 1, daysLate: 1 }])
  })

  test('what comes in the next two weeks', () => {
    expect(digest.coming).toMatchObject([{ title: 'Bản cam kết', dueOn: '2026-03-15', done: 8, total: 15 }])
    expect(digest.quiet).toBe(false)
  })

  test('a week in which nothing was filed is quiet', () => {
    expect(planDigest(countsByUnit([thing({})]), ['u1'], MONDAY).quiet).toBe(true)
  })

  test('what is far ahead is left out until somebody has filed it', () => {
    const far = thing({ dueOn: '2026-06-30', total: 2 })
    expect(planDigest(countsByUnit([far]), ['u1'], MONDAY)).toMatchObject({ lines: [], coming: [] })
    expect(planDigest(countsByUnit([{ ...far, done: 1 }]), ['u1'], MONDAY).lines).toHaveLength(1)
  })

  test('what was complete a month ago is no longer told', () => {
    expect(planDigest(countsByUnit([thing({ dueOn: '2026-01-31', done: 1 })]), ['u1'], MONDAY).lines).toEqual(
      [],
    )
  })
})
