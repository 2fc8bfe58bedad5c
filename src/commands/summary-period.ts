import { describeRollUp } from '../domain/describe-roll-up.ts'
import { wordsOf } from '../domain/form-definition.ts'
import type { UnitView } from '../domain/person.ts'
import { planRollUp } from '../domain/plan-roll-up.ts'
import { periodBefore, type RollUpPeriod, spanOf } from '../domain/roll-up-span.ts'
import { scopeWords } from '../domain/unit-tree.ts'
import { listLiveProgrammes } from '../store/live-programmes.ts'
import { listRollUpFacts } from '../store/roll-up-facts.ts'
import { dayOf } from '../time.ts'
import type { Tools, Turn } from './command.ts'
import { authoriseScope, type SummaryScope } from './summary-scope.ts'

/** A quarter or a year of a scope in figures. False when the person may not see them. */
export async function sendPeriod(turn: Turn, scope: SummaryScope, period: RollUpPeriod): Promise<boolean> {
  const { person, locale } = turn
  if (!person || !(await authoriseScope(turn, person, 'see-figures', scope))) return false
  const request = { treeId: person.treeId, unitIds: scope.unitIds, units: scope.units, period, locale }
  await turn.replyText((await rollUpText(turn, request)).text)
  return true
}

/** Whose figures of which time are wanted. */
export interface RollUpRequest {
  treeId: string
  unitIds: readonly string[]
  /** All units of the tree. */
  units: readonly UnitView[]
  period: RollUpPeriod
  locale: 'vi' | 'en'
}

/** The words of a roll-up; `isEmpty`: the data hold no figure for it. */
export async function rollUpText(
  { tx, now, t: translate }: Pick<Tools, 'tx' | 'now' | 't'>,
  { treeId, unitIds, units, period, locale }: RollUpRequest,
): Promise<{ text: string; isEmpty: boolean }> {
  const t = (key: string, values?: Record<string, string | number>) => translate(locale, key, values)
  const wanted = new Set(unitIds)
  const own = units.filter(({ id }) => wanted.has(id))
  const today = dayOf(now, own[0]?.zone)
  const [span, earlier] = [spanOf(period), spanOf(periodBefore(period))]
  const facts = await listRollUpFacts(tx, {
    treeId,
    unitIds,
    span: { from: earlier.from, to: span.to },
    day: today,
    locale,
  })
  const kinds = new Map(own.map(({ id, kind }) => [id, kind]))
  const words = new Map(
    (await listLiveProgrammes(tx, treeId)).flatMap(({ content }) =>
      Object.entries(content.vocabulary.unit_kinds).map(
        ([kind, said]) => [kind, wordsOf(said, locale)] as const,
      ),
    ),
  )
  const { top, count } = scopeWords(unitIds, units)
  const figures = planRollUp(facts, kinds, span, today)
  const text = describeRollUp(
    figures,
    planRollUp(facts, kinds, earlier, today),
    { unit: top ?? t('picture-several', { count }), period, today },
    (kind) => words.get(kind) ?? kind,
    t,
  )
  return { text, isEmpty: figures.length === 0 }
}
