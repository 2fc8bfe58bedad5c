import { countNow } from '../commands/summary-counts.ts'
import type { Tools } from '../commands/command.ts'
import { figureLine } from '../domain/describe-weekly.ts'
import { planDigest } from '../domain/plan-digest.ts'
import { type NamedFigure, planWeekly } from '../domain/plan-weekly.ts'
import { authorise } from '../store/authorise.ts'
import { type FigureRow, listBelongingRows, listOwedRows } from '../store/figure-rows.ts'
import { listTreeReach } from '../store/unit-signs.ts'
import { dayOf } from '../time.ts'
import type { CliDeps } from './cli-deps.ts'
import type { ExplainScope } from './explain-figures.ts'
import { figureRowLine } from './figure-row-line.ts'

const WEEK_MS = 7 * 86_400_000

/**
 * Prints the figures of the weekly digest as they stand now (`week-work`, `week-late-units`, `week-joined` …) with
 * the rows behind them: all of them, or the one with this key. False when there is no such figure.
 */
export async function explainWeek(
  { print, t, locale }: Pick<CliDeps, 'print' | 't' | 'locale'>,
  tools: Tools,
  { treeId, root, units }: Omit<ExplainScope, 'period'>,
  key: string | null,
): Promise<boolean> {
  const { tx, now } = tools
  const unitIds = units.map(({ id }) => id)
  const today = dayOf(now, root.zone)
  const counts = await countNow(tools, treeId, unitIds, locale, today)
  const reach = await listTreeReach(tx, treeId, { day: today, before: new Date(now.getTime() - WEEK_MS) })
  const digest = planDigest(counts, unitIds, today)
  const { figures } = planWeekly(digest, { counts, unitIds, reach, ownUnits: new Set() }, today)
  const wanted = figures.filter(({ kind }) => key === null || key === `week-${kind}`)
  if (wanted.length === 0) return false
  await authorise(tools, 'operator', 'see-figures', { unitId: root.id, details: { units: units.length } })
  const owed = await listOwedRows(tx, { treeId, unitIds, day: today })
  const members = await listBelongingRows(tx, { treeId, unitIds, day: today })
  const lines = new Set(
    [...digest.lines, ...digest.coming].map(({ obligationId, period, subject }) =>
      [obligationId, period, subject === 'people'].join(':'),
    ),
  )
  const inLines = owed.filter(({ obligation_id: id, period, member }) =>
    lines.has([id, period, member !== null].join(':')),
  )
  for (const figure of wanted) {
    print(`week-${figure.kind} = ${figure.now}/${figure.of} · ${figureLine(figure, t)}`)
    for (const row of rowsOf(figure, { inLines, owed, members, today })) print(`  ${figureRowLine(row)}`)
  }
  return true
}

function rowsOf(
  { kind }: NamedFigure,
  rows: {
    inLines: readonly FigureRow[]
    owed: readonly FigureRow[]
    members: readonly FigureRow[]
    today: string
  },
): readonly FigureRow[] {
  switch (kind) {
    case 'work':
      return rows.inLines
    case 'people-work':
      return rows.inLines.filter(({ member }) => member !== null)
    case 'unit-work':
      return rows.inLines.filter(({ member }) => member === null)
    case 'late-units':
      return rows.owed.filter(({ due, state }) => String(due) < rows.today && state === 'open')
    case 'joined':
      return rows.members
  }
}
