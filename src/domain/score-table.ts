import { formatDay } from '../time.ts'
import { quarterSpan } from './roll-up-span.ts'
import type { Cell, Table } from './table.ts'
import type { SessionReport, TableWorld } from './table-world.ts'
import { foldVietnamese } from './vietnamese-fold.ts'

type Words = (key: string, values?: Record<string, string | number>) => string

const ROMAN = ['', 'I', 'II', 'III', 'IV'] as const
/** Columns whose heads are the grades, as reports word them. */
const GRADE_COLUMNS = [6, 7, 8, 9] as const

/**
 * Scores of the sessions of a quarter, a row for each, in the ten columns in which committees sum them up: the grade
 * is marked where the report names it, and never made of the score. Nothing when no report tells a score or a grade.
 */
export function scoreTable({ reports, units, members, year, quarter }: TableWorld, t: Words): Table[] {
  const { from, to } = quarterSpan(year, quarter)
  const scored = reports.filter(
    (report) => from <= report.day && report.day <= to && (report.grade !== null || scoreOf(report) !== null),
  )
  if (scored.length === 0) return []
  const grades = GRADE_COLUMNS.map((column) => foldVietnamese(t(`table-score-${column}`)))
  const lines = units.flatMap((unit) =>
    scored.filter(({ unitId }) => unitId === unit.id).map((report) => ({ unit, report })),
  )
  const rows = lines.map(({ unit, report }, index): Cell[] => [
    index + 1,
    unit.name,
    members.get(unit.id) ?? 0,
    report.heldOn ? formatDay(report.heldOn) : null,
    scoreOf(report),
    ...grades.map((grade) => (gradeOf(report) === grade ? 'x' : null)),
    null,
  ])
  const countOf = (grade: string) => lines.filter(({ report }) => gradeOf(report) === grade).length
  const named = { quarter: ROMAN[quarter], year: String(year) }
  return [
    {
      name: t('table-score-name', named),
      title: t('table-score-title', named),
      columns: [6, 30, 12, 14, 12, 8, 8, 12, 8, 34].map((width, index) => ({
        head: t(`table-score-${index + 1}`),
        width,
      })),
      rows,
      total: [null, t('table-total'), null, null, null, ...grades.map(countOf), null],
    },
  ]
}

function scoreOf({ figures }: SessionReport): number | null {
  return figures['score'] ?? null
}

function gradeOf({ grade }: SessionReport): string | null {
  return grade === null ? null : foldVietnamese(grade)
}
