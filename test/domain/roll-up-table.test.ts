import { describe, expect, test } from 'vitest'
import type { RollUpFacts } from '../../src/domain/roll-up.ts'
import { planTables } from '../../src/domain/roll-up-table.ts'
import type { SessionReport, TableWorld } from '../../src/domain/table-world.ts'
import { loadTranslator } from '../../src/i18n.ts'

const translator = loadTranslator()
const t = (key: string, values?: Record<string, string | number>) => translator.t('vi', key, values)

const unit = (id: string, name: string) => ({
  id,
  treeId: 'tree',
  code: id,
  name,
  kind: 'cell-village',
  parentId: null,
  zone: 'Asia/Ho_Chi_Minh',
})
const session = { obligationId: 's', kind: 'session-report', title: 'Báo cáo quý', subject: 'units' } as const
const q1 = { ...session, period: '2026-Q1', dueOn: '2026-03-09', day: '2026-03-09' }
const pledge = {
  obligationId: 'p',
  kind: 'pledge',
  title: 'Bản đăng ký',
  subject: 'people',
  period: 'once',
} as const
const facts: RollUpFacts = {
  rounds: [
    { ...q1, unitId: 'a', total: 1, done: 1, doneLate: 0, filed: 1 },
    { ...q1, unitId: 'b', total: 1, done: 1, doneLate: 1, filed: 1 },
    { ...q1, unitId: 'c', total: 1, done: 0, doneLate: 0, filed: 0 },
    {
      ...pledge,
      unitId: 'a',
      dueOn: '2026-03-31',
      day: '2026-03-31',
      total: 12,
      done: 9,
      doneLate: 0,
      filed: 9,
    },
  ],
  measures: [
    {
      unitId: 'a',
      kind: 'session-report',
      subject: 'units',
      day: '2026-03-09',
      name: 'members_present',
      label: '',
      source: 'each',
      value: 23,
    },
    {
      unitId: 'a',
      kind: 'session-report',
      subject: 'units',
      day: '2026-03-09',
      name: 'members_due',
      label: '',
      source: 'each',
      value: 25,
    },
    {
      unitId: 'a',
      kind: 'session-report',
      subject: 'units',
      day: '2025-12-09',
      name: 'members_present',
      label: '',
      source: 'each',
      value: 20,
    },
    {
      unitId: 'a',
      kind: 'session-report',
      subject: 'units',
      day: '2025-12-09',
      name: 'members_due',
      label: '',
      source: 'each',
      value: 25,
    },
    {
      unitId: 'a',
      kind: 'session-report',
      subject: 'units',
      day: '2026-03-09',
      name: 'speakers',
      label: '',
      source: 'each',
      value: 8,
    },
  ],
  deeds: [
    { unitId: 'a', subject: 'people', day: '2026-03-31', status: 'done', count: 4 },
    { unitId: 'a', subject: 'people', day: '2026-03-31', status: 'not-done', count: 1 },
    { unitId: 'a', subject: 'people', day: '2026-03-31', status: 'doing', count: 7 },
  ],
}
const report: SessionReport = {
  unitId: 'a',
  period: '2026-Q1',
  day: '2026-03-09',
  late: false,
  figures: { members_present: 23, members_due: 25, speakers: 8, score: 92 },
  heldOn: '2026-03-05',
  handbookOn: '2026-03-06',
  grade: 'Tốt',
  proposals: 'Sửa nhà văn hóa',
}
const world: TableWorld = {
  facts,
  reports: [
    report,
    {
      ...report,
      unitId: 'b',
      late: true,
      figures: {},
      heldOn: null,
      handbookOn: null,
      grade: null,
      proposals: null,
    },
  ],
  units: [
    unit('a', 'Chi bộ Một'),
    unit('b', 'Chi bộ Hai'),
    unit('c', 'Chi bộ Ba'),
    unit('office', 'Văn phòng'),
  ],
  members: new Map([
    ['a', 25],
    ['b', 10],
    ['c', 8],
    ['office', 3],
  ]),
  year: 2026,
  quarter: 1,
  topic: 'Nêu gương',
}
const [quarter, half, tasks, trend, scores] = planTables(world, t)

describe('the tables of a quarter', () => {
  test('one row per unit that owes a session, in the twelve columns, in the order of the list', () => {
    expect(quarter!.columns.map(({ head }) => head)).toEqual([
      'Chi bộ',
      'Đã tổ chức (ngày)',
      'Chuyên đề',
      'Dự/tổng',
      '%',
      'Phát biểu',
      'Điểm, loại',
      'Đăng ký x/y',
      'Việc xong/chậm',
      'Báo cáo',
      'Sổ tay điện tử (ngày)',
      'Kiến nghị',
    ])
    expect(quarter!.rows).toEqual([
      [
        'Chi bộ Một',
        '05/3/2026',
        'Nêu gương',
        '23/25',
        92,
        8,
        '92, Tốt',
        '9/12',
        '4/1',
        'đúng hạn',
        '06/3/2026',
        'Sửa nhà văn hóa',
      ],
      ['Chi bộ Hai', null, 'Nêu gương', null, null, null, null, null, null, 'trễ', null, null],
      ['Chi bộ Ba', null, 'Nêu gương', null, null, null, null, null, null, 'chưa', null, null],
    ])
    expect(quarter!.total!.slice(0, 5)).toEqual(['Cộng', '2/3', null, '23/25', 92])
  })

  test('half-year: members, attendances, both sessions', () => {
    expect(half!.rows[0]).toEqual(['Chi bộ Một', 25, '23/25', 92, 34.8, null, '05/3/2026', null, null, null])
    expect(half!.rows[1]).toEqual(['Chi bộ Hai', 10, null, null, null, null, 'có', null, null, null])
  })

  test('scores: a row for each session that tells one, in ten columns; the grade is the one that was given', () => {
    expect(scores!.columns.map(({ head }) => head)).toEqual([
      'STT',
      'Tên đơn vị',
      'Số lượng đảng viên',
      'Ngày họp chi bộ',
      'KQ số điểm',
      'Tốt',
      'Khá',
      'Trung bình',
      'Kém',
      'Ghi chú',
    ])
    expect(scores!.rows).toEqual([[1, 'Chi bộ Một', 25, '05/3/2026', 92, 'x', null, null, null, null]])
    expect(scores!.total).toEqual([null, 'Cộng', null, null, null, 1, 0, 0, 0, null])
    const unscored = { ...world, reports: [{ ...report, grade: null, figures: {} }] }
    expect(planTables(unscored, t)).toHaveLength(4)
  })

  test('task by task: owed, done, late, open', () => {
    expect(tasks!.rows).toContainEqual([
      'Chi bộ Một',
      'Bản đăng ký',
      null,
      '31/3/2026',
      'từng người',
      12,
      9,
      0,
      3,
      75,
      'từng người',
    ])
    expect(tasks!.rows).toContainEqual([
      'Chi bộ Hai',
      'Báo cáo quý',
      '2026-Q1',
      '09/3/2026',
      'đơn vị',
      1,
      1,
      1,
      0,
      100,
      null,
    ])
  })

  test('taking part over four quarters, units without any figure left out', () => {
    expect(trend!.columns.map(({ head }) => head)).toEqual([
      'Đơn vị',
      'II/2025',
      'III/2025',
      'IV/2025',
      'I/2026',
    ])
    expect(trend!.rows).toEqual([['Chi bộ Một', null, null, 80, 92]])
  })
})
