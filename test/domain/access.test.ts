import { describe, expect, test } from 'vitest'
import {
  ACTIONS,
  type AccessTarget,
  type Action,
  type ActorRole,
  decideAccess,
  RELATIONS,
  type Relation,
  unitsAllowing,
} from '../../src/domain/access.ts'
import type { PersonView, Role } from '../../src/domain/person.ts'

/**
 * One row per action, one word per role: who may do it about whom.
 * S self, U own unit, B branch below a post, V supervised unit, O another branch, T another tree.
 * Whoever supervises a unit has a leader's rights there, whatever the post: the V of a row is the same everywhere.
 */
const TABLE: Record<Action, Record<ActorRole, string>> = {
  //                        member              secretary            deputy            contact            leader            office            operator
  'see-own': row('S-----', 'S-----', 'S-----', 'S-----', 'S-----', 'S-----', '------'),
  'see-roster': row('------', '-U----', '-U----', '------', '------', '-UB---', 'SUBVOT'),
  'see-owing-names': row('------', '-U----', '-U----', '------', '------', '-UB---', 'SUBVOT'),
  'see-figures': row('-U-V--', '-UBV--', '-UBV--', '-U-V--', '-UBV--', '-UBV--', 'SUBVOT'),
  'take-table': row('---V--', '-UBV--', '-UBV--', '---V--', '-UBV--', '-UBV--', 'SUBVOT'),
  'see-work-phone': row('---V--', '-UBV--', '-UBV--', '---V--', '-UBV--', '-UBV--', '------'),
  'see-submission': row('S--V--', 'SUBV--', 'SUBV--', 'S--V--', 'SUBV--', 'SUBV--', '------'),
  'see-public-pledge': row('SU-V--', 'SUBV--', 'SUBV--', 'SU-V--', 'SUBV--', 'SUBV--', '------'),
  'see-report': row('---V--', '-UBV--', '-UBV--', '-U-V--', '-UBV--', '-UBV--', '------'),
  'see-report-absentees': row('------', '-U----', '-U----', '-U----', '------', '------', '------'),
  review: row('---V--', '-UBV--', '-UBV--', '---V--', '-UBV--', '-UBV--', '------'),
  'file-for-self': row('S-----', 'S-----', 'S-----', 'S-----', 'S-----', 'S-----', '------'),
  'file-for-person': row('------', '-U----', '-U----', '------', '------', '-UB---', '------'),
  'enter-paper': row('------', '------', '------', '------', '------', '-UB---', '------'),
  'state-totals': row('------', '-U----', '-U----', '------', '------', '-UB---', '------'),
  'file-for-unit': row('------', '-U----', '-U----', '------', '------', '-U----', '------'),
  'draft-for-unit': row('------', '-U----', '-U----', '-U----', '------', '-U----', '------'),
  'propose-roster-change': row('------', 'SU----', 'SU----', '------', '------', 'SUB---', '------'),
  'change-roster': row('------', '------', '------', '------', '------', 'SUB---', 'SUBVOT'),
  invite: row('------', '-U----', '-U----', '------', '------', '-UB---', 'SUBVOT'),
  'link-channel': row('S-----', 'S-----', 'S-----', 'S-----', 'S-----', 'S-----', '------'),
  'bind-group': row('------', '-U----', '------', '------', '------', '-UB---', '------'),
  'confirm-group': row('------', '-U----', '------', '------', '------', '-UB---', '------'),
  'unbind-account': row('S-----', 'SU----', 'SU----', 'S-----', 'S-----', 'SUB---', 'SUBVOT'),
  'withdraw-consent': row('S-----', 'S-----', 'S-----', 'S-----', 'S-----', 'S-----', '------'),
  'ask-about-data': row('S-----', 'S-----', 'S-----', 'S-----', 'S-----', 'S-----', '------'),
  'handle-data-case': row('------', '------', '------', '------', '------', '-UB---', 'SUBVOT'),
  import: row('------', '------', '------', '------', '------', '------', 'SUBVOT'),
  export: row('------', '------', '------', '------', '------', '-UB---', 'SUBVOT'),
  extend: row('------', '------', '------', '------', '------', '-UB---', 'SUBVOT'),
  'withdraw-assignment': row('------', '------', '------', '------', '------', '-UB---', 'SUBVOT'),
  'set-date': row('------', '------', '------', '------', '------', '-UB---', 'SUBVOT'),
  'change-round': row('------', '------', '------', '------', '------', '-UB---', 'SUBVOT'),
  'hold-topic': row('------', '------', '------', '------', '------', '-UB---', '------'),
  'correct-topic': row('------', '------', '------', '------', '------', '-UB---', '------'),
  publish: row('------', '------', '------', '------', '------', '------', 'SUBVOT'),
  'go-live': row('------', '------', '------', '------', '------', '------', 'SUBVOT'),
  'assign-bot': row('------', '------', '------', '------', '------', '------', 'SUBVOT'),
  'set-reach': row('------', '------', '------', '------', '------', '-UB---', 'SUBVOT'),
  'see-deliveries': row('------', '------', '------', '------', '------', '-UB---', 'SUBVOT'),
}

function row(...words: string[]): Record<ActorRole, string> {
  const [member, secretary, deputy, contact, leader, office, operator] = words as [
    string,
    string,
    string,
    string,
    string,
    string,
    string,
  ]
  return { member, secretary, deputy, contact, leader, office, operator }
}

const MARKS: Record<Relation, string> = {
  self: 'S',
  unit: 'U',
  branch: 'B',
  supervised: 'V',
  'other-branch': 'O',
  'other-tree': 'T',
}

/** An actor who stands in exactly one role and relation to the target. */
function standing(
  role: ActorRole,
  relation: Relation,
): { actor: PersonView | 'operator'; target: AccessTarget } {
  const target: AccessTarget = {
    treeId: 'tree',
    personId: 'someone',
    units: [{ unitId: 'cell', ancestors: ['committee', 'root'] }],
  }
  if (role === 'operator') return { actor: 'operator', target }
  const held = { self: 'cell', unit: 'cell', branch: 'root', supervised: 'elsewhere' }
  const unitId = relation in held ? held[relation as keyof typeof held] : 'elsewhere'
  const actor = person(role === 'member' ? { memberships: [unitId] } : { posts: [[unitId, role]] })
  if (relation === 'self') actor.id = 'someone'
  if (relation === 'supervised') actor.supervises = ['committee']
  if (relation === 'other-tree') actor.treeId = 'another'
  return { actor, target }
}

function person(held: {
  memberships?: string[]
  posts?: [string, Role][]
  supervises?: string[]
}): PersonView {
  return {
    id: 'actor',
    treeId: 'tree',
    code: 'M1',
    fullName: 'Nguyễn Văn Mẫu',
    givenName: 'Mẫu',
    language: 'vi',
    memberships: (held.memberships ?? []).map((unitId) => ({
      unitId,
      category: 'party-member',
      exempt: false,
      workplace: null,
    })),
    posts: (held.posts ?? []).map(([unitId, role]) => ({
      unitId,
      role,
      position: null,
      positionRank: null,
      keyLeader: false,
    })),
    supervises: held.supervises ?? [],
  }
}

describe('who may do what about whom', () => {
  test('every action of the product has a row', () => {
    expect(Object.keys(TABLE).sort()).toEqual([...ACTIONS].sort())
  })

  for (const action of ACTIONS) {
    test(`${action}: as the table says`, () => {
      const expected = TABLE[action]
      const found = Object.fromEntries(
        Object.keys(expected).map((role) => [
          role,
          RELATIONS.map((relation) => {
            const { actor, target } = standing(role as ActorRole, relation)
            return decideAccess(actor, action, target).allowed ? MARKS[relation] : '-'
          }).join(''),
        ]),
      )
      expect(found).toEqual(expected)
    })
  }
})

describe('a decision', () => {
  const target: AccessTarget = { treeId: 'tree', units: [{ unitId: 'cell', ancestors: ['root'] }] }

  test('allowed: names the role and the relation that allow it', () => {
    const actor = person({ memberships: ['cell'], posts: [['root', 'office']] })
    expect(decideAccess(actor, 'extend', target)).toEqual({
      allowed: true,
      role: 'office',
      relation: 'branch',
    })
  })

  test('a secretary asked about their own pledge: it is theirs, so they may see but never receive it', () => {
    const actor = person({ memberships: ['cell'], posts: [['cell', 'secretary']] })
    const own = { ...target, personId: actor.id }
    expect(decideAccess(actor, 'see-submission', own).allowed).toBe(true)
    expect(decideAccess(actor, 'review', own).allowed).toBe(false)
  })

  test('a person of two units: a right in either is enough', () => {
    const actor = person({ posts: [['school', 'secretary']] })
    const both = { ...target, units: [...target.units, { unitId: 'school', ancestors: ['root'] }] }
    expect(decideAccess(actor, 'see-roster', both).allowed).toBe(true)
  })

  test('the same unit ids in another tree: refused whatever the post', () => {
    const actor = { ...person({ posts: [['cell', 'office']] }), treeId: 'another' }
    expect(ACTIONS.filter((action) => decideAccess(actor, action, target).allowed)).toEqual([])
  })

  test('somebody without any unit: nothing is allowed about others', () => {
    expect(ACTIONS.filter((action) => decideAccess(person({}), action, target).allowed)).toEqual([])
  })

  test('units at hand: those where a post, a membership or a supervision allows it, each once', () => {
    const actor = person({
      memberships: ['cell', 'agency'],
      posts: [
        ['cell', 'secretary'],
        ['cell', 'contact'],
        ['committee', 'leader'],
      ],
      supervises: ['far'],
    })
    expect(unitsAllowing(actor, 'see-roster')).toEqual(['cell'])
    expect(unitsAllowing(actor, 'see-figures')).toEqual(['cell', 'committee', 'agency', 'far'])
    expect(unitsAllowing(actor, 'import')).toEqual([])
  })
})
