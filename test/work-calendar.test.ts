import { expect, test } from 'vitest'
import { withOwnDays } from '../src/domain/work-days.ts'
import { loadWorkCalendar } from '../src/work-calendar.ts'

const isWorking = loadWorkCalendar()

test.each([
  ['2026-01-01', false, 'New Year'],
  ['2026-01-02', false, 'swapped for 10/1'],
  ['2026-01-10', true, 'a Saturday made up for'],
  ['2026-02-13', true, 'the last day before Tết'],
  ['2026-02-16', false, 'the day before Tết'],
  ['2026-02-17', false, 'Tết'],
  ['2026-02-20', false, 'its fourth day'],
  ['2026-02-23', true, 'the Monday after it'],
  ['2026-04-27', false, 'for the Hùng kings’ day on a Sunday'],
  ['2026-04-28', true, 'the day after'],
  ['2026-08-31', false, 'swapped for 22/8'],
  ['2026-08-22', true, 'a Saturday made up for'],
  ['2026-09-02', false, 'national day'],
  ['2027-02-05', false, 'the day before Tết 2027'],
  ['2025-05-02', false, 'swapped for 26/4'],
  ['2007-02-16', false, 'the day before Tết, a day earlier than in China'],
  ['2030-02-01', false, 'the day before Tết, a day earlier than in China'],
  ['2026-03-14', false, 'a Saturday'],
  ['2026-03-16', true, 'a Monday'],
])('%s is a working day: %s (%s)', (day, expected) => {
  expect(isWorking(day)).toBe(expected)
})

test('an office may decide days otherwise', () => {
  const own = withOwnDays(isWorking, { holidays: ['2026-03-16'], working_days: ['2026-03-14'] })
  expect(['2026-03-14', '2026-03-16', '2026-03-17'].map(own)).toEqual([true, false, true])
})
