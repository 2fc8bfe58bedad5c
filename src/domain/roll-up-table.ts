import { type Day, formatDay } from '../time.ts'
import type { UnitView } from './person.ts'
import type { DeedFact, MeasureFact, RoundFact, Span } from './roll-up.ts'
import { quarterSpan } from './roll-up-span.ts'
import { scoreTable } from './score-table.ts'
import type { SessionReport, TableWorld } from './table-world.ts'
import type { Cell, Table } from './table.ts'

type Words = (key: string, values?: Record<string, string | number>) => string

/** All tables of a quarter: sessions, half-year, task by task, taking part over the last quarters, scores. */
export function planTables(world: TableWorld, t: Words): Table[] {
  return [
    quarterTable(world, t),
    halfYearTable(world, t),
    tasksTable(world, t),
    trendTable(world, t),
    ...scoreTable(world, t),
  ]
}

/** One row per unit: the twelve columns in which a committee sums up the sessions of a quarter. */
export function quarterTable(world: TableWorld, t: Words): Table {
  const { year, quarter, facts, members } = world
  const span = quarterSpan(year, quarter)
  const yearSpan = { from: `${year}-01-01`, to: `${year}-12-31` }
  const units = unitsWith(world, sessionsIn(facts.rounds, span))
  const rows = units.map((unit): Cell[] => {
    const report = reportOf(world.reports, unit.id, span)
    const present = report?.figures['members_present'] ?? null
    const due = report?.figures['members_due'] ?? null
    const pledges = sumRounds(facts.rounds, unit.id, yearSpan, (round) => round.kind === 'pledge')
    const deeds = facts.deeds.filter((deed) => deed.unitId === unit.id && isIn(deed, yearSpan))
    return [
      unit.name,
      report?.heldOn ? formatDay(report.heldOn) : null,
      world.topic,
      present === null ? null : `${present}/${due ?? members.get(unit.id) ?? 0}`,
      present === null || !due ? null : share(present, due),
      report?.figures['speakers'] ?? null,
      [report?.figures['score'], report?.grade]
        .filter((part) => part !== undefined && part !== null)
        .join(', ') || null,
      pledges.total === 0
        ? null
        : `${pledges.done}/${pledges.total}${pledges.stated ? ` (${t('source-stated')})` : ''}`,
      deeds.length === 0 ? null : `${countDeeds(deeds, 'done')}/${countDeeds(deeds, 'not-done')}`,
      t(reportState(facts.rounds, unit.id, span, report)),
      report?.handbookOn ? formatDay(report.handbookOn) : null,
      report?.proposals ?? null,
    ]
  })
  const named = rows.map((row, index) => ({ row, report: reportOf(world.reports, units[index]!.id, span) }))
  const present = sum(named, ({ report }) => report?.figures['members_present'] ?? 0)
  const due = sum(named, ({ report }) => report?.figures['members_due'] ?? 0)
  const filed = named.filter(({ report }) => report).length
  return {
    name: t('table-quarter-name', { quarter: ROMAN[quarter] }),
    title: t('table-quarter-title', { quarter: ROMAN[quarter], year: String(year) }),
    columns: columns(t, 'quarter', [30, 12, 34, 10, 8, 10, 12, 10, 12, 12, 12, 40]),
    rows,
    total: [
      t('table-total'),
      `${filed}/${rows.length}`,
      null,
      due === 0 ? null : `${present}/${due}`,
      due === 0 ? null : share(present, due),
      ...Array.from({ length: 7 }, () => null),
    ],
  }
}

/** The half of the year that holds the quarter, in the columns that our data fill. */
export function halfYearTable(world: TableWorld, t: Words): Table {
  const { year, quarter, facts, members } = world
  const isFirst = quarter <= 2
  const span = isFirst
    ? { from: `${year}-01-01`, to: `${year}-06-30` }
    : { from: `${year}-07-01`, to: `${year}-12-31` }
  const quarters = isFirst ? ([1, 2] as const) : ([3, 4] as const)
  const rows = unitsWith(
    world,
    facts.rounds.filter((round) => isIn(round, span)),
  ).map((unit): Cell[] => {
    const measured = facts.measures.filter((measure) => measure.unitId === unit.id && isIn(measure, span))
    const present = sumMeasure(measured, 'members_present')
    const due = sumMeasure(measured, 'members_due')
    const speakers = sumMeasure(measured, 'speakers')
    const studies = sumRounds(facts.rounds, unit.id, span, (round) => round.kind === 'topic-study')
    return [
      unit.name,
      members.get(unit.id) ?? 0,
      due === 0 ? null : `${present}/${due}`,
      due === 0 ? null : share(present, due),
      present === 0 || speakers === 0 ? null : share(speakers, present),
      studies.total === 0
        ? null
        : `${studies.done}/${studies.total}${studies.stated ? ` (${t('source-stated')})` : ''}`,
      ...quarters.map((each) => {
        const report = reportOf(world.reports, unit.id, quarterSpan(year, each))
        return report ? (report.heldOn ? formatDay(report.heldOn) : t('table-yes')) : null
      }),
      sumMeasure(measured, 'exemplars') || null,
      sumMeasure(measured, 'inspections') || null,
    ]
  })
  return {
    name: t(isFirst ? 'table-half-name-first' : 'table-half-name-second'),
    title: t(isFirst ? 'period-first-half' : 'period-second-half', { year: String(year) }),
    columns: [
      ...columns(t, 'half', [30, 10, 12, 8, 12, 14]),
      ...quarters.map((each) => ({ head: t('table-half-session', { quarter: ROMAN[each] }), width: 14 })),
      { head: t('table-half-exemplars'), width: 12 },
      { head: t('table-half-inspections'), width: 14 },
    ],
    rows,
    total: null,
  }
}

/** Every task of the year in every unit, with its count. */
export function tasksTable({ facts, units, year }: TableWorld, t: Words): Table {
  const span = { from: `${year}-01-01`, to: `${year}-12-31` }
  const rows = units.flatMap((unit) =>
    facts.rounds
      .filter((round) => round.unitId === unit.id && isIn(round, span) && (round.total > 0 || round.unstated))
      .map((round): Cell[] => [
        unit.name,
        round.title,
        round.period === 'once' ? null : round.period,
        round.dueOn ? formatDay(round.dueOn) : null,
        t(`table-subject-${round.subject}`),
        round.total,
        round.done,
        round.doneLate,
        round.total - round.done,
        round.total === 0 ? null : share(round.done, round.total),
        round.subject === 'units' ? null : t(sourceKey(round)),
      ]),
  )
  return {
    name: t('table-tasks-name'),
    title: t('table-tasks-title', { year: String(year) }),
    columns: columns(t, 'tasks', [30, 40, 10, 12, 10, 10, 10, 10, 10, 8, 14]),
    rows,
    total: null,
  }
}

/** How a figure of people came about. */
function sourceKey({ source, unstated }: RoundFact): string {
  return source === 'stated' ? 'source-stated' : unstated ? 'source-unsaid' : 'source-each'
}

/** Share of those present at sessions, quarter by quarter, the last four. */
export function trendTable(world: TableWorld, t: Words): Table {
  const quarters = lastQuarters(world.year, world.quarter, 4)
  const rows = world.units.flatMap((unit): Cell[][] => {
    const shares = quarters.map(({ year, quarter }) => {
      const span = quarterSpan(year, quarter)
      const measured = world.facts.measures.filter(
        (measure) => measure.unitId === unit.id && measure.kind === 'session-report' && isIn(measure, span),
      )
      const due = sumMeasure(measured, 'members_due')
      return due === 0 ? null : share(sumMeasure(measured, 'members_present'), due)
    })
    return shares.every((one) => one === null) ? [] : [[unit.name, ...shares]]
  })
  return {
    name: t('table-trend-name'),
    title: t('table-trend-title'),
    columns: [
      { head: t('table-trend-1'), width: 30 },
      ...quarters.map(({ year, quarter }) => ({ head: `${ROMAN[quarter]}/${year}`, width: 12 })),
    ],
    rows,
    total: null,
  }
}

const ROMAN = ['', 'I', 'II', 'III', 'IV'] as const

/** This quarter and those before it, the oldest first. */
function lastQuarters(year: number, quarter: number, count: number) {
  return Array.from({ length: count }, (_, index) => {
    const at = year * 4 + quarter - 1 - (count - 1 - index)
    return { year: Math.floor(at / 4), quarter: ((at % 4) + 1) as 1 | 2 | 3 | 4 }
  })
}

function columns(t: Words, table: string, widths: readonly number[]) {
  return widths.map((width, index) => ({ head: t(`table-${table}-${index + 1}`), width }))
}

/** Units that these rounds are about; where there are none, all that have members. */
function unitsWith({ units, members }: TableWorld, rounds: readonly RoundFact[]): UnitView[] {
  const asked = new Set(rounds.filter(({ subject }) => subject === 'units').map(({ unitId }) => unitId))
  return units.filter(({ id }) => (asked.size > 0 ? asked.has(id) : (members.get(id) ?? 0) > 0))
}

function sessionsIn(rounds: readonly RoundFact[], span: Span): RoundFact[] {
  return rounds.filter((round) => round.kind === 'session-report' && isIn(round, span))
}

/** The newest, where a quarter holds several. */
function reportOf(reports: readonly SessionReport[], unitId: string, span: Span): SessionReport | null {
  return reports.findLast((report) => report.unitId === unitId && isIn(report, span)) ?? null
}

function reportState(
  rounds: readonly RoundFact[],
  unitId: string,
  span: Span,
  report: SessionReport | null,
): string {
  if (report) return report.late ? 'table-report-late' : 'table-report-on-time'
  const isOwed = sessionsIn(rounds, span).some((round) => round.unitId === unitId && round.done < round.total)
  return isOwed ? 'table-report-open' : 'table-report-none'
}

function sumRounds(
  rounds: readonly RoundFact[],
  unitId: string,
  span: Span,
  fits: (round: RoundFact) => boolean,
): { done: number; total: number; stated: boolean } {
  const own = rounds.filter((round) => round.unitId === unitId && isIn(round, span) && fits(round))
  return {
    done: sum(own, ({ done }) => done),
    total: sum(own, ({ total }) => total),
    stated: own.some(({ source }) => source === 'stated'),
  }
}

function sumMeasure(measures: readonly MeasureFact[], name: string): number {
  return sum(
    measures.filter((measure) => measure.name === name),
    ({ value }) => value,
  )
}

function countDeeds(deeds: readonly DeedFact[], status: DeedFact['status']): number {
  return sum(
    deeds.filter((deed) => deed.status === status),
    ({ count }) => count,
  )
}

/** Per cent with one decimal. */
function share(part: number, whole: number): number {
  return Math.round((part / whole) * 1000) / 10
}

function isIn({ day }: { day: Day }, { from, to }: Span): boolean {
  return from <= day && day <= to
}

function sum<T>(list: readonly T[], of: (one: T) => number): number {
  return list.reduce((total, one) => total + of(one), 0)
}
