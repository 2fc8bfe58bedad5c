import { type PersonView, type Role, type UnitView, unitsWithRole } from './person.ts'
import { DEFAULT_ZONE } from '../time.ts'
import { unitIndex } from './unit-index.ts'

/** Who is sent the figures of a branch every week. */
export const DIGEST_ROLES: readonly Role[] = ['office', 'leader', 'secretary']

/** A unit and everything below it, in the order of `units`. */
export function branchOf(unitId: string, units: readonly UnitView[]): string[] {
  return inOrder(addBranch(unitId, units, new Set()), units)
}

function addBranch(unitId: string, units: readonly UnitView[], inside: Set<string>): Set<string> {
  const { byId, children } = unitIndex(units)
  const open = byId.has(unitId) ? [unitId] : []
  for (let at = open.pop(); at !== undefined; at = open.pop()) {
    if (inside.has(at)) continue
    inside.add(at)
    for (const child of children.get(at) ?? []) open.push(child.id)
  }
  return inside
}

function inOrder(inside: ReadonlySet<string>, units: readonly UnitView[]): string[] {
  const { place } = unitIndex(units)
  return [...inside].sort((a, b) => place.get(a)! - place.get(b)!)
}

/**
 * The units whose figures a person is sent every week: the branches in which they are leader, secretary
 * or office, and the units that they supervise with what is below. Empty: no digest.
 */
export function digestScope(person: PersonView, units: readonly UnitView[]): string[] {
  const inside = new Set<string>()
  for (const root of [...unitsWithRole(person, ...DIGEST_ROLES), ...person.supervises])
    addBranch(root, units, inside)
  return inOrder(inside, units)
}

/** Ids of the units above one, nearest first. */
export function ancestorsIn(unitId: string, units: readonly UnitView[]): string[] {
  const { byId } = unitIndex(units)
  const above: string[] = []
  for (let at = byId.get(unitId)?.parentId; at && !above.includes(at); at = byId.get(at)?.parentId)
    above.push(at)
  return above
}

/** Units of a scope with nothing of it above them. */
export function topsOf(unitIds: readonly string[], units: readonly UnitView[]): UnitView[] {
  const { byId } = unitIndex(units)
  const inside = new Set(unitIds)
  return unitIds.flatMap((id) => {
    const unit = byId.get(id)
    return unit && !(unit.parentId && inside.has(unit.parentId)) ? [unit] : []
  })
}

/** What one goes down to from a scope: the units right below its top, or its several tops. */
export function unitsBelowTop(unitIds: readonly string[], units: readonly UnitView[]): UnitView[] {
  const tops = topsOf(unitIds, units)
  const [top] = tops
  if (!top || tops.length > 1) return tops
  const inside = new Set(unitIds)
  return (unitIndex(units).children.get(top.id) ?? []).filter(({ id }) => inside.has(id))
}

/** What a digest says about its scope. */
export interface ScopeWords {
  /** Names of the units, by id. */
  unitNames: ReadonlyMap<string, string>
  /** The unit on top; null when the scope is several branches. */
  top: string | null
  count: number
}

/** Names for the units of a scope, and its top where it is one branch. */
export function scopeWords(scope: readonly string[], units: readonly UnitView[]): ScopeWords {
  const tops = topsOf(scope, units)
  return {
    unitNames: unitIndex(units).names,
    top: tops.length === 1 ? (tops[0]?.name ?? null) : null,
    count: scope.length,
  }
}

/** The time zone of a whole tree: that of its root. */
export function zoneOfTree(units: readonly UnitView[]): string {
  return units.find(({ parentId }) => parentId === null)?.zone ?? DEFAULT_ZONE
}
