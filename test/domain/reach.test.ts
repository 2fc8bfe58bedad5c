import { describe, expect, test } from 'vitest'
import type { PersonView } from '../../src/domain/person.ts'
import { isInReach, type Reach, reachesOf } from '../../src/domain/reach.ts'
import { resolveReach } from '../../src/domain/roster-words.ts'

const unit = (id: string, parentId: string | null, reach?: Reach | null) => ({
  id,
  parentId,
  ...(reach !== undefined && { reach }),
})

const person = (
  units: string[],
  posts: [string, PersonView['posts'][number]['role']][] = [],
  supervises: string[] = [],
) =>
  ({
    memberships: units.map((unitId) => ({
      unitId,
      category: 'party-member',
      exempt: false,
      workplace: null,
    })),
    posts: posts.map(([unitId, role]) => ({
      unitId,
      role,
      position: null,
      positionRank: null,
      keyLeader: false,
    })),
    supervises,
  }) as unknown as PersonView
describe('with whom the bot talks in a unit', () => {
  test.each<[string, Parameters<typeof reachesOf>[0], Record<string, Reach>]>([
    [
      'nobody said anything: secretaries',
      [unit('w', null), unit('a', 'w')],
      { w: 'secretary', a: 'secretary' },
    ],
    [
      'the nearest above that says it',
      [unit('w', null, 'members'), unit('a', 'w'), unit('b', 'a', 'secretary'), unit('c', 'b', null)],
      { w: 'members', a: 'members', b: 'secretary', c: 'secretary' },
    ],
    [
      'one cell opened by itself, its neighbour not',
      [unit('a', 'w', 'members'), unit('b', 'w'), unit('w', null)],
      { a: 'members', b: 'secretary', w: 'secretary' },
    ],
    ['a unit whose parent is not in the list', [unit('a', 'gone', 'members')], { a: 'members' }],
  ])('%s', (_, units, reaches) => {
    expect(Object.fromEntries(reachesOf(units))).toEqual(reaches)
  })

  test('a circle, which no import lets in, ends all the same', () => {
    expect(reachesOf([unit('a', 'b'), unit('b', 'a')]).get('a')).toBe('secretary')
  })
})

describe('whether the bot talks to somebody', () => {
  const reaches = new Map<string, Reach>([
    ['open', 'members'],
    ['closed', 'secretary'],
  ])

  test.each<[string, PersonView, boolean]>([
    ['a member where the bot talks to secretaries', person(['closed']), false],
    ['its secretary', person(['closed'], [['closed', 'secretary']]), true],
    ['its contact', person(['closed'], [['closed', 'contact']]), true],
    ['somebody who is a member of it by a post too', person(['closed'], [['closed', 'member']]), false],
    ['a member of two units, one of them open', person(['closed', 'open']), true],
    ['a leader of the committee above', person(['closed'], [['above', 'leader']]), true],
    ['whoever supervises a unit', person(['closed'], [], ['open']), true],
    ['a member where it talks to everybody', person(['open']), true],
  ])('%s: %s', (_, who, expected) => {
    expect(isInReach(who, reaches)).toBe(expected)
  })
})

test.each([
  ['bí thư', 'secretary'],
  ['BI THU', 'secretary'],
  ['secretary', 'secretary'],
  ['đảng viên', 'members'],
  ['mọi người', 'members'],
  ['members', 'members'],
  ['nửa', null],
])('a reach as typed: %s', (typed, reach) => {
  expect(resolveReach(typed)).toBe(reach)
})
