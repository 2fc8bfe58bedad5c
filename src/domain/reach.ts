import type { PersonView, Reach, Role } from './person.ts'

export type { Reach } from './person.ts'

export const REACHES: readonly Reach[] = ['secretary', 'members']

/** What holds where nobody said anything: no more people are drawn in than the office decided. */
const DEFAULT_REACH: Reach = 'secretary'

/** Whoever holds one of these posts, anywhere, is talked to. */
export const REACHED_ROLES: readonly Role[] = ['secretary', 'deputy', 'contact', 'leader', 'office']

interface ReachUnit {
  id: string
  parentId: string | null
  reach?: Reach | null
}

/** The reach of every unit of these: its own, else that of the nearest unit above that says one. */
export function reachesOf(units: readonly ReachUnit[]): Map<string, Reach> {
  const byId = new Map(units.map((unit) => [unit.id, unit]))
  const known = new Map<string, Reach>()
  for (const { id } of units) {
    const path: string[] = []
    let at = byId.get(id)
    let found: Reach | undefined
    while (at && !path.includes(at.id)) {
      found = known.get(at.id) ?? at.reach ?? undefined
      if (found) break
      path.push(at.id)
      at = at.parentId === null ? undefined : byId.get(at.parentId)
    }
    for (const each of [id, ...path]) known.set(each, found ?? DEFAULT_REACH)
  }
  return known
}

/** Whether the bot talks to this person: a post anywhere, or a unit whose members it talks to. */
export function isInReach(
  { posts, supervises, memberships }: PersonView,
  reaches: ReadonlyMap<string, Reach>,
): boolean {
  return (
    posts.some(({ role }) => REACHED_ROLES.includes(role)) ||
    supervises.length > 0 ||
    memberships.some(({ unitId }) => reaches.get(unitId) === 'members')
  )
}
