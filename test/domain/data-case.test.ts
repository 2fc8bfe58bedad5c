import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  addWorkingDays,
  clockStage,
  DATA_REQUESTS,
  extendedClock,
  legalClock,
  mayRefuse,
} from '../../src/domain/data-case.ts'
import { findCaseCode, findReceiptCode } from '../../src/domain/receipt-code.ts'
import { addDays, type Day, weekdayOf } from '../../src/time.ts'

// 02/3/2026 is a Monday, 06/3 a Friday.
test.each([
  // request, received, acknowledge by, answer by
  ['correct', '2026-03-02', '2026-03-04', '2026-03-12'],
  ['copy', '2026-03-02', '2026-03-04', '2026-03-12'],
  ['withdraw', '2026-03-02', '2026-03-04', '2026-03-17'],
  ['delete', '2026-03-02', '2026-03-04', '2026-03-22'],
  // A Friday: the two working days are Monday and Tuesday; the days of the answer run on.
  ['correct', '2026-03-06', '2026-03-10', '2026-03-16'],
  // A Saturday and a Sunday begin with the same Monday.
  ['delete', '2026-03-07', '2026-03-10', '2026-03-27'],
  ['delete', '2026-03-08', '2026-03-10', '2026-03-28'],
  // Over the end of a year.
  ['withdraw', '2026-12-30', '2027-01-01', '2027-01-14'],
] as const)(
  '%s received on %s: acknowledged by %s, answered by %s',
  (request, on, acknowledgeBy, answerBy) => {
    expect(legalClock(request, on)).toEqual({ acknowledgeBy, answerBy })
  },
)

test.each([
  ['withdraw', null, '2026-04-01'],
  ['withdraw', '2026-03-17', null],
  ['correct', null, null],
  ['copy', null, null],
  ['delete', null, null],
] as const)('more time for %s, extended before from %s: %s', (request, extendedFrom, until) => {
  expect(extendedClock(request, { dueOn: '2026-03-17', extendedFrom })).toBe(until)
})

test('everything can be refused with a reason, but for consent that is taken back', () => {
  expect(DATA_REQUESTS.filter((each) => !mayRefuse(each))).toEqual(['withdraw'])
})

test.each([
  ['2026-03-08', null],
  // Thursday 12/3 is the last day: three working days before is Monday.
  ['2026-03-09', 'soon'],
  ['2026-03-11', 'soon'],
  ['2026-03-12', 'last-day'],
  ['2026-03-13', 'over'],
  ['2026-04-30', 'over'],
] as const)('due on 12/3, on %s: %s', (today, stage) => {
  expect(clockStage('2026-03-12', today)).toBe(stage)
})

describe('working days', () => {
  const day = fc.integer({ min: 0, max: 4000 }).map((after): Day => addDays('2026-01-01', after))

  test('there are as many of them in between as were asked for, and the last is one', () => {
    fc.assert(
      fc.property(day, fc.integer({ min: 1, max: 30 }), (from, count) => {
        const to = addWorkingDays(from, count)
        let passed = 0
        for (let at = addDays(from, 1); at <= to; at = addDays(at, 1)) if (weekdayOf(at) <= 5) passed += 1
        expect([passed, weekdayOf(to) <= 5]).toEqual([count, true])
      }),
    )
  })

  test('back from a working day and forth again is the same day', () => {
    fc.assert(
      fc.property(day, fc.integer({ min: 1, max: 30 }), (any, count) => {
        const from = addWorkingDays(any, 1)
        expect(addWorkingDays(addWorkingDays(from, -count), count)).toBe(from)
      }),
    )
  })
})

test('the code of a case is read as it is typed, and is no receipt', () => {
  expect(['DL-7K2M', 'dl 7k2m', 'mã DL7K2M nhé'].map(findCaseCode)).toEqual(Array(3).fill('DL-7K2M'))
  expect([findCaseCode('BC-7K2M'), findReceiptCode('DL-7K2M')]).toEqual([null, null])
})
