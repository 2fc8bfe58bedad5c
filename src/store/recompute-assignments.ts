import { planAssignments, type AssignmentPlan, type ExistingAssignment } from '../domain/plan-assignments.ts'
import type { Programme } from '../domain/programme.ts'
import { dayOf, type Day } from '../time.ts'
import { applyAssignmentPlan, listExistingAssignments } from './assignments.ts'
import type { StoreTools } from './audit.ts'
import { listBindingProgrammes, listOfficeDates, type BindingRow } from './binding-programmes.ts'
import { closeNewcomers } from './close-newcomers.ts'
import type { Tx } from './database.ts'
import { loadOrganisationSnapshot } from './organisation-snapshot.ts'
import { lockAssignments } from './programmes.ts'

/** A plan together with what it was made from. */
export interface TreePlan {
  plan: AssignmentPlan
  existing: ExistingAssignment[]
  programmes: BindingRow[]
}

/** A version that is not published yet, to see what it would do. */
interface Draft {
  id: string
  ownerUnitId: string
  programme: Programme
}

/**
 * Brings the assignments of a tree in line with its roster and its published programmes, in the caller's
 * transaction: after any change of either, and once a day, because rounds of later years are written down
 * only when they come near. Doing it twice changes nothing. `by`: who caused it, as in the history.
 */
export async function recomputeAssignments(
  tools: StoreTools,
  scope: { treeId: string; by?: string },
): Promise<TreePlan> {
  const { treeId } = scope
  await lockAssignments(tools.tx, treeId)
  const planned = await planTree(tools.tx, treeId, dayOf(tools.now))
  const obligationIds = new Map(planned.programmes.map((each) => [each.programme.code, each.obligationIds]))
  await applyAssignmentPlan(tools, { treeId, by: scope.by ?? 'programme', obligationIds }, planned.plan)
  if (planned.plan.create.length + planned.plan.restore.length > 0) await closeNewcomers(tools, treeId)
  return planned
}

/** `recomputeAssignments` for several trees: what an import of the roster calls. */
export async function recomputeTrees(tools: StoreTools, treeIds: readonly string[]): Promise<void> {
  for (const treeId of treeIds) await recomputeAssignments(tools, { treeId })
}

/** What recomputing would do on a day, with a draft in place of what is published. Writes nothing. */
export async function planTree(tx: Tx, treeId: string, today: Day, draft?: Draft): Promise<TreePlan> {
  const binding = await listBindingProgrammes(tx, treeId)
  const programmes = draft ? await withDraft(tx, binding, draft, today) : binding
  const { units, people } = await loadOrganisationSnapshot(tx, treeId, today)
  const existing = await listExistingAssignments(
    tx,
    programmes.map(({ id }) => id),
  )
  return { plan: planAssignments({ programmes, units, people, existing, today }), existing, programmes }
}

async function withDraft(tx: Tx, binding: BindingRow[], draft: Draft, today: Day): Promise<BindingRow[]> {
  if (binding.some(({ id }) => id === draft.id))
    return binding.map((each) => (each.id === draft.id ? { ...each, ...draft } : each))
  const officeDates = await listOfficeDates(tx, draft.id)
  const fresh = { state: 'published' as const, publishedOn: today, liveFrom: null, obligationIds: new Map() }
  return [...binding, { ...fresh, ...draft, officeDates }]
}
