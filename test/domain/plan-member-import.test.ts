import { describe, expect, test } from 'vitest'
import {
  type ExistingRoster,
  type MemberImportOptions,
  planMemberImport,
  type RosterPerson,
} from '../../src/domain/plan-member-import.ts'
import { givenNameOf, type Role, type UnitView } from '../../src/domain/person.ts'
import { MEMBER_COLUMNS } from '../../src/domain/roster-columns.ts'
import { rosterRows } from '../support/roster.ts'

function unit(path: string, parent: string | null): UnitView {
  const [tree, code] = path.split('/') as [string, string]
  const parentId = parent && `${tree}/${parent}`
  return { id: path, treeId: tree, code, name: code, kind: 'cell', parentId, zone: 'Asia/Ho_Chi_Minh' }
}

function person(
  code: string,
  held: { in?: string[]; posts?: [string, Role, string?][]; supervises?: string[]; exempt?: boolean },
): RosterPerson {
  const fullName = `Người Mẫu ${code}`
  return {
    id: `person-${code}`,
    treeId: 'DU',
    code,
    fullName,
    givenName: givenNameOf(fullName),
    language: 'vi',
    phone: null,
    memberships: (held.in ?? []).map((unitId) => ({
      unitId: `DU/${unitId}`,
      category: 'party-member',
      exempt: held.exempt ?? false,
      workplace: null,
    })),
    posts: (held.posts ?? []).map(([unitId, role, position]) => ({
      unitId: `DU/${unitId}`,
      role,
      position: position ?? null,
      positionRank: null,
      keyLeader: false,
    })),
    supervises: (held.supervises ?? []).map((unitId) => `DU/${unitId}`),
  }
}

const UNITS = [unit('DU/DU', null), unit('DU/CB1', 'DU'), unit('DU/CB2', 'DU'), unit('DU/TRUONG', 'DU')]

function roster(people: RosterPerson[] = [], units: UnitView[] = UNITS): ExistingRoster {
  const trees = [...new Set(units.map((each) => each.treeId))].map((id) => ({ id, code: id }))
  return { trees, units, people }
}

/** Columns written short: code|name|unit|role|position|key leader|exempt|supervises. */
const HEADER = 'member_code|full_name|unit_code|role|position|key_leader|exempt|supervises'

function plan(text: string, there = roster(), options: MemberImportOptions = {}, header = HEADER) {
  return planMemberImport(rosterRows(MEMBER_COLUMNS, `${header}\n${text}`), there, options)
}

const reasons = (result: ReturnType<typeof plan>) =>
  result.problems.map(({ line, column, reason }) => `${line}:${column} ${reason}`)
const state = (result: ReturnType<typeof plan>, code: string) => {
  const after = result.changes.find((change) => change.code === code)?.after
  return (
    after && {
      in: after.memberships.map(({ unitId, exempt }) => (exempt ? `${unitId} exempt` : unitId)),
      posts: after.posts.map(({ unitId, role, position }) =>
        [unitId, role, position].filter(Boolean).join(' '),
      ),
      supervises: after.supervises,
    }
  )
}

describe('a members file', () => {
  test('newcomers: memberships, posts and supervisions as the rows say', () => {
    const result = plan(
      `
M1|Người Mẫu M1|CB1|Bí thư|Trưởng thôn|x||
M2|Người Mẫu M2|CB1||||x|
M3|Người Mẫu M3|DU|lãnh đạo|Ủy viên|||CB1; CB2
M3|Người Mẫu M3|CB2|bí thư; văn phòng||||`.trim(),
    )
    expect(reasons(result)).toEqual([])
    expect(state(result, 'M1')).toEqual({
      in: ['DU/CB1'],
      posts: ['DU/CB1 secretary Trưởng thôn'],
      supervises: [],
    })
    expect(state(result, 'M2')).toEqual({ in: ['DU/CB1 exempt'], posts: [], supervises: [] })
    expect(state(result, 'M3')).toEqual({
      in: ['DU/DU', 'DU/CB2'],
      posts: ['DU/DU leader Ủy viên', 'DU/CB2 secretary', 'DU/CB2 office'],
      supervises: ['DU/CB1', 'DU/CB2'],
    })
  })

  test('the same again: nothing changes', () => {
    const there = roster([person('M1', { in: ['CB1'], posts: [['CB1', 'secretary']] })])
    const result = plan('M1|Người Mẫu M1|CB1|bí thư||||', there)
    expect([result.changes, result.unchanged]).toEqual([[], 1])
  })

  test('a row that moved to another unit of the file: a transfer', () => {
    const there = roster([
      person('M1', { in: ['CB1'], posts: [['CB1', 'secretary']] }),
      person('M2', { in: ['CB1'] }),
    ])
    const result = plan('M1|Người Mẫu M1|CB2|||||\nM2|Người Mẫu M2|CB1|||||', there)
    expect(state(result, 'M1')).toEqual({ in: ['DU/CB2'], posts: [], supervises: [] })
    expect(state(result, 'M2')).toBeUndefined()
  })

  test('a file of one unit: what its people are elsewhere stays, and is said', () => {
    const there = roster([person('M1', { in: ['CB1', 'TRUONG'], posts: [['TRUONG', 'secretary']] })])
    const result = plan('M1|Người Mẫu M1|CB1|đầu mối||||', there)
    expect(state(result, 'M1')).toEqual({
      in: ['DU/TRUONG', 'DU/CB1'],
      posts: ['DU/TRUONG secretary', 'DU/CB1 contact'],
      supervises: [],
    })
    expect(result.staying).toEqual([{ code: 'M1', unitIds: ['DU/TRUONG'] }])
  })

  test('a file for a whole branch: a unit it no longer names is left, and who is missing is reported', () => {
    const there = roster([person('M1', { in: ['CB1', 'TRUONG'] }), person('M2', { in: ['CB2'] })])
    const result = plan('M1|Người Mẫu M1|CB1|||||', there, { root: 'DU' })
    expect(state(result, 'M1')?.in).toEqual(['DU/CB1'])
    expect(result.vanished.map((each) => each.code)).toEqual(['M2'])
    expect(state(result, 'M2')).toBeUndefined()
  })

  test('a role that says left: the membership and its posts end', () => {
    const there = roster([person('M1', { in: ['CB1'], posts: [['CB1', 'deputy']] })])
    const result = plan('M1|Người Mẫu M1|CB1|đã chuyển đi||||', there)
    expect(state(result, 'M1')).toEqual({ in: [], posts: [], supervises: [] })
    expect(reasons(plan('M9|Người Mẫu M9|CB1|left||||', there))).toEqual(['2:1 unknown-member'])
  })

  test('columns that the file does not have: what was there stays', () => {
    const there = roster([
      person('M1', {
        in: ['CB1'],
        posts: [['CB1', 'leader', 'Trưởng trạm']],
        supervises: ['CB2'],
        exempt: true,
      }),
    ])
    const header = 'member_code|full_name|unit_code'
    expect(plan('M1|Người Mẫu M1|CB1', there, {}, header).unchanged).toBe(1)
    const withPhone = plan('M1|Người Mẫu M1|CB1|0900 000 001', there, {}, `${header}|phone`)
    expect(withPhone.changes[0]?.after.phone).toBe('0900 000 001')
  })

  test('supervisions: a list replaces them, a whole file without any ends them', () => {
    const there = roster([person('M1', { in: ['DU'], posts: [['DU', 'leader']], supervises: ['CB1'] })])
    const supervises = (text: string) => state(plan(text, there, { root: 'DU' }), 'M1')?.supervises
    expect(supervises('M1|Người Mẫu M1|DU|leader||||CB2')).toEqual(['DU/CB2'])
    expect(supervises('M1|Người Mẫu M1|DU|leader||||')).toEqual([])
  })

  test.each([
    ['no code, no name, no unit', '|||||||', '2:1 empty'],
    ['a unit nobody knows', 'M1|A|ZZ|||||', '2:3 unknown-unit'],
    ['a role nobody knows', 'M1|A|CB1|giám đốc||||', '2:4 unknown-role'],
    ['left together with a role', 'M1|A|CB1|bí thư; left||||', '2:4 unknown-role'],
    ['neither yes nor no', 'M1|A|CB1|||maybe||', '2:6 not-yes-or-no'],
    ['exempt, but how', 'M1|A|CB1||||đôi khi|', '2:7 not-yes-or-no'],
    ['a supervised unit nobody knows', 'M1|A|CB1|leader||||CB2;ZZ', '2:8 unknown-unit'],
    ['supervising without a post', 'M1|A|CB1|||||CB2', '2:8 supervises-without-post'],
    ['a member twice in one unit', 'M1|A|CB1|||||\nM1|A|CB1|||||', '3:3 member-twice'],
    ['one code with two names', 'M1|A|CB1|||||\nM1|B|CB2|||||', '3:2 other-name'],
    ['two secretaries of one unit', 'M1|A|CB1|bí thư||||\nM2|B|CB1|bí thư||||', '3:4 two-secretaries'],
  ])('%s: reported where it is', (_, text, expected) => {
    const rows = text === '|||||||' ? '||||x|||' : text
    expect(reasons(plan(rows))).toContain(expected)
  })

  test('a row with several bad cells: each is named, in the order of the file', () => {
    expect(reasons(plan('|A|ZZ|giám đốc||maybe||'))).toEqual([
      '2:1 empty',
      '2:3 unknown-unit',
      '2:4 unknown-role',
      '2:6 not-yes-or-no',
    ])
  })

  test('optional columns with nonsense: reported', () => {
    const header = 'member_code|full_name|unit_code|category|position_rank|phone'
    expect(reasons(plan('M1|A|CB1|khách mời|cao|gọi sau', roster(), {}, header))).toEqual([
      '2:4 unknown-category',
      '2:5 not-a-number',
      '2:6 bad-phone',
    ])
  })
})

describe('several trees', () => {
  const two = roster([], [...UNITS, unit('X/X', null), unit('X/CB1', 'X'), unit('X/CB9', 'X')])

  test('unit codes of one tree alone: found by them', () => {
    const result = plan('M1|A|CB1|||||\nM2|B|CB9|||||', two)
    expect(result.changes.map((change) => change.treeId)).toEqual(['X', 'X'])
  })

  test('a unit code of both trees: asks which, and is told by the tree', () => {
    expect(reasons(plan('M1|A|CB1|||||', two))).toEqual(['2:3 ambiguous-unit'])
    expect(plan('M1|A|CB1|||||', two, { tree: 'DU' }).changes[0]?.treeId).toBe('DU')
  })
})

describe('status and absence', () => {
  const today = '2026-03-02'
  const existing = { trees: [{ id: 'DU', code: 'DU' }], units: [unit('DU/DU', null), unit('DU/CB1', 'DU')] }
  const plan = (text: string, people: RosterPerson[] = []) =>
    planMemberImport(rosterRows(MEMBER_COLUMNS, text), { ...existing, people }, { today })

  test.each([
    ['chính thức', { category: 'party-member', exempt: false }],
    ['Dự bị', { category: 'probationary', exempt: false }],
    ['mien sinh hoat', { category: 'party-member', exempt: true }],
    ['', { category: 'party-member', exempt: false }],
  ])('Trạng thái "%s"', (status, membership) => {
    const { changes, problems } = plan(`Mã|Họ và tên|Mã chi bộ|Trạng thái\nM1|Mẫu Thị Lan|CB1|${status}`)
    expect(problems).toEqual([])
    expect(changes[0]?.after.memberships).toMatchObject([membership])
  })

  test('Vắng đến: a day to come is kept, one that has passed or an empty cell ends it', () => {
    const header = 'member_code|full_name|unit_code|status|Vắng đến ngày\n'
    const away = plan(`${header}M1|Mẫu Thị Lan|CB1|đi vắng|30/6/2026\nM2|Mẫu Thị Hoa|CB1||2026-01-31`)
    expect(away.changes.map(({ after }) => after.awayUntil)).toEqual(['2026-06-30', undefined])
    const there = { ...person('M1', { in: ['CB1'] }), awayUntil: '2026-06-30' }
    const back = plan(`${header}M1|Người Mẫu M1|CB1|chính thức|`, [there])
    expect(back.changes.map(({ after }) => after.awayUntil)).toEqual([undefined])
    const same = plan(`${header}M1|Người Mẫu M1|CB1|đi vắng|30/6/2026`, [there])
    expect(same).toMatchObject({ changes: [], unchanged: 1 })
  })

  test('a post that somebody only stands in for is not the file’s business', () => {
    const acting = person('M1', { in: ['CB1'], posts: [['CB1', 'secretary']] })
    acting.posts[0]!.actingUntil = '2026-04-30'
    const { changes } = plan('member_code|full_name|unit_code|role\nM1|Người Mẫu M1|CB1|', [acting])
    expect(changes).toEqual([])
  })

  test('đã rời ends the membership; words that cannot be used are named', () => {
    const gone = plan('member_code|full_name|unit_code|status\nM1|Người Mẫu M1|CB1|đã rời', [
      person('M1', { in: ['CB1'] }),
    ])
    expect(gone.changes[0]?.after.memberships).toEqual([])
    const header = 'member_code|full_name|unit_code|status|away_until\n'
    const bad = plan(
      `${header}M1|Mẫu Thị Lan|CB1|nghỉ phép|\nM2|Mẫu Thị Hoa|CB1|vắng|\nM3|Mẫu Thị Mai|CB1||31/2/2026`,
    )
    expect(bad.problems.map(({ line, column, reason }) => [line, column, reason])).toEqual([
      [2, 4, 'unknown-status'],
      [3, 4, 'away-without-day'],
      [4, 5, 'bad-day'],
    ])
  })
})
