import { describe, expect, test } from 'vitest'
import { type PaperDuty, type PaperWorld, planDoneImport } from '../../src/domain/plan-done-import.ts'
import { DONE_COLUMNS } from '../../src/domain/roster-columns.ts'
import { paperAnswers, paperDeeds, paperItems, readMeasures, tooLongForPaper } from '../../src/forms/index.ts'
import { readExtension, waysToPart } from '../../src/domain/read-extension.ts'
import type { FormDefinition } from '../../src/domain/form-definition.ts'
import { rosterRows } from '../support/roster.ts'

const duty = (change: Partial<PaperDuty>): PaperDuty => ({
  assignmentId: 'a1',
  treeId: 't',
  programme: 'p',
  obligation: 'pledge',
  titles: ['Bản đăng ký'],
  span: { from: 2026, to: 2026 },
  period: '2026',
  periodNames: ['năm 2026'],
  personId: 'lan',
  unitId: 'u1',
  state: 'open',
  filed: null,
  ...change,
})
const quarter = (number: number) =>
  duty({
    assignmentId: `q${number}`,
    obligation: 'report',
    titles: ['Báo cáo quý'],
    period: `2026-Q${number}`,
    periodNames: [`quý ${['', 'I', 'II', 'III'][number]}/2026`],
    personId: null,
  })
const world = (...duties: PaperDuty[]): PaperWorld => ({
  units: [{ id: 'u1', treeId: 't', code: 'CB01' }],
  people: [{ id: 'lan', treeId: 't', code: '0001', fullName: 'Mẫu Thị Lan' }],
  duties,
  names: ['pledge', 'Bản đăng ký', 'report', 'Báo cáo quý'],
})
const plan = (line: string, ...duties: PaperDuty[]) =>
  planDoneImport(
    rosterRows(DONE_COLUMNS, `nhiệm vụ|kỳ|mã đảng viên|mã đơn vị|ngày|việc làm theo\n${line}`),
    world(...duties),
    { today: '2026-08-01', placeholder: (number) => `việc ${number}` },
  )
const reasons = (line: string, ...duties: PaperDuty[]) =>
  plan(line, ...duties).problems.map(({ reason, column }) => `${column} ${reason}`)

describe('a row of something done on paper', () => {
  test.each([
    ['by code', 'pledge||0001||05/3/2026|a; b', { day: '2026-03-05', deeds: ['a', 'b'] }],
    ['by title, without diacritics', 'ban dang ky||0001||5.3.2026|', { day: '2026-03-05', deeds: [] }],
    ['with its year', 'pledge|Năm 2026|0001|CB01|2026-03-05|3', { deeds: ['việc 1', 'việc 2', 'việc 3'] }],
  ])('%s', (_, line, entry) => {
    expect(plan(line, duty({})).file).toMatchObject([{ who: '0001 Mẫu Thị Lan', ...entry }])
  })

  test('of several rounds: the one named, else the one of the day, else it is asked', () => {
    const rounds = [quarter(1), quarter(2), quarter(3)]
    const period = (line: string) => plan(line, ...rounds).file.map((entry) => entry.duty.period)
    expect(period('report|quý II||CB01|05/7/2026|')).toEqual(['2026-Q2'])
    expect(period('report|2026-Q3||CB01|05/7/2026|')).toEqual(['2026-Q3'])
    expect(period('report|||CB01|05/6/2026|')).toEqual(['2026-Q2'])
    expect(reasons('report|||CB01|05/6/2025|', ...rounds)).toEqual(['2 done-which-period'])
    expect(reasons('report|quý 9||CB01|05/6/2026|', ...rounds)).toEqual(['2 done-unknown-period'])
  })

  test.each([
    ['nobody', 'pledge||||05/3/2026|', '3 done-nobody'],
    ['an unknown unit', 'report|||CB9|05/3/2026|', '4 unknown-unit'],
    ['a person’s duty of a unit', 'pledge|||CB01|05/3/2026|', '1 done-not-owed'],
    ['too many deeds', 'pledge||0001||05/3/2026|21', '6 done-too-many'],
    [
      'a number of an identity card',
      'pledge||0001||05/3/2026|căn cước 012345678901',
      '6 done-identity-number',
    ],
  ])('%s: refused at its cell', (_, line, reason) => {
    expect(reasons(line, duty({}))).toEqual([reason])
  })

  test('entered before: the same is left alone, other words correct it, what was received stays', () => {
    const line = 'pledge||0001||05/3/2026|a; b'
    const filed = {
      isPaper: true,
      isReceived: false,
      day: '2026-03-05',
      deeds: ['a', 'b'],
      keep: (deeds: readonly string[]) => deeds,
    }
    expect(plan(line, duty({ filed })).unchanged).toBe(1)
    expect(plan(line, duty({ filed: { ...filed, day: '2026-03-04' } })).correct).toHaveLength(1)
    expect(reasons(line, duty({ filed: { ...filed, deeds: [], isReceived: true } }))).toEqual([
      '1 done-received',
    ])
    expect(plan(line, duty({ filed: { ...filed, isPaper: false } })).inBot).toHaveLength(1)
    expect(reasons(line, duty({ state: 'withdrawn' }))).toEqual(['1 done-withdrawn'])
  })
})

describe('paper in a form', () => {
  const common = { optional: false, with_previous: false }
  const form: FormDefinition = {
    code: 'f',
    title: 'f',
    fields: [
      { ...common, id: 'held', kind: 'date', label: 'Ngày', past_only: true, measure: 'sessions_held' },
      {
        ...common,
        id: 'deeds',
        kind: 'group',
        label: 'Việc',
        item: 'việc',
        deeds: true,
        deed_kind: 'kind',
        measure: 'deeds',
        fields: [
          { ...common, id: 'kind', kind: 'short-text', label: 'Loại', max: 20 },
          { ...common, id: 'what', kind: 'short-text', label: 'Gì', max: 10 },
        ],
      },
    ],
  }
  test('deeds become items with ids of their own and count; the day of a session is filled in', () => {
    let ref = 0
    const facts = { day: '2026-03-05', deeds: ['Trồng cây', 'Một việc'] }
    const answers = paperAnswers(form, facts, () => `r${(ref += 1)}`)
    expect(answers['held']).toBe('2026-03-05')
    expect(paperItems(form, answers).map((item) => [item.ref, item.answers])).toEqual([
      ['r1', { what: 'Trồng cây' }],
      ['r2', { what: 'Một việc' }],
    ])
    expect(tooLongForPaper(form, facts.deeds)).toBeNull()
    expect(tooLongForPaper(form, ['Một việc dài quá'])).toBe(10)
    expect(readMeasures(form, answers)).toContainEqual({ name: 'deeds', value: 2 })
    expect(paperDeeds(form, answers)).toEqual(['Trồng cây', 'Một việc'])
    expect(
      paperDeeds(
        form,
        paperAnswers(form, { ...facts, deeds: [] }, () => ''),
      ),
    ).toEqual([])
  })
})

describe('what is typed behind /giahan', () => {
  test.each([
    ['CB01 20/3', 'CB01', '2026-03-20'],
    ['Chi bộ khu phố 5 đến hết ngày 20/3/2026', 'Chi bộ khu phố 5', '2026-03-20'],
    ['bản đăng ký 20-3', 'bản đăng ký', '2026-03-20'],
    ['CB01 | báo cáo cuối tháng 3', 'CB01 | báo cáo', '2026-03-31'],
    ['CB01', 'CB01', null],
    ['', '', null],
  ])('%s', (typed, about, day) => {
    expect(readExtension(typed, '2026-03-03')).toEqual({ about, day })
  })

  test('a unit and a duty are parted at every place', () => {
    expect(waysToPart('CB01 | báo cáo')).toEqual([
      ['CB01', 'báo cáo'],
      ['CB01 báo', 'cáo'],
    ])
  })
})
