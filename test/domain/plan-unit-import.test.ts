import { describe, expect, test } from 'vitest'
import type { UnitView } from '../../src/domain/person.ts'
import { planUnitImport, type UnitImportOptions } from '../../src/domain/plan-unit-import.ts'
import { UNIT_COLUMNS } from '../../src/domain/roster-columns.ts'
import { rosterRows } from '../support/roster.ts'

const HEADER = 'unit_code|unit_name|unit_kind|parent_code'

/** Existing units, `tree/code` with the code of the parent; the tree has the code of its root. */
function existing(...units: [path: string, parent: string | null][]) {
  const views = units.map(([path, parent]): UnitView => {
    const [tree, code] = path.split('/') as [string, string]
    return {
      id: path,
      treeId: `tree-${tree}`,
      code,
      name: `Tên ${code}`,
      kind: 'cell',
      parentId: parent && `${tree}/${parent}`,
      zone: 'Asia/Ho_Chi_Minh',
    }
  })
  const trees = [...new Set(views.map((unit) => unit.treeId))].map((id) => ({ id, code: id.slice(5) }))
  return { trees, units: views }
}

const WARD = existing(['DU/DU', null], ['DU/CB1', 'DU'], ['DU/CB2', 'DU'])

function plan(text: string, there = existing(), options: UnitImportOptions = {}) {
  return planUnitImport(rosterRows(UNIT_COLUMNS, `${HEADER}\n${text}`), there, options)
}

const shown = (result: ReturnType<typeof plan>) =>
  result.changes.map((change) => `${change.before ? '~' : '+'} ${change.treeCode}/${change.code}`)
const reasons = (result: ReturnType<typeof plan>) =>
  result.problems.map(({ line, column, reason }) => `${line}:${column} ${reason}`)

describe('a units file', () => {
  test('nothing there yet: the root makes the tree, and parents come before children', () => {
    const result = plan('CB1|Chi bộ 1|cell|DU\nDU|Đảng ủy|committee|')
    expect(shown(result)).toEqual(['+ DU/DU', '+ DU/CB1'])
    expect(result.problems).toEqual([])
  })

  test('two roots: two trees, whose units may have the same codes in two files', () => {
    expect(shown(plan('A|A|committee|\nB|B|committee|\nCB1|1|cell|A'))).toEqual(['+ A/A', '+ B/B', '+ A/CB1'])
    expect(shown(plan('B|B|committee|\nCB1|1|cell|B', WARD))).toEqual(['+ B/B', '+ B/CB1'])
  })

  test('the same again: nothing changes', () => {
    const result = plan('DU|Tên DU|cell|\nCB1|Tên CB1|cell|DU', WARD)
    expect([shown(result), result.unchanged]).toEqual([[], 2])
  })

  test('another name, kind or parent: a change that shows both', () => {
    const result = plan('CB2|Tên mới|cell-school|CB1', WARD)
    expect(result.changes).toEqual([
      {
        treeCode: 'DU',
        code: 'CB2',
        unitId: 'DU/CB2',
        before: { name: 'Tên CB2', kind: 'cell', parentCode: 'DU', reach: null },
        after: { name: 'Tên mới', kind: 'cell-school', parentCode: 'CB1', reach: null },
      },
    ])
  })

  test('units below the root that the file leaves out: reported, not touched', () => {
    const result = plan('DU|Tên DU|cell|\nCB1|Tên CB1|cell|DU', WARD, { root: 'DU' })
    expect(result.vanished.map((unit) => unit.code)).toEqual(['CB2'])
    expect(shown(result)).toEqual([])
    expect(plan('CB1|Tên CB1|cell|DU', WARD, { root: 'CB1' }).vanished).toEqual([])
    expect(plan('CB1|Tên CB1|cell|DU', WARD).vanished).toEqual([])
  })

  test.each([
    ['no code', '|Chi bộ|cell|', ['2:1 empty']],
    ['no name and no kind', 'A|||', ['2:2 empty', '2:3 empty']],
    ['a kind nobody knows', 'A|A|câu lạc bộ|', ['2:3 unknown-kind']],
    ['a code twice', 'A|A|cell|\nA|B|cell|', ['3:1 unit-twice']],
    ['a parent nobody knows', 'A|A|cell|ZZ', ['2:4 unknown-parent']],
    ['a circle', 'A|A|cell|B\nB|B|cell|A', ['2:4 circle']],
    ['its own parent', 'A|A|cell|A', ['2:4 circle']],
    ['a semicolon in a code', 'A;B|A|cell|', ['2:1 bad-code']],
  ])('%s: reported where it is', (_, text, expected) => {
    expect(reasons(plan(text))).toEqual(expected)
  })

  test('a circle through units that the file leaves out: reported', () => {
    const deep = existing(['DU/DU', null], ['DU/A', 'DU'], ['DU/B', 'A'])
    expect(reasons(plan('A|A|cell|B', deep))).toEqual(['2:4 circle'])
  })

  test('a forgotten parent: not taken for a new tree', () => {
    expect(reasons(plan('CB1|Tên CB1|cell|', WARD))).toEqual(['2:4 root-stays-root'])
  })

  test('a root that gets a parent: refused', () => {
    const two = existing(['DU/DU', null], ['X/X', null])
    expect(reasons(plan('X|X|cell|\nDU|DU|cell|X', two))).toEqual(['3:4 root-stays-root'])
  })

  test('a parent of two trees: asks which, and is told by the tree', () => {
    const two = existing(['A/A', null], ['A/CB1', 'A'], ['B/B', null], ['B/CB1', 'B'])
    expect(reasons(plan('N|N|cell|CB1', two))).toEqual(['2:4 ambiguous-unit'])
    expect(shown(plan('N|N|cell|CB1', two, { tree: 'B' }))).toEqual(['+ B/N'])
  })

  test('a root nobody knows: reported', () => {
    expect(reasons(plan('CB1|Tên CB1|cell|DU', WARD, { root: 'ZZ' }))).toEqual(['1:1 unknown-root'])
  })
})

describe('the reach of a unit in a file', () => {
  const REACH = `${HEADER}|reach`
  const planned = (text: string, there = existing()) =>
    planUnitImport(rosterRows(UNIT_COLUMNS, `${REACH}\n${text}`), there)

  test('said, left open, or not understood', () => {
    const result = planned(
      'DU|Đảng ủy|committee||bí thư\nCB1|Chi bộ 1|cell|DU|đảng viên\nCB2|Chi bộ 2|cell|DU|',
    )
    expect(result.changes.map(({ after }) => after.reach)).toEqual(['secretary', 'members', null])
    expect(reasons(planned('DU|Đảng ủy|committee||nửa'))).toEqual(['2:5 unknown-reach'])
  })

  test('an empty cell, or no column, changes nothing that was said before', () => {
    const said = { ...WARD, units: WARD.units.map((unit) => ({ ...unit, reach: 'members' as const })) }
    expect(planned('CB1|Tên CB1|cell|DU|', said)).toMatchObject({ changes: [], unchanged: 1 })
    expect(plan('CB1|Tên CB1|cell|DU', said)).toMatchObject({ changes: [], unchanged: 1 })
    const [change] = planned('CB1|Tên CB1|cell|DU|bí thư', said).changes
    expect(change).toMatchObject({ before: { reach: 'members' }, after: { reach: 'secretary' } })
  })
})
