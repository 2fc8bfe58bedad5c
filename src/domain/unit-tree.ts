import { type PersonView, type Role, type UnitView, unitsWithRole } from './person.ts'

/** Who is sent the figures of a branch every week. */
export const DIGEST_ROLES: readonly Role[] = ['office', 'leader', 'secretary']

/** A unit and everything below it, in the order of `units`. */
export function branchOf(unitId: string, units: readonly UnitView[]): string[] {
  const inside = new Set([unitId])
  // Parents may stand behind their children in the list: go on until nothing is added.
  for (let grown = true; grown;) {
    grown = false
    for (const unit of units) {
      if (unit.parentId && inside.has(unit.parentId) && !inside.has(unit.id)) {
        inside.add(unit.id)
        grown = true
      }
    }
  }
  return units.filter((unit) => inside.has(unit.id)).map((unit) => unit.id)
}

/**
 * The units whose figures a person is sent every week: the branches in which they are leader, secretary
 * or office, and the units that they supervise with what is below. Empty: no digest.
 */
export function digestScope(person: PersonView, units: readonly UnitView[]): string[] {
  const roots = new Set([...unitsWithRole(person, ...DIGEST_ROLES), ...person.supervises])
  const scope = new Set([...roots].flatMap((root) => branchOf(root, units)))
  return units.filter((unit) => scope.has(unit.id)).map((unit) => unit.id)
}

/** Ids of the units above one, nearest first. */
export function ancestorsIn(unitId: string, units: readonly UnitView[]): string[] {
  const parents = parentsOf(units)
  const above: string[] = []
  for (let at = parents.get(unitId); at && !above.includes(at); at = parents.get(at)) above.push(at)
  return above
}

/** One list is asked about many of its units. */
const known = new WeakMap<readonly UnitView[], Map<string, string | null>>()

function parentsOf(units: readonly UnitView[]): Map<string, string | null> {
  const before = known.get(units)
  if (before) return before
  const parents = new Map(units.map(({ id, parentId }) => [id, parentId]))
  known.set(units, parents)
  return parents
}

/** Units of a scope with nothing of it above them. */
export function topsOf(unitIds: readonly string[], units: readonly UnitView[]): UnitView[] {
  const inside = new Set(unitIds)
  return units.filter(({ id, parentId }) => inside.has(id) && !(parentId && inside.has(parentId)))
}

/** What one goes down to from a scope: the units right below its top, or its several tops. */
export function unitsBelowTop(unitIds: readonly string[], units: readonly UnitView[]): UnitView[] {
  const tops = topsOf(unitIds, units)
  const [top] = tops
  if (!top || tops.length > 1) return tops
  const inside = new Set(unitIds)
  return units.filter(({ id, parentId }) => parentId === top.id && inside.has(id))
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
    unitNames: new Map(units.map((unit) => [unit.id, unit.name])),
    top: tops.length === 1 ? (tops[0]?.name ?? null) : null,
    count: scope.length,
  }
}
