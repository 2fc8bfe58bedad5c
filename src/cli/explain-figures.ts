import type { Tools } from '../commands/command.ts'
import { figureWords } from '../domain/describe-roll-up.ts'
import type { UnitView } from '../domain/person.ts'
import { planRollUp, type RollUpFigure } from '../domain/plan-roll-up.ts'
import { type RollUpPeriod, spanOf } from '../domain/roll-up-span.ts'
import { authorise } from '../store/authorise.ts'
import { type FigureRow, listCountedRows, listMeasureRows } from '../store/figure-rows.ts'
import { listLiveProgrammes } from '../store/live-programmes.ts'
import { listRollUpFacts } from '../store/roll-up-facts.ts'
import { dayOf } from '../time.ts'
import type { CliDeps } from './cli-deps.ts'
import { figureRowLine } from './figure-row-line.ts'

/** Whose figures are traced. */
export interface ExplainScope {
  treeId: string
  root: UnitView
  units: readonly UnitView[]
  period: RollUpPeriod
}

/**
 * Prints figures with the rows that they are summed from: all of them, or the one with this key. False when
 * there is no such figure. Codes only; what the operator looks at is on record.
 */
export async function explainFigures(
  { print, t, locale }: Pick<CliDeps, 'print' | 't' | 'locale'>,
  tools: Tools,
  { treeId, root, units, period }: ExplainScope,
  key: string | null,
): Promise<boolean> {
  const span = spanOf(period)
  const unitIds = units.map(({ id }) => id)
  const today = dayOf(tools.now, root.zone)
  const facts = await listRollUpFacts(tools.tx, { treeId, unitIds, span, day: today, locale })
  const kinds = new Map(units.map(({ id, kind }) => [id, kind]))
  const figures = planRollUp(facts, kinds, span, today).filter((figure) => key === null || figure.key === key)
  if (figures.length === 0 && key !== null) return false
  await authorise(tools, 'operator', 'see-figures', { unitId: root.id, details: { units: units.length } })
  const kindOf = new Map(
    (await listLiveProgrammes(tools.tx, treeId)).flatMap(({ code, content }) =>
      content.obligations.map((one) => [`${code}:${one.code}`, one.kind] as const),
    ),
  )
  const counted = await listCountedRows(tools.tx, { unitIds, span })
  const measured = await listMeasureRows(tools.tx, { unitIds, span })
  for (const figure of figures) {
    const of = figure.of === null ? '' : `/${figure.of}`
    print(
      `${figure.key} = ${figure.value}${of} · ${t(`rollup-${figure.source}`)} · ${figureWords(figure, t)}`,
    )
    for (const row of rowsOf(figure, counted, measured, kindOf, today)) print(`  ${figureRowLine(row)}`)
  }
  return true
}

function rowsOf(
  { key }: RollUpFigure,
  counted: readonly FigureRow[],
  measured: readonly FigureRow[],
  kindOf: ReadonlyMap<string, string>,
  today: string,
): readonly FigureRow[] {
  const isDue = ({ due, voluntary, before_bot: before }: FigureRow) =>
    due !== null && String(due) < today && voluntary === false && before === false
  const ofKind = (kind: string, isPersonal: boolean) =>
    counted.filter(
      ({ programme, obligation, member }) =>
        kindOf.get(`${programme}:${obligation}`) === kind && (member !== null) === isPersonal,
    )
  switch (key) {
    case 'on-time':
    case 'late-units':
    case 'longest-late':
      return counted.filter(isDue)
    case 'sessions':
      return ofKind('session-report', false)
    case 'personal-pledges':
      return ofKind('pledge', true)
    case 'collective-pledges':
      return ofKind('pledge', false)
    case 'participation':
      return measured.filter(({ name }) => name === 'members_present' || name === 'members_due')
    case 'participants':
      return measured.filter(({ name }) => name === 'participants' || name === 'participants_due')
    case 'deeds-done':
      return measured.filter(({ name }) => String(name).startsWith('deeds_'))
    default:
      return measured.filter(({ name }) => name === key)
  }
}
