import { describe, expect, test } from 'vitest'
import {
  addDays,
  dayOf,
  daysBetween,
  formatDay,
  formatShortDay,
  instantOf,
  lastDayOfMonth,
  mondayOf,
  quarterOf,
  realDay,
  wallTime,
  weekdayOf,
} from '../src/time.ts'

describe('calendar', () => {
  test('an instant before midnight UTC is the next day in Ho Chi Minh City', () => {
    expect(dayOf(new Date('2026-03-08T17:30:00Z'))).toBe('2026-03-09')
    expect(wallTime(new Date('2026-03-08T17:30:00Z'))).toMatchObject({ hour: 0, minute: 30, weekday: 1 })
  })

  test('eight in the morning is an instant of the zone that is named', () => {
    expect(instantOf('2026-03-09', '08:00').toISOString()).toBe('2026-03-09T01:00:00.000Z')
    expect(instantOf('2026-07-01', '08:00', 'Europe/Berlin').toISOString()).toBe('2026-07-01T06:00:00.000Z')
  })

  test('days: adding, counting, weeks, quarters and ends of months', () => {
    expect(addDays('2026-02-28', 1)).toBe('2026-03-01')
    expect(daysBetween('2026-03-09', '2026-03-02')).toBe(-7)
    expect(weekdayOf('2026-11-22')).toBe(7)
    expect(mondayOf('2026-11-22')).toBe('2026-11-16')
    expect(quarterOf('2026-07-01')).toBe(3)
    expect(lastDayOfMonth(2024, 2)).toBe('2024-02-29')
  })

  test('a day that is not in the calendar is refused', () => {
    expect(realDay(2026, 2, 29)).toBeNull()
    expect(realDay(2026, 13, 1)).toBeNull()
    expect(realDay(2024, 2, 29)).toBe('2024-02-29')
  })

  test('dates are written as Vietnamese documents write them', () => {
    expect(formatDay('2026-03-09')).toBe('09/3/2026')
    expect(formatDay('2026-02-10')).toBe('10/02/2026')
    expect(formatShortDay('2026-11-05')).toBe('05/11')
  })
})
