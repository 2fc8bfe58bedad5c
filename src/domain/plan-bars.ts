import type { UnitView } from './person.ts'
import { type CountsByUnit, planDigest } from './plan-digest.ts'
import type { Day } from '../time.ts'
import { unitIndex } from './unit-index.ts'

/** One unit, with all below it. */
export interface Bar {
  name: string
  done: number
  total: number
  /** A part of it was stated as a sum. */
  stated?: boolean
}

/** What a picture of a branch shows: a bar per unit, or how many units are how far where they are many. */
export type Bars =
  | { kind: 'units'; bars: Bar[] }
  /** Counts of units by share done: below 25 %, 50 %, 75 %, 100 %, and complete. */
  | { kind: 'spread'; counts: [number, number, number, number, number] }

/** More bars than this nobody reads on a telephone. */
const MOST_BARS = 20

/**
 * How far these units are, each with all of the scope below it, in their order. Null: there are not two units to
 * show, or nothing is due.
 */
export function planBars(
  below: readonly UnitView[],
  counts: CountsByUnit,
  scope: { unitIds: readonly string[]; units: readonly UnitView[] },
  today: Day,
): Bars | null {
  const members = branchesOf(below, scope)
  const bars = below.flatMap((unit): Bar[] => {
    const digest = planDigest(counts, members.get(unit.id) ?? [], today)
    const lines = [...digest.lines, ...digest.coming]
    const total = lines.reduce((sum, line) => sum + line.total, 0)
    const done = lines.reduce((sum, line) => sum + line.done, 0)
    const stated = lines.some((line) => line.stated)
    return total === 0 ? [] : [{ name: unit.name, done, total, ...(stated && { stated }) }]
  })
  if (bars.length < 2) return null
  return bars.length <= MOST_BARS ? { kind: 'units', bars } : { kind: 'spread', counts: spreadOf(bars) }
}

/** The units of the scope by which of `below` they belong to; one walk upwards for each. */
function branchesOf(
  below: readonly UnitView[],
  { unitIds, units }: { unitIds: readonly string[]; units: readonly UnitView[] },
): Map<string, string[]> {
  const { byId } = unitIndex(units)
  const branches = new Map<string, string[]>(below.map(({ id }) => [id, []]))
  for (const unitId of unitIds) {
    let at: string | null | undefined = unitId
    for (let depth = 0; at && !branches.has(at) && depth < 32; depth += 1) at = byId.get(at)?.parentId
    if (at) branches.get(at)?.push(unitId)
  }
  return branches
}

function spreadOf(bars: readonly Bar[]): [number, number, number, number, number] {
  const counts: [number, number, number, number, number] = [0, 0, 0, 0, 0]
  for (const { done, total } of bars)
    counts[Math.min(4, Math.floor((done / total) * 4)) as 0 | 1 | 2 | 3 | 4] += 1
  return counts
}
