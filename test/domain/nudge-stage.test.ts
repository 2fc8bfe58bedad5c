import fc from 'fast-check'
import { expect, test } from 'vitest'
import { dueWindow, findStage, isWorthLoading } from '../../src/domain/nudge-stage.ts'
import { WAKING_HOURS } from '../../src/domain/waking-hours.ts'
import { addDays, instantOf } from '../../src/time.ts'
import { at, isWeekday, ZONE } from './builders/nudge-world.ts'

const everyDay = { zone: ZONE, hours: WAKING_HOURS, isWorking: () => true }
const weekdays = { ...everyDay, isWorking: isWeekday }
const due = { dueOn: '2026-03-09', opensOn: null }

test.each([
  ['2026-03-05', null],
  ['2026-03-06', { offset: 3, daysLeft: 3, name: 'invitation' }],
  ['2026-03-08', { offset: 3, daysLeft: 1, name: 'invitation' }],
  ['2026-03-09', { offset: 0, daysLeft: 0, name: 'last-day', isLastBefore: true }],
  ['2026-03-10', { offset: -1, daysLeft: -1, name: 'late' }],
  ['2026-03-13', { offset: -1, daysLeft: -4, name: 'late' }],
  ['2026-03-14', null],
])('3 days before, on the day and 1 after 09/3; on %s: %o', (day, stage) => {
  const found = findStage([3, 0, -1], due, everyDay, at(day))
  if (stage) expect(found).toMatchObject({ ...stage, until: at(day, '21:00') })
  else expect(found).toBeNull()
})

test.each([
  // Due on Sunday 15/3: Thursday for three days before, Friday for the day itself, Monday once it is over.
  ['2026-03-11', null],
  ['2026-03-12', { offset: 3, name: 'invitation' }],
  ['2026-03-13', { offset: 0, name: 'reminder', isLastBefore: true, daysLeft: 2 }],
  ['2026-03-14', { offset: 0 }],
  ['2026-03-16', { offset: -1, name: 'late' }],
])(
  'a stage on a day off goes to the working day before, a late one to the day after; %s: %o',
  (day, stage) => {
    const found = findStage([3, 0, -1], { dueOn: '2026-03-15', opensOn: null }, weekdays, at(day))
    if (stage) expect(found).toMatchObject(stage)
    else expect(found).toBeNull()
  },
)

test('on a day off nothing is made up for while a working day is left before the deadline', () => {
  const monday = { dueOn: '2026-03-16', opensOn: null }
  expect(findStage([3, 0], monday, weekdays, at('2026-03-14'))).toBeNull()
  expect(findStage([3, 0], monday, weekdays, at('2026-03-16'))).toMatchObject({ offset: 0 })
})

test.each([
  ['06:29', false],
  ['07:59', false],
  ['08:00', true],
  ['20:59', true],
  ['21:00', false],
  ['23:30', false],
])('at %s: %s', (time, isSaid) => {
  expect(findStage([0], due, everyDay, at('2026-03-09', time)) !== null).toBe(isSaid)
})

test('what is not shown yet is not reminded of', () => {
  const later = { ...due, opensOn: '2026-03-08' }
  expect(findStage([7], later, everyDay, at('2026-03-07'))).toBeNull()
  expect(findStage([7], later, everyDay, at('2026-03-08'))).toMatchObject({ offset: 7 })
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
        const now = instantOf(today, `${String(hour).padStart(2, '0')}:00`, ZONE)
        const rules = { offsets: all, escalate: { leader: 3, office: 7 } }
        const calendar = { ...weekdays, zone }
        if (isWorthLoading(rules, { dueOn, opensOn: null }, calendar, now) === 'no') return
        const window = dueWindow([rules], today)
        expect(dueOn >= window.from && dueOn <= window.to).toBe(true)
      },
    ),
    { numRuns: 500 },
  )
})
