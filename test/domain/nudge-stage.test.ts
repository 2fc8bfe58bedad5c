import fc from 'fast-check'
import { expect, test } from 'vitest'
import { dueWindow, findStage, isAnyStageDue } from '../../src/domain/nudge-stage.ts'
import { addDays, instantOf } from '../../src/time.ts'

const ZONE = 'Asia/Ho_Chi_Minh'
const at = (day: string, time = '08:00') => instantOf(day, time, ZONE)
const due = { dueOn: '2026-03-09', opensOn: null }

test.each([
  ['2026-03-05', null],
  ['2026-03-06', { offset: 3, daysLeft: 3 }],
  ['2026-03-08', { offset: 3, daysLeft: 1 }],
  ['2026-03-09', { offset: 0, daysLeft: 0 }],
  ['2026-03-10', { offset: -1, daysLeft: -1 }],
  ['2026-03-13', { offset: -1, daysLeft: -4 }],
  ['2026-03-14', null],
])('3 days before, on the day and 1 after 09/3; on %s: %o', (day, stage) => {
  const found = findStage([3, 0, -1], due, ZONE, at(day))
  if (stage) expect(found).toMatchObject({ ...stage, until: at(day, '20:00') })
  else expect(found).toBeNull()
})

test('what is not shown yet is not reminded of', () => {
  const later = { ...due, opensOn: '2026-03-08' }
  expect(findStage([7], later, ZONE, at('2026-03-07'))).toBeNull()
  expect(findStage([7], later, ZONE, at('2026-03-08'))).toMatchObject({ offset: 7 })
})

const offsets = fc.array(fc.integer({ min: -20, max: 60 }), { maxLength: 4 })

test('whatever the offsets and the zone: a stage that is due lies inside the window that is looked up', () => {
  fc.assert(
    fc.property(
      fc.record({ group: offsets, private: offsets, secretary: offsets }),
      fc.integer({ min: -80, max: 80 }),
      fc.integer({ min: 0, max: 23 }),
      fc.constantFrom(ZONE, 'Pacific/Kiritimati', 'America/Los_Angeles'),
      (all, distance, hour, zone) => {
        const today = '2026-06-15'
        const dueOn = addDays(today, distance)
        const now = at(today, `${String(hour).padStart(2, '0')}:00`)
        if (!isAnyStageDue(all, { dueOn, opensOn: null }, zone, now)) return
        const window = dueWindow([all], today)
        expect(dueOn >= window.from && dueOn <= window.to).toBe(true)
      },
    ),
    { numRuns: 500 },
  )
})
