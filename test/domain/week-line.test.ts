import { expect, test } from 'vitest'
import { countsByUnit, type CountedThing } from '../../src/domain/plan-digest.ts'
import { weekLineOf, weekLineTime } from '../../src/domain/week-line.ts'
import { WAKING_HOURS } from '../../src/domain/waking-hours.ts'
import { at, isWeekday, ZONE } from './builders/nudge-world.ts'

const calendar = { zone: ZONE, isWorking: isWeekday, hours: WAKING_HOURS }

test.each([
  ['2026-03-06', '15:59', null],
  ['2026-03-06', '16:00', '2026-03-09'],
  ['2026-03-06', '20:59', '2026-03-09'],
  ['2026-03-06', '21:00', null],
  ['2026-03-05', '16:00', null],
  ['2026-03-07', '16:00', null],
])('on %s at %s: the line of Monday %s', (day, time, monday) => {
  expect(weekLineTime(calendar, at(day, time))?.monday ?? null).toBe(monday)
})

test('where Friday is a holiday it is told on Thursday', () => {
  const holiday = { ...calendar, isWorking: (day: string) => isWeekday(day) && day !== '2026-03-06' }
  expect(weekLineTime(holiday, at('2026-03-05', '16:00'))?.monday).toBe('2026-03-09')
  expect(weekLineTime(holiday, at('2026-03-06', '16:00'))).toBeNull()
})

const thing = (over: Partial<CountedThing>): CountedThing => ({
  obligationId: 'pledge',
  kind: 'pledge',
  title: 'Bản đăng ký',
  period: '2026',
  unitId: 'cell',
  subject: 'people',
  dueOn: '2026-03-08',
  total: 12,
  done: 9,
  doneSinceLastWeek: 0,
  ...over,
})

test('what is due by Sunday and open is in the line, and is what would change it', () => {
  const later = thing({ obligationId: 'report', dueOn: '2026-03-09' })
  const line = weekLineOf(countsByUnit([thing({}), later]), 'cell', '2026-03-09')
  expect(line).toMatchObject({ late: { open: 3, daysLate: 1 }, open: [{ obligationId: 'pledge', done: 9 }] })
})

test('whoever will not be named is told nothing', () => {
  expect(weekLineOf(countsByUnit([thing({ done: 12 })]), 'cell', '2026-03-09')).toBeNull()
})
