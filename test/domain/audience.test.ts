import { describe, expect, test } from 'vitest'
import {
  filingUnitOf,
  highestPostOf,
  isKeyLeader,
  isPersonInAudience,
  isUnitInAudience,
} from '../../src/domain/audience.ts'
import type { AudienceRule } from '../../src/domain/audience-rule.ts'
import { person, programmeOf, UNITS, worldOf } from './builders/programme-world.ts'

const world = worldOf(
  programmeOf([{}], {
    key_leaders: {
      any: [
        { marked_key_leader: true },
        {
          post: {
            roles: ['secretary'],
            unit_kinds: ['cell-*'],
            not_unit_kinds: ['cell-street', 'cell-village'],
          },
        },
        { post: { positions: ['head-of-school', 'committee-secretary'] } },
      ],
    },
  }),
)

/** 002: officials and workers of agencies and Party members, less the exempt, less members of street and village cells without a post. */
const LAI_CHAU: AudienceRule = {
  any: [
    { categories: ['civil-servant', 'worker'] },
    { categories: ['party-member', 'probationary'], not: { unit_kinds: ['cell-street', 'cell-village'] } },
    {
      categories: ['party-member', 'probationary'],
      post: { roles: ['secretary', 'deputy'], unit_kinds: ['cell-street', 'cell-village'] },
    },
  ],
}
const EXECUTIVE_COMMITTEE: AudienceRule = { post: { positions: ['executive-committee'], in_owner: true } }

describe('people of an audience', () => {
  const everyone = { everyone: true as const }
  const rows: [string, AudienceRule, AudienceRule | undefined, ReturnType<typeof person>, string][] = [
    ['002: a member of an agency cell', LAI_CHAU, everyone, person(['office']), 'owes'],
    [
      '002: a probationary member of a school cell',
      LAI_CHAU,
      everyone,
      person(['school:probationary']),
      'owes',
    ],
    ['002: a plain member of a street cell', LAI_CHAU, everyone, person(['street']), 'may-volunteer'],
    ['002: a plain member of a village cell', LAI_CHAU, undefined, person(['village']), 'no'],
    [
      '002: the secretary of a street cell',
      LAI_CHAU,
      everyone,
      person(['street'], ['secretary@street']),
      'owes',
    ],
    [
      '002: the deputy of a village cell',
      LAI_CHAU,
      everyone,
      person(['village'], ['deputy@village']),
      'owes',
    ],
    [
      '002: the contact of a street cell',
      LAI_CHAU,
      everyone,
      person(['street'], ['contact@street']),
      'may-volunteer',
    ],
    [
      '002: an exempt member of an agency cell',
      LAI_CHAU,
      undefined,
      person(['office:party-member:exempt']),
      'no',
    ],
    [
      '002: an exempt member of an agency cell may take it on',
      LAI_CHAU,
      everyone,
      person(['office:party-member:exempt']),
      'may-volunteer',
    ],
    [
      '002: a member of a street cell who is an official too',
      LAI_CHAU,
      everyone,
      person(['street', 'people-committee:civil-servant']),
      'owes',
    ],
    [
      '002: a worker without Party membership',
      LAI_CHAU,
      everyone,
      person(['people-committee:worker']),
      'owes',
    ],
    [
      '000: a member of the Executive Committee',
      EXECUTIVE_COMMITTEE,
      undefined,
      person(['office'], ['leader@committee:Ủy viên Ban Chấp hành Đảng bộ']),
      'owes',
    ],
    [
      '000: the same post written without diacritics beside another',
      EXECUTIVE_COMMITTEE,
      undefined,
      person(['office'], ['leader@committee:Chủ tịch Hội; uy vien ban chap hanh dang bo']),
      'owes',
    ],
    ['000: anybody else', EXECUTIVE_COMMITTEE, undefined, person(['office'], ['secretary@office']), 'no'],
    ['003: every category of an agency', { everyone: true }, undefined, person(['office:worker']), 'owes'],
    [
      'key leaders only: a head of school',
      { key_leader: true },
      undefined,
      person(['school'], ['leader@school:Hiệu trưởng']),
      'owes',
    ],
    ['key leaders only: a plain member', { key_leader: true }, undefined, person(['school']), 'no'],
    ['all but key leaders', { key_leader: false }, undefined, person(['school']), 'owes'],
    ['members of one named unit', { units: ['SCHOOL'] }, undefined, person(['school']), 'owes'],
    ['members of another unit', { units: ['SCHOOL'] }, undefined, person(['office']), 'no'],
    [
      'all of several rules',
      { all: [{ categories: ['party-member'] }, { not: { unit_kinds: ['cell-school'] } }] },
      undefined,
      person(['school']),
      'no',
    ],
    ['somebody who belongs nowhere (any more)', { everyone: true }, { everyone: true }, person([]), 'no'],
  ]

  test.each(rows)('%s', (_, audience, may_volunteer, who, answer) => {
    expect(isPersonInAudience({ audience, may_volunteer }, who, world)).toBe(answer)
  })

  test('a person with several posts files once, in the cell', () => {
    const who = person(
      ['people-committee:civil-servant', 'office'],
      ['secretary@office', 'deputy@people-committee'],
    )
    expect(filingUnitOf({ audience: LAI_CHAU }, who, world)?.id).toBe('office')
  })

  test('who owes it only as an official files in the agency', () => {
    const who = person(['street', 'people-committee:civil-servant'])
    expect(filingUnitOf({ audience: LAI_CHAU }, who, world)?.id).toBe('people-committee')
  })

  test('who volunteers files where they belong', () => {
    const offer = { audience: LAI_CHAU, may_volunteer: { everyone: true as const } }
    expect(filingUnitOf(offer, person(['street']), world)?.id).toBe('street')
  })
})

describe('key leaders and the highest post', () => {
  test('002: heads of cells, but not of street and village cells', () => {
    expect(isKeyLeader(person(['office'], ['secretary@office']), world)).toBe(true)
    expect(isKeyLeader(person(['street'], ['secretary@street']), world)).toBe(false)
    expect(
      isKeyLeader(person(['street'], ['secretary@street', 'leader@school:Hiệu trưởng nhà trường']), world),
    ).toBe(true)
    expect(isKeyLeader(person(['village'], ['member@village'], { keyLeader: true }), world)).toBe(true)
  })

  test('the programme ranks posts, whatever order the roster has them in', () => {
    const posts = ['leader@school:Hiệu trưởng', 'secretary@committee', 'secretary@school']
    for (const order of [posts, [...posts].reverse()])
      expect(highestPostOf(person(['school'], order), world)).toMatchObject({ unitId: 'committee' })
    expect(highestPostOf(person(['school'], ['secretary@school', posts[0]!]), world)?.position).toBe(
      'Hiệu trưởng',
    )
  })

  test('posts that the programme does not rank go by the number of the roster, then by role', () => {
    const who = person(['street'], ['deputy@street', 'secretary@village'])
    expect(highestPostOf(who, world)?.role).toBe('secretary')
    who.posts[0]!.positionRank = 2
    expect(highestPostOf(who, world)?.role).toBe('deputy')
    expect(highestPostOf(person(['street']), world)).toBeNull()
  })
})

const owing = (audience: AudienceRule) =>
  UNITS.filter((unit) => isUnitInAudience({ audience }, unit, world) === 'owes').map((unit) => unit.id)

describe('units of an audience', () => {
  test.each<[string, AudienceRule, string[]]>([
    ['every cell', { unit_kinds: ['cell-*'] }, ['street', 'village', 'office', 'school']],
    [
      '002: street and village cells write no plan of their own',
      { unit_kinds: ['cell-*'], not: { unit_kinds: ['cell-street', 'cell-village'] } },
      ['office', 'school'],
    ],
    ['the office itself', { owner: true }, ['committee']],
    [
      'cells and agencies',
      { any: [{ unit_kinds: ['cell-agency'] }, { unit_kinds: ['agency'] }] },
      ['office', 'people-committee'],
    ],
    ['named ones', { units: ['VILLAGE'] }, ['village']],
  ])('%s', (_, audience, units) => {
    expect(owing(audience)).toEqual(units)
  })
})
