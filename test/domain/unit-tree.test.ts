import { expect, test } from 'vitest'
import type { PersonView, Role, UnitView } from '../../src/domain/person.ts'
import { branchOf, digestScope } from '../../src/domain/unit-tree.ts'

function unit(id: string, parentId: string | null): UnitView {
  return { id, treeId: 't', code: id, name: id, kind: 'cell', parentId, zone: 'Asia/Ho_Chi_Minh' }
}

// Children stand before their parents on purpose.
const UNITS = [
  unit('cell-2', 'ward'),
  unit('cell-1', 'ward'),
  unit('ward', 'city'),
  unit('city', null),
  unit('other', 'city'),
]

function person(posts: [Role, string][], supervises: string[] = []): PersonView {
  return {
    id: 'p',
    treeId: 't',
    code: 'p',
    fullName: 'Người Mẫu',
    givenName: 'Mẫu',
    language: 'vi',
    memberships: [],
    posts: posts.map(([role, unitId]) => ({
      unitId,
      role,
      position: null,
      positionRank: null,
      keyLeader: false,
    })),
    supervises,
  }
}

test('a branch is a unit and all that is below it', () => {
  expect(branchOf('ward', UNITS)).toEqual(['cell-2', 'cell-1', 'ward'])
  expect(branchOf('cell-1', UNITS)).toEqual(['cell-1'])
})

test.each([
  { who: 'a secretary of a cell', posts: [['secretary', 'cell-1']], supervises: [], scope: ['cell-1'] },
  {
    who: 'the office of the ward',
    posts: [['office', 'ward']],
    supervises: [],
    scope: ['cell-2', 'cell-1', 'ward'],
  },
  {
    who: 'a leader who supervises another unit',
    posts: [['leader', 'cell-1']],
    supervises: ['other'],
    scope: ['cell-1', 'other'],
  },
  { who: 'a member', posts: [['member', 'cell-1']], supervises: [], scope: [] },
  { who: 'a deputy', posts: [['deputy', 'cell-1']], supervises: [], scope: [] },
] as { who: string; posts: [Role, string][]; supervises: string[]; scope: string[] }[])(
  'the weekly figures of $who cover $scope',
  ({ posts, supervises, scope }) => {
    expect(digestScope(person(posts, supervises), UNITS)).toEqual(scope)
  },
)
