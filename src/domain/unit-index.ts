import type { UnitView } from './person.ts'

/** One list of units, found again by id, place and parent. */
export interface UnitIndex {
  byId: ReadonlyMap<string, UnitView>
  /** Place of each unit in the list. */
  place: ReadonlyMap<string, number>
  children: ReadonlyMap<string, readonly UnitView[]>
  names: ReadonlyMap<string, string>
}

const known = new WeakMap<readonly UnitView[], UnitIndex>()

/** Made once for a list, however many readers are served from it. The list must not change afterwards. */
export function unitIndex(units: readonly UnitView[]): UnitIndex {
  const before = known.get(units)
  if (before) return before
  const children = new Map<string, UnitView[]>()
  for (const unit of units) {
    if (unit.parentId === null) continue
    const siblings = children.get(unit.parentId)
    if (siblings) siblings.push(unit)
    else children.set(unit.parentId, [unit])
  }
  const index: UnitIndex = {
    byId: new Map(units.map((unit) => [unit.id, unit])),
    place: new Map(units.map(({ id }, at) => [id, at])),
    children,
    names: new Map(units.map(({ id, name }) => [id, name])),
  }
  known.set(units, index)
  return index
}
