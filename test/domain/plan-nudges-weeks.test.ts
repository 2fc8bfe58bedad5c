import fc from 'fast-check'
import { expect, test } from 'vitest'
import { addDays, wallTime } from '../../src/time.ts'
import { ZONE } from './builders/nudge-world.ts'
import {
  isUnasked,
  isWorkingIn,
  liveThrough,
  remindersOf,
  START,
  type Weeks,
  weekOf,
  weeks,
} from './builders/planned-weeks.ts'

/** Every promise is kept in any weeks that may come. */
function always(promise: (spec: Weeks) => void, over: Partial<Weeks> = {}): void {
  fc.assert(
    fc.property(weeks, (spec) => promise({ ...spec, ...over })),
    { numRuns: 25 },
  )
}

test('nothing is said twice, whatever the service slept through', () => {
  always((spec) => {
    const keys = liveThrough(spec).sent.flatMap((sent) => remindersOf(sent).map(({ key }) => key))
    expect(new Set(keys).size).toBe(keys.length)
  })
})

test('who is done is neither reminded nor named, who refused is not either', () => {
  always((spec) => {
    for (const sent of liveThrough(spec).sent) {
      const open = new Set(sent.world.things.filter(({ done }) => !done).map((one) => one.assignmentId))
      const owing = new Set(sent.world.things.flatMap((one) => (one.done ? [] : (one.personId ?? []))))
      for (const each of remindersOf(sent)) {
        if (each.kind === 'task') expect(open).toContain(each.assignmentId)
        if ('personId' in each) expect(spec.refusing).not.toContain(each.personId)
        const named = 'names' in each ? each.names : each.kind === 'names' ? each.missing : []
        for (const personId of named) {
          expect(owing).toContain(personId)
          expect(spec.refusing).not.toContain(personId)
        }
      }
    }
  })
})

test('nothing is said outside the hours of the day, and on a day off only what cannot wait', () => {
  always((spec) => {
    const isWorking = isWorkingIn(spec)
    for (const { at, message } of liveThrough(spec).sent) {
      const { day, hour } = wallTime(at, ZONE)
      expect(hour).toBeGreaterThanOrEqual(8)
      expect(hour).toBeLessThan(21)
      if (isWorking(day) || (message.to === 'person' && message.asked)) continue
      for (const { dueOn } of message.reminders.filter((each) => !('asked' in each && each.asked))) {
        for (let next = day; next <= dueOn; next = addDays(next, 1)) expect(isWorking(next)).toBe(false)
      }
    }
  })
})

test('nobody gets more in a week than the programme allows, and no bot sends more in its month', () => {
  always((spec) => {
    const { sent } = liveThrough(spec)
    const counts = new Map<string, number>()
    for (const { at, message } of sent) {
      if (!isUnasked(message)) continue
      const week = weekOf(message.personId, at)
      counts.set(week, (counts.get(week) ?? 0) + 1)
    }
    for (const count of counts.values()) expect(count).toBeLessThanOrEqual(spec.perWeek)
    if (spec.budget) expect(sent.length).toBeLessThanOrEqual(spec.budget.quota)
  })
})

test('a late unit is told upward exactly once for each step', () => {
  always(
    (spec) => {
      const told = liveThrough(spec).sent.flatMap((sent) =>
        remindersOf(sent).flatMap((each) =>
          each.kind === 'escalation' ? [`${each.step} ${each.obligationId} ${each.subject}`] : [],
        ),
      )
      expect(new Set(told).size).toBe(told.length)
      const late = spec.things.filter(
        ({ thing, doneOn }) => doneOn === null && !spec.refusing.includes(thing.personId ?? ''),
      )
      for (const { thing } of late) {
        // Of several dates of one obligation the one that most owe is told upward.
        const same = spec.things.filter(
          (other) =>
            other.thing.obligationId === thing.obligationId &&
            (other.thing.personId === null) === (thing.personId === null),
        )
        if (same.length > 1) continue
        const subject = thing.personId === null ? 'unit' : 'people'
        expect(told).toContain(`leader ${thing.obligationId} ${subject}`)
        expect(told).toContain(`office ${thing.obligationId} ${subject}`)
      }
    },
    { budget: null, asleep: new Set(), snoozes: [] },
  )
})

test('whatever is owed is said at least once before its deadline, unless the month is out of messages and says so', () => {
  always(
    (spec) => {
      const { sent, held } = liveThrough(spec)
      for (const { thing, doneOn } of spec.things) {
        const reader = thing.personId ?? 'bi-thu'
        if (spec.refusing.includes(reader) || spec.lost.includes(reader)) continue
        if (doneOn !== null && doneOn <= thing.dueOn!) continue
        const isSaid = sent.some(
          (one) =>
            wallTime(one.at, ZONE).day <= thing.dueOn! &&
            remindersOf(one).some((each) => each.kind === 'task' && each.assignmentId === thing.assignmentId),
        )
        const reasons = held
          .filter(
            (one) =>
              one.held.obligationId === thing.obligationId &&
              one.held.personId === reader &&
              one.held.dueOn === thing.dueOn,
          )
          .map((one) => one.held.reason)
        expect(isSaid || reasons.includes('budget')).toBe(true)
      }
    },
    { asleep: new Set(), snoozes: [] },
  )
})

test('the weeks are of use: most of them have something to say', () => {
  const spoken = fc.sample(weeks, 30).filter((spec) => liveThrough(spec).sent.length > 0)
  expect(spoken.length).toBeGreaterThan(20)
  expect(START).toBe('2026-03-02')
})
