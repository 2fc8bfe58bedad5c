import type { AssignmentPlan, ExistingAssignment } from '../../../src/domain/plan-assignments.ts'

/** The assignments as they stand after a plan, the way the store leaves them. */
export function applyPlan(
  existing: readonly ExistingAssignment[],
  plan: AssignmentPlan,
): ExistingAssignment[] {
  const after = new Map(existing.map((each) => [each.id, { ...each }]))
  for (const { id, terms } of plan.move) Object.assign(after.get(id)!, terms)
  for (const { id, toUnitId } of plan.transfer) after.get(id)!.unitId = toUnitId
  for (const { id } of plan.withdraw) after.get(id)!.state = 'withdrawn'
  for (const { id, unitId, terms } of plan.restore)
    Object.assign(after.get(id)!, { ...terms, unitId, state: 'open' })
  for (const each of plan.create) {
    const id = `${each.programme}/${each.obligation}/${each.period}/${each.personId ?? each.unitId}`
    const fresh = { state: 'open', voluntary: false, extended: false, withdrawnByHand: false } as const
    after.set(id, { id, ...fresh, ...each })
  }
  return [...after.values()]
}
