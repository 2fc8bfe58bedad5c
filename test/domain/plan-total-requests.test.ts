import { expect, test } from 'vitest'
import { planTotalRequests } from '../../src/domain/plan-total-requests.ts'
import { at, cell, owed, world } from './builders/nudge-world.ts'

const others = Array.from({ length: 11 }, (_, i) => owed({ assignmentId: `a${i}`, personId: `p${i}` }))
const closed = { ...world([]), units: [cell({ groups: [] })] }
const NONE: ReadonlySet<string> = new Set()
const brief = (day: string, stated = NONE, outside = others) =>
  planTotalRequests(outside, closed, stated, at(day)).map(
    ({ kind, personId, stage, outside: count }) => `${kind} ${personId} ${stage.offset} ${count}`,
  )

test.each([
  ['2026-03-04', []],
  ['2026-03-05', ['paste bi-thu 7 11']],
  ['2026-03-11', ['paste bi-thu 1 11', 'ask bi-thu 1 11']],
  ['2026-03-13', ['ask bi-thu -1 11']],
])('on %s the secretary is asked for a number and handed words, and nobody else', (day, expected) => {
  expect(brief(day)).toEqual(expected)
})

test('once a total is there, or everybody was entered, nothing more is asked', () => {
  expect(brief('2026-03-11', new Set(['cell:pledge:2026']))).toEqual([])
  expect(brief('2026-03-11', NONE, [])).toEqual([])
})

test('who refused is not counted; what is voluntary or from before the bot is not asked for', () => {
  const outside = [
    ...others,
    owed({ personId: 'x', voluntary: true }),
    owed({ personId: 'y', beforeBot: true }),
  ]
  const refusing = { ...closed, refusing: new Set(['p0']) }
  const [, ask] = planTotalRequests(outside, refusing, NONE, at('2026-03-11'))
  expect(ask).toMatchObject({ outside: 10 })
})

test('a secretary who is away: the deputy', () => {
  const away = { ...closed, away: new Set(['bi-thu']), reachable: new Set(['bi-thu', 'pho-bi-thu']) }
  const [, ask] = planTotalRequests(others, away, NONE, at('2026-03-11'))
  expect(ask).toMatchObject({ personId: 'pho-bi-thu' })
})
