import { expect, test } from 'vitest'
import { snoozeTime } from '../../src/domain/snooze-time.ts'
import { at, ZONE } from './builders/nudge-world.ts'

test.each([
  ['tonight', '08:30', '2026-03-13', '19:30'],
  ['tonight', '19:10', '2026-03-13', '19:40'],
  ['tonight', '20:30', '2026-03-14', '08:00'],
  ['tomorrow', '08:30', '2026-03-14', '08:00'],
  ['three-days', '08:30', '2026-03-16', '08:00'],
] as const)('%s at %s of 13/3: %s %s, never in the quiet hours', (choice, time, day, hour) => {
  expect(snoozeTime(choice, ZONE, at('2026-03-13', time))).toEqual(at(day, hour))
})

test('later: with the next reminder that comes anyway', () => {
  expect(snoozeTime('later', ZONE, at('2026-03-13'))).toBeNull()
})
