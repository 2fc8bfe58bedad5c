import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { UnitView } from '../../src/domain/person.ts'
import { type PlacedPerson, planUnitChange, type UnitChange } from '../../src/domain/plan-unit-change.ts'

const unit = (code: string, parent: string | null, kind = 'cell-village'): UnitView => ({
  id: `id-${code}`,
  treeId: 'tree',
  code,
  name: `Chi bộ ${code}`,
  kind,
  parentId: parent && `id-${parent}`,
  zone: 'Asia/Ho_Chi_Minh',
})
const UNITS = [
  unit('XA', null, 'committee-commune'),
  unit('K', 'XA', 'committee-grassroots'),
  unit('A', 'K'),
  unit('B', 'K'),
  unit('C', 'XA'),
]
const person = (code: string, of: string, role?: 'secretary' | 'deputy' | 'leader'): PlacedPerson => ({
  id: `p-${code}`,
  code,
  memberships: [{ unitId: `id-${of}`, category: 'party-member', exempt: false, workplace: null }],
  posts: role ? [{ unitId: `id-${of}`, role, position: 'Bí thư', positionRank: 1, keyLeader: true }] : [],
  supervises: [],
})
const PEOPLE = [
  person('a1', 'A', 'secretary'),
  person('a2', 'A'),
  person('b1', 'B', 'secretary'),
  person('b2', 'B', 'deputy'),
  person('c1', 'C', 'secretary'),
  { ...person('x1', 'XA', 'leader'), supervises: ['id-A', 'id-B'] },
]
const plan = (change: UnitChange) => planUnitChange(change, UNITS, PEOPLE, 'id-new')
const problemsOf = (change: UnitChange) => plan(change).problems.map(({ reason, value }) => [reason, value])

describe('a merge', () => {
  test('into a new unit: everybody and what stood above comes along, one is secretary', () => {
    const merged = plan({ kind: 'merge', units: ['A', 'B'], into: 'AB', name: 'Chi bộ AB', secretary: 'b1' })
    expect(merged.saves).toEqual([
      { id: 'id-new', isNew: true, code: 'AB', name: 'Chi bộ AB', kind: 'cell-village', parentId: 'id-K' },
    ])
    expect(merged.closes).toEqual([
      { id: 'id-A', into: 'id-new' },
      { id: 'id-B', into: 'id-new' },
    ])
    const after = new Map(merged.people.map((each) => [each.id, each.after]))
    expect([...after.keys()]).toEqual(['p-a1', 'p-a2', 'p-b1', 'p-b2', 'p-x1'])
    const roles = (id: string) => after.get(id)!.posts.map(({ unitId, role }) => `${role} ${unitId}`)
    expect(['p-a1', 'p-b1', 'p-b2'].map(roles)).toEqual([
      ['deputy id-new'],
      ['secretary id-new'],
      ['deputy id-new'],
    ])
    expect(after.get('p-x1')!.supervises).toEqual(['id-new'])
  })

  test('into one that is there: its secretary stays, and children move up', () => {
    const merged = plan({ kind: 'merge', units: ['K'], into: 'C' })
    expect(merged.saves.map(({ code, parentId }) => [code, parentId])).toEqual([
      ['A', 'id-C'],
      ['B', 'id-C'],
    ])
    expect(merged.people).toEqual([])
  })

  test.each<[string, UnitChange, string[]]>([
    ['no name', { kind: 'merge', units: ['A', 'B'], into: 'AB' }, ['name-missing', 'AB']],
    [
      'two secretaries',
      { kind: 'merge', units: ['A', 'B'], into: 'AB', name: 'x' },
      ['several-secretaries', 'a1, b1'],
    ],
    ['the root', { kind: 'merge', units: ['XA'], into: 'C' }, ['root', 'XA']],
    ['itself alone', { kind: 'merge', units: ['A'], into: 'A' }, ['too-few', 'A']],
    ['its own child', { kind: 'merge', units: ['K'], into: 'A' }, ['circle', 'A']],
    ['nothing known', { kind: 'merge', units: ['Z', 'A'], into: 'B' }, ['unknown-unit', 'Z']],
  ])('refuses %s', (_, change, problem) => {
    expect(problemsOf(change)).toContainEqual(problem)
    expect(plan(change).saves).toEqual([])
  })
})

describe('split, rename and move', () => {
  test('a split takes those named and no post that led the old unit', () => {
    const split = plan({
      kind: 'split',
      unit: 'A',
      into: 'A2',
      name: 'Chi bộ A2',
      members: ['a1', 'a2'],
      secretary: 'a2',
    })
    expect(split.people.map(({ after }) => after.posts.map(({ role, unitId }) => [role, unitId]))).toEqual([
      [],
      [['secretary', 'id-new']],
    ])
    expect(split.closes).toEqual([])
  })

  test.each<[string, UnitChange, string[]]>([
    [
      'somebody else',
      { kind: 'split', unit: 'A', into: 'N', name: 'n', members: ['b1'] },
      ['not-a-member', 'b1'],
    ],
    ['nobody', { kind: 'split', unit: 'A', into: 'N', name: 'n', members: [] }, ['too-few', 'N']],
    [
      'a code that is there',
      { kind: 'split', unit: 'A', into: 'B', name: 'n', members: ['a1'] },
      ['exists', 'B'],
    ],
    ['under its own child', { kind: 'move', unit: 'K', under: 'A' }, ['circle', 'A']],
    ['where it is', { kind: 'move', unit: 'A', under: 'K' }, ['nothing-changes', 'A']],
    ['the root', { kind: 'move', unit: 'XA', under: 'K' }, ['root', 'XA']],
    ['the same name', { kind: 'rename', unit: 'A', name: 'Chi bộ A' }, ['nothing-changes', 'A']],
  ])('refuses %s', (_, change, problem) => {
    expect(problemsOf(change)).toContainEqual(problem)
  })
})

test('whatever is merged: nobody is lost, nothing points at a unit that ends, at most one secretary', () => {
  const codes = fc.uniqueArray(fc.constantFrom('XA', 'K', 'A', 'B', 'C'), { minLength: 1, maxLength: 4 })
  const into = fc.constantFrom('A', 'B', 'C', 'K', 'NEW')
  fc.assert(
    fc.property(codes, into, fc.option(fc.constantFrom('a1', 'b2', 'c1')), (units, target, secretary) => {
      const change = { kind: 'merge' as const, units, into: target, name: 'Chi bộ mới' }
      const merged = plan({ ...change, ...(secretary && { secretary }) })
      if (merged.problems.length > 0) {
        expect(merged.people).toEqual([])
        return
      }
      const gone = new Set(merged.closes.map(({ id }) => id))
      const after = PEOPLE.map((each) => merged.people.find(({ id }) => id === each.id)?.after ?? each)
      const placed = after.flatMap(({ memberships, posts, supervises }) => [
        ...[...memberships, ...posts].map(({ unitId }) => unitId),
        ...supervises,
      ])
      expect(placed.filter((unitId) => gone.has(unitId))).toEqual([])
      expect(after.every(({ memberships }) => memberships.length === 1)).toBe(true)
      const parents = new Map(UNITS.map((each) => [each.id, each.parentId]))
      for (const { id, parentId } of merged.saves) parents.set(id, parentId)
      for (const id of gone) parents.delete(id)
      expect([...parents.values()].filter((parentId) => parentId && !parents.has(parentId))).toEqual([])
      const targetId = UNITS.find(({ code }) => code === target)?.id ?? 'id-new'
      const heads = after.flatMap(({ posts }) =>
        posts.filter(({ role, unitId }) => role === 'secretary' && unitId === targetId),
      )
      expect(heads.length).toBeLessThanOrEqual(1)
    }),
    { numRuns: 300 },
  )
})
