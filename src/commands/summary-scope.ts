import type { PersonView, UnitView } from '../domain/person.ts'
import { branchOf, digestScope, topsOf } from '../domain/unit-tree.ts'
import { foldVietnamese } from '../domain/vietnamese-fold.ts'
import { authorise } from '../store/authorise.ts'
import { listUnits } from '../store/units.ts'
import { dayOf } from '../time.ts'
import type { Tools } from './command.ts'

/** The units whose figures somebody may see, in the order of the roster. */
export interface SummaryScope {
  unitIds: string[]
  /** Units of the scope with nothing of it above them. */
  tops: UnitView[]
  /** All units of the tree. */
  units: UnitView[]
}

/** Everything that a person leads, files for or supervises; null: nothing. */
export async function scopeOfPerson(
  { tx, now }: Pick<Tools, 'tx' | 'now'>,
  person: PersonView,
): Promise<SummaryScope | null> {
  const units = await listUnits(tx, person.treeId, dayOf(now))
  const deputyOf = person.posts.filter((post) => post.role === 'deputy')
  const inside = new Set([
    ...digestScope(person, units),
    ...deputyOf.flatMap((post) => branchOf(post.unitId, units)),
  ])
  return inside.size > 0 ? scopeWithin(inside, units) : null
}

/** The part of a scope that is one unit and what is below it; null when the unit is outside. */
export function narrowScope(scope: SummaryScope, unitId: string): SummaryScope | null {
  if (!scope.unitIds.includes(unitId)) return null
  const branch = new Set(branchOf(unitId, scope.units))
  return scopeWithin(new Set(scope.unitIds.filter((id) => branch.has(id))), scope.units)
}

function scopeWithin(inside: ReadonlySet<string>, units: UnitView[]): SummaryScope {
  const unitIds = units.filter(({ id }) => inside.has(id)).map(({ id }) => id)
  return {
    unitIds,
    tops: topsOf(unitIds, units),
    units,
  }
}

/** Units of a scope by code or whole name, else by a part of the name. */
export function findFitting(wanted: string, { unitIds, units }: SummaryScope): UnitView[] {
  const inside = new Set(unitIds)
  const own = units.filter((unit) => inside.has(unit.id))
  const named = own.filter(({ code, name }) => [code, name].some((word) => foldVietnamese(word) === wanted))
  return named.length > 0 ? named : own.filter(({ name }) => foldVietnamese(name).includes(wanted))
}

/** May the person do this with all of the scope? Leaves a row in the audit for each top. */
export async function authoriseScope(
  tools: Tools,
  person: PersonView,
  action: 'see-figures' | 'take-table',
  { tops, unitIds }: SummaryScope,
): Promise<boolean> {
  for (const { id } of tops)
    if (!(await authorise(tools, person, action, { unitId: id, details: { units: unitIds.length } })))
      return false
  return true
}
