import { checkFulfilments } from '../domain/fulfilments.ts'
import type { Period } from '../domain/period.ts'
import { listRounds } from '../domain/rounds.ts'
import type { Day } from '../time.ts'
import type { StoreTools } from './audit.ts'
import { listBindingProgrammes } from './binding-programmes.ts'
import { recomputeAssignments } from './recompute-assignments.ts'
import { officeDates } from './schema/index.ts'

export interface FixedDate {
  treeId: string
  programmeId: string
  obligation: string
  period: Period
  /** Last good day. */
  dueOn: Day
  /** The words of the document that fixes it. */
  phrase: string
  /** Null: the operator. */
  setBy: { personId: string; code: string } | null
}

/** `moved`: how many assignments got the date. */
export type FixedDateOutcome =
  | { outcome: 'fixed'; moved: number }
  | { outcome: 'no-such-round' }
  | { outcome: 'later-than-above' }

/**
 * Fixes the date of one round, which the plan had left open or which changes; assignments follow in the same
 * transaction. Refused when a programme above that it carries out wants it earlier. Who may do so has been
 * decided before.
 */
export async function saveOfficeDate(tools: StoreTools, date: FixedDate): Promise<FixedDateOutcome> {
  const { tx, now } = tools
  const bindings = await listBindingProgrammes(tx, date.treeId)
  const binding = bindings.find(({ id }) => id === date.programmeId)
  const obligation = binding?.programme.obligations.find(({ code }) => code === date.obligation)
  const obligationId = binding?.obligationIds.get(date.obligation)
  if (!binding || !obligation || !obligationId) return { outcome: 'no-such-round' }
  if (!listRounds(binding.programme, obligation).some(({ period }) => period === date.period))
    return { outcome: 'no-such-round' }

  const { obligation: code, period, dueOn, phrase } = date
  const fixed = { obligation: code, period, lastGoodDay: dueOn, phrase }
  const others = binding.officeDates.filter((each) => each.obligation !== code || each.period !== period)
  const alone = { ...binding.programme, obligations: [obligation] }
  if (checkFulfilments(alone, bindings, [...others, fixed]).length > 0) return { outcome: 'later-than-above' }

  await tx.insert(officeDates).values({
    id: tools.newId(),
    obligationId,
    period,
    dueOn,
    phrase,
    setBy: date.setBy?.personId ?? null,
    setAt: now,
  })
  const by = date.setBy?.code ?? 'operator'
  const { plan } = await recomputeAssignments(tools, { treeId: date.treeId, by })
  return { outcome: 'fixed', moved: plan.move.filter(({ from, terms }) => from !== terms.dueOn).length }
}
