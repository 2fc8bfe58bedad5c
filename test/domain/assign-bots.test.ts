import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { planBotAssignment, type UnitToServe } from '../../src/domain/assign-bots.ts'

const LIMIT = { people: 45, groups: 3 }

function unit(unitId: string, people: number, more: Partial<UnitToServe> = {}): UnitToServe {
  return { unitId, people, officers: 2, groups: 1, ownBotId: null, inheritedBotId: null, ...more }
}

const shown = (plan: ReturnType<typeof planBotAssignment>) =>
  Object.fromEntries(plan.placements.map((each) => [each.unitId, `${each.botId} ${each.serves}`]))

describe('assigning bots to units', () => {
  test('everybody fits: whole units, none split', () => {
    const plan = planBotAssignment([unit('a', 25), unit('b', 22), unit('c', 20)], ['z1', 'z2'], LIMIT)
    expect(shown(plan)).toEqual({ a: 'z1 all', b: 'z2 all', c: 'z1 all' })
    expect(plan.unplaced).toEqual([])
  })

  test('more than three groups: a fourth unit goes to the next bot', () => {
    const small = ['a', 'b', 'c', 'd'].map((name) => unit(name, 5))
    expect(Object.values(shown(planBotAssignment(small, ['z1', 'z2'], LIMIT)))).toEqual([
      'z1 all',
      'z1 all',
      'z1 all',
      'z2 all',
    ])
  })

  test('not everybody fits: secretaries of every unit first, then whole units as there is room', () => {
    const plan = planBotAssignment([unit('a', 30), unit('b', 30), unit('c', 12)], ['z1'], LIMIT)
    expect(shown(plan)).toEqual({ a: 'z1 all', b: 'z1 officers', c: 'z1 all' })
  })

  test('a unit larger than a bot: its secretaries are served', () => {
    expect(shown(planBotAssignment([unit('a', 60)], ['z1', 'z2'], LIMIT))).toEqual({ a: 'z1 officers' })
  })

  test('what is assigned stays, and what is inherited stays while it fits', () => {
    const units = [
      unit('a', 40, { ownBotId: 'z2' }),
      unit('b', 5, { inheritedBotId: 'z2' }),
      unit('c', 5, { inheritedBotId: 'z2' }),
    ]
    const plan = planBotAssignment(units, ['z1', 'z2'], LIMIT)
    expect(shown(plan)).toEqual({ a: 'z2 all', b: 'z2 all', c: 'z1 all' })
    expect(plan.placements.map((each) => each.isKept)).toEqual([true, true, false])
  })

  test('no room even for secretaries: said so', () => {
    const many = Array.from({ length: 30 }, (_, index) => unit(`u${index}`, 30))
    expect(planBotAssignment(many, ['z1'], LIMIT).unplaced).toHaveLength(8)
  })

  test('no ceiling: one bot takes all', () => {
    const many = Array.from({ length: 30 }, (_, index) => unit(`u${index}`, 300))
    const plan = planBotAssignment(many, ['t1', 't2'], { people: null, groups: null })
    expect(new Set(plan.placements.map((each) => each.botId))).toEqual(new Set(['t1']))
  })

  test('any roster: no unit twice, no bot over its limit by what is newly placed, nobody forgotten', () => {
    const units = fc.array(
      fc.record({ people: fc.integer({ min: 1, max: 60 }), officers: fc.integer({ min: 0, max: 3 }) }),
      { maxLength: 40 },
    )
    fc.assert(
      fc.property(units, fc.integer({ min: 1, max: 6 }), (sizes, bots) => {
        const roster = sizes.map(({ people, officers }, index) =>
          unit(`u${index}`, people, { officers: Math.min(people, officers) }),
        )
        const plan = planBotAssignment(
          roster,
          Array.from({ length: bots }, (_, index) => `z${index}`),
          LIMIT,
        )
        const named = [...plan.placements.map((each) => each.unitId), ...plan.unplaced]
        expect(named.sort()).toEqual(roster.map((each) => each.unitId).sort())
        const load = new Map<string, { people: number; groups: number }>()
        for (const { unitId, botId, serves } of plan.placements) {
          const own = roster.find((each) => each.unitId === unitId)!
          const sum = load.get(botId) ?? { people: 0, groups: 0 }
          sum.people += serves === 'all' ? own.people : own.officers
          sum.groups += serves === 'all' ? own.groups : 0
          load.set(botId, sum)
        }
        for (const { people, groups } of load.values()) {
          expect(people).toBeLessThanOrEqual(45)
          expect(groups).toBeLessThanOrEqual(3)
        }
      }),
    )
  })
})
