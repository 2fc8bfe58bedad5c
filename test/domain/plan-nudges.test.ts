import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Nudge, type NudgeWorld, type OwedThing, planNudges } from '../../src/domain/plan-nudges.ts'
import { addDays, instantOf, wallTime } from '../../src/time.ts'

const ZONE = 'Asia/Ho_Chi_Minh'
const DEFAULT_OFFSETS = { group: [7, 1], private: [3, 0, -1], secretary: [1, -1] }
const SPEAKERS = [['bi-thu'], ['pho-bi-thu']]
const at = (day: string, time = '08:00') => instantOf(day, time, ZONE)

function owed(over: Partial<OwedThing> = {}): OwedThing {
  return {
    assignmentId: 'a-lan',
    obligationId: 'pledge',
    period: '2026',
    unitId: 'cell',
    personId: 'lan',
    dueOn: '2026-03-09',
    done: false,
    beforeBot: false,
    voluntary: false,
    opensOn: null,
    offsets: DEFAULT_OFFSETS,
    ...over,
  }
}

function world(things: OwedThing[], over: Partial<NudgeWorld> = {}): NudgeWorld {
  return {
    things,
    units: [
      {
        id: 'cell',
        zone: ZONE,
        members: 25,
        groups: ['group'],
        paster: null,
        filers: SPEAKERS,
        readers: SPEAKERS,
      },
    ],
    reachable: new Set(['lan', 'bi-thu', ...things.flatMap((thing) => thing.personId ?? [])]),
    refusing: new Set(),
    ...over,
  }
}

const brief = (nudges: Nudge[]) =>
  nudges.map(
    (nudge) => `${nudge.to} ${nudge.to === 'group' ? nudge.groupId : nudge.personId} ${nudge.offset}`,
  )

describe('one member owes a pledge by 09/3', () => {
  test.each([
    ['2026-03-01', '08:00', []],
    ['2026-03-02', '07:59', []],
    ['2026-03-02', '08:00', ['group group 7']],
    ['2026-03-06', '08:00', ['group group 7', 'person lan 3']],
    ['2026-03-08', '09:30', ['group group 1', 'secretary bi-thu 1', 'person lan 3']],
    ['2026-03-09', '08:00', ['group group 1', 'secretary bi-thu 1', 'person lan 0']],
    ['2026-03-10', '08:00', ['secretary bi-thu -1', 'person lan -1']],
    ['2026-03-10', '20:00', []],
    ['2026-03-20', '08:00', []],
  ])('on %s at %s', (day, time, expected) => {
    expect(brief(planNudges(world([owed()]), at(day, time)))).toEqual(expected)
  })

  test('the secretary gets the names of others, never a line about herself', () => {
    const own = owed({ assignmentId: 'a-bt', personId: 'bi-thu' })
    const nudges = planNudges(world([owed(), own]), at('2026-03-08'))
    expect(nudges.find((nudge) => nudge.to === 'secretary')).toMatchObject({
      missing: ['lan'],
      done: 0,
      total: 2,
    })
    const alone = planNudges(world([own]), at('2026-03-08'))
    expect(alone.some((nudge) => nudge.to === 'secretary')).toBe(false)
  })

  test('a group of 25 with 6 missing is told the counts, with 3 missing it is not', () => {
    const people = Array.from({ length: 25 }, (_, i) =>
      owed({ assignmentId: `a${i}`, personId: `p${i}`, done: i >= 6 }),
    )
    const few = people.map((thing, i) => ({ ...thing, done: i >= 3 }))
    expect(planNudges(world(people), at('2026-03-02'))[0]).toMatchObject({
      counts: { done: 19, total: 25, missing: 6 },
    })
    expect(planNudges(world(few), at('2026-03-02'))[0]).toMatchObject({ counts: { kind: 'no-counts' } })
  })

  test('who refused is neither nudged nor counted', () => {
    const refused = world([owed()], { refusing: new Set(['lan']) })
    for (const day of ['2026-03-02', '2026-03-06', '2026-03-08', '2026-03-10'])
      expect(planNudges(refused, at(day))).toEqual([])
  })

  test('an extended day brings its own stages', () => {
    const [first] = planNudges(world([owed()]), at('2026-03-09')).filter((nudge) => nudge.to === 'person')
    const [second] = planNudges(world([owed({ dueOn: '2026-03-20' })]), at('2026-03-20')).filter(
      (nudge) => nudge.to === 'person',
    )
    expect(second?.key).not.toBe(first?.key)
  })

  test('one who was given more time: the group hears nothing of that other day', () => {
    const people = Array.from({ length: 12 }, (_, i) => owed({ assignmentId: `a${i}`, personId: `p${i}` }))
    const later = people.map((thing, i) => (i === 0 ? { ...thing, dueOn: '2026-03-16' } : thing))
    expect(
      brief(planNudges(world(later), at('2026-03-09'))).filter((one) => one.startsWith('group')),
    ).toEqual(['group group 1'])
  })

  test('a secretary who cannot be reached: the deputy is told instead', () => {
    const joined = world([owed()], { reachable: new Set(['lan', 'pho-bi-thu']) })
    expect(brief(planNudges(joined, at('2026-03-08')))).toContain('secretary pho-bi-thu 1')
  })

  test('what the unit owes goes to its secretary, and to the group without counts', () => {
    const report = owed({ assignmentId: 'a-cell', obligationId: 'report', personId: null })
    expect(brief(planNudges(world([report]), at('2026-03-06')))).toEqual(['group group 7', 'person bi-thu 3'])
    expect(planNudges(world([report]), at('2026-03-02'))[0]).toMatchObject({
      subject: 'unit',
      counts: { kind: 'no-counts' },
    })
  })
})

const anyThing = fc.record({
  person: fc.option(fc.integer({ min: 0, max: 11 }), { nil: null }),
  obligation: fc.constantFrom('pledge', 'report', 'topic'),
  due: fc.option(fc.integer({ min: 0, max: 40 }), { nil: null }),
  doneOn: fc.option(fc.integer({ min: 0, max: 60 }), { nil: null }),
  beforeBot: fc.boolean(),
  voluntary: fc.boolean(),
})

describe('whatever is owed', () => {
  test('ticks at any hours: nothing twice, nobody who is done or refuses, never outside the window', () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(anyThing, {
          maxLength: 12,
          selector: (thing) => `${thing.obligation}:${thing.person}`,
        }),
        fc.uniqueArray(fc.integer({ min: 0, max: 11 }), { maxLength: 6 }),
        fc.array(fc.integer({ min: 0, max: 60 * 24 * 2 }), { minLength: 1, maxLength: 60 }),
        (drawn, refusing, halfHours) => {
          const first = '2026-03-01'
          const said = new Map<string, Nudge>()
          for (const halfHour of halfHours.sort((a, b) => a - b)) {
            const now = new Date(at(first, '00:00').getTime() + halfHour * 1_800_000)
            const today = wallTime(now, ZONE).day
            const things = drawn.map((thing, i) =>
              owed({
                assignmentId: `a${i}`,
                obligationId: thing.obligation,
                personId: thing.person === null ? null : `p${thing.person}`,
                dueOn: thing.due === null ? null : addDays(first, thing.due),
                done: thing.doneOn !== null && addDays(first, thing.doneOn) <= today,
                beforeBot: thing.beforeBot,
                voluntary: thing.voluntary,
              }),
            )
            const refuses = new Set(refusing.map((n) => `p${n}`))
            for (const nudge of planNudges(world(things, { refusing: refuses }), now)) {
              const fresh = !said.has(nudge.key)
              if (!fresh) continue
              said.set(nudge.key, nudge)
              const { hour, day } = wallTime(now, ZONE)
              expect(hour).toBeGreaterThanOrEqual(8)
              expect(hour).toBeLessThan(20)
              expect(day >= addDays(nudge.dueOn, -7) && day <= addDays(nudge.dueOn, 4)).toBe(true)
              expect(day >= addDays(nudge.dueOn, -nudge.offset)).toBe(true)
              if (nudge.to === 'group') expect(day <= nudge.dueOn).toBe(true)
              else expect(refuses.has(nudge.personId)).toBe(false)
              if (nudge.to === 'person') {
                const thing = things.find((one) => one.assignmentId === nudge.assignmentId)
                expect(thing).toMatchObject({ done: false, beforeBot: false, voluntary: false })
              }
              if (nudge.to === 'secretary')
                for (const personId of nudge.missing) {
                  expect(refuses.has(personId)).toBe(false)
                  expect(things.some((one) => one.personId === personId && !one.done)).toBe(true)
                }
            }
          }
          // One message at most for each stage of each thing and person.
          const stages = [...said.values()].flatMap((nudge) =>
            nudge.to === 'person' ? [`${nudge.assignmentId}:${nudge.offset}:${nudge.personId}`] : [],
          )
          expect(new Set(stages).size).toBe(stages.length)
        },
      ),
      { numRuns: 200 },
    )
  })
})
