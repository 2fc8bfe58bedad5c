import { describe, expect, test } from 'vitest'
import { decideRefiling, isLate, stateAfterFiling } from '../../src/domain/submission-state.ts'

const DUE = '2026-03-09'

describe('filing again', () => {
  test.each([
    ['filed', DUE, '2026-03-09', 'may-refile'],
    ['filed', DUE, '2026-03-10', 'deadline-passed'],
    ['filed', null, '2026-12-31', 'may-refile'],
    ['final', DUE, '2026-03-01', 'may-refile'],
    ['final', DUE, '2026-03-10', 'deadline-passed'],
    ['commented', DUE, '2026-03-01', 'may-refile'],
    ['commented', DUE, '2026-04-01', 'may-refile'],
    ['received', DUE, '2026-03-01', 'was-received'],
    ['received', null, '2026-03-01', 'was-received'],
  ] as const)('%s, due %s, on %s: %s', (state, dueOn, today, kind) => {
    expect(decideRefiling(state, dueOn, today).kind).toBe(kind)
  })

  test('sent back before the deadline: it is said that it was sent back', () => {
    expect(decideRefiling('commented', DUE, '2026-03-01')).toEqual({
      kind: 'may-refile',
      because: 'sent-back',
    })
  })
})

test.each([
  [DUE, '2026-03-09', false, false],
  [DUE, '2026-03-10', false, true],
  [DUE, '2026-03-10', true, false],
  [null, '2026-03-10', false, false],
] as const)(
  'due %s, filed on %s, due before the bot was used %s: late %s',
  (dueOn, today, beforeBot, late) => {
    expect(isLate(dueOn, today, beforeBot)).toBe(late)
  },
)

test('a filing that nobody is asked to receive is final', () => {
  expect([stateAfterFiling(true), stateAfterFiling(false)]).toEqual(['filed', 'final'])
})
