import { describe, expect, test } from 'vitest'
import { describeRollUp } from '../../src/domain/describe-roll-up.ts'
import { planRollUp } from '../../src/domain/plan-roll-up.ts'
import type { MeasureFact, RollUpFacts, RoundFact } from '../../src/domain/roll-up.ts'
import { readRollUpPeriod } from '../../src/domain/roll-up-span.ts'
import { loadTranslator } from '../../src/i18n.ts'

const translator = loadTranslator()
const t = (key: string, values?: Record<string, string | number>) => translator.t('vi', key, values)
const TODAY = '2026-03-20'
const Q1 = { from: '2026-01-01', to: '2026-03-31' }
const KINDS = new Map([
  ['a', 'cell-village'],
  ['b', 'cell-school'],
  ['top', 'committee-commune'],
])

const round = (unitId: string, over: Partial<RoundFact> = {}): RoundFact => ({
  unitId,
  obligationId: 's',
  kind: 'session-report',
  title: 'Báo cáo quý',
  subject: 'units',
  period: '2026-Q1',
  dueOn: '2026-03-09',
  day: '2026-03-09',
  total: 1,
  done: 1,
  doneLate: 0,
  filed: 1,
  ...over,
})
const measure = (
  unitId: string,
  name: string,
  value: number,
  over: Partial<MeasureFact> = {},
): MeasureFact => ({
  unitId,
  kind: 'report',
  subject: 'units',
  day: '2026-03-09',
  name,
  label: 'Nhãn của phiếu',
  source: 'stated',
  value,
  ...over,
})
const facts: RollUpFacts = {
  rounds: [
    round('a'),
    round('b', { done: 0, filed: 0 }),
    round('a', { day: '2025-12-09', dueOn: '2025-12-09' }),
    round('a', {
      obligationId: 'p',
      kind: 'pledge',
      subject: 'people',
      dueOn: '2026-03-31',
      day: '2026-03-31',
      total: 10,
      done: 8,
      filed: 9,
    }),
    round('elsewhere'),
  ],
  measures: [
    measure('a', 'members_present', 23, { kind: 'session-report', source: 'each' }),
    measure('a', 'members_due', 25, { kind: 'session-report', source: 'each' }),
    measure('a', 'deeds_individual', 14, { source: 'each', day: '2026-03-31' }),
    measure('a', 'inspections', 2),
    measure('top', 'inspections', 5),
    measure('a', 'households_sorting', 40),
  ],
  deeds: [
    { unitId: 'a', subject: 'people', day: '2026-03-31', status: 'done', count: 3 },
    { unitId: 'a', subject: 'people', day: '2026-03-31', status: 'doing', count: 11 },
  ],
}

describe('a roll-up', () => {
  const figures = planRollUp(facts, KINDS, Q1, TODAY)

  test('every figure that the data hold, in the order of reports, each with where it comes from', () => {
    expect(figures.map(({ key, value, of, source }) => [key, value, of, source])).toEqual([
      ['participation', 23, 25, 'each'],
      ['sessions', 1, 2, 'each'],
      ['personal-pledges', 9, 10, 'each'],
      ['deeds_individual', 14, null, 'each'],
      ['deeds-done', 3, 14, 'each'],
      ['inspections', 7, null, 'stated'],
      ['on-time', 1, 2, 'each'],
      ['late-units', 1, 2, 'each'],
      ['longest-late', 11, null, 'each'],
      ['households_sorting', 40, null, 'stated'],
    ])
  })

  test('in words, with the mark, the levels and the quarter before', () => {
    const before = planRollUp(facts, KINDS, { from: '2025-10-01', to: '2025-12-31' }, TODAY)
    const head = {
      unit: 'Đảng ủy xã Mẫu',
      period: { kind: 'quarter' as const, year: 2026, quarter: 1 as const },
      today: TODAY,
    }
    const kinds: Record<string, string> = { 'cell-village': 'Chi bộ thôn', 'committee-commune': 'Đảng ủy xã' }
    const text = describeRollUp(figures, before, head, (kind) => kinds[kind] ?? kind, t)
    expect(text).toContain(
      '- Buổi sinh hoạt chuyên đề đã báo cáo: 1/2 (50 %) · từng người (quý trước 1/1 (100 %))',
    )
    expect(text).toContain('- Cuộc kiểm tra, giám sát: 7 [Chi bộ thôn 2, Đảng ủy xã 5] · số tổng')
    expect(text).toContain('- Nhãn của phiếu: 40 · số tổng')
  })

  test('one stated part makes a sum a stated one', () => {
    const mixed = {
      ...facts,
      measures: [measure('a', 'exemplars', 1, { source: 'each' }), measure('b', 'exemplars', 2)],
    }
    expect(planRollUp(mixed, KINDS, Q1, TODAY)).toContainEqual(
      expect.objectContaining({ key: 'exemplars', value: 3, source: 'stated' }),
    )
  })

  test('nothing owed and nothing filed: nothing to tell', () => {
    expect(planRollUp(facts, KINDS, { from: '2027-01-01', to: '2027-03-31' }, TODAY)).toEqual([])
  })
})

test.each([
  ['quý 1', { kind: 'quarter', year: 2026, quarter: 1 }],
  ['Quy III/2025', { kind: 'quarter', year: 2025, quarter: 3 }],
  ['2026-Q4', { kind: 'quarter', year: 2026, quarter: 4 }],
  ['quý trước', { kind: 'quarter', year: 2025, quarter: 4 }],
  ['năm', { kind: 'year', year: 2026 }],
  ['năm 2025', { kind: 'year', year: 2025 }],
  ['2026', { kind: 'year', year: 2026 }],
  ['năm trước', { kind: 'year', year: 2025 }],
  ['Chi bộ 1', null],
  ['1', null],
  ['trường', null],
])('%s is read as a period', (text, period) => {
  expect(readRollUpPeriod(text, TODAY)).toEqual(period)
})
