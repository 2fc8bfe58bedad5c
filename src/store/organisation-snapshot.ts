import { and, eq, min } from 'drizzle-orm'
import type { Role } from '../domain/person.ts'
import type { PlannedPerson, PlannedUnit } from '../domain/wanted-assignments.ts'
import type { Day } from '../time.ts'
import { holdsOn } from './as-of.ts'
import type { Tx } from './database.ts'
import { memberships, posts, unitVersions } from './schema/index.ts'
import { listUnits } from './units.ts'

/** A tree's units and people as of one day, the way assignments are planned from them. */
export interface OrganisationSnapshot {
  units: PlannedUnit[]
  people: PlannedPerson[]
}

/** Everybody who belongs to a unit of the tree on that day, with their posts, and all its units. */
export async function loadOrganisationSnapshot(
  tx: Tx,
  treeId: string,
  day: Day,
): Promise<OrganisationSnapshot> {
  const views = await listUnits(tx, treeId, day)
  const began = await tx
    .select({ unitId: unitVersions.unitId, since: min(unitVersions.validFrom) })
    .from(unitVersions)
    .where(eq(unitVersions.treeId, treeId))
    .groupBy(unitVersions.unitId)
  const sinceOf = new Map(began.map((row) => [row.unitId, row.since ?? day]))

  const people = new Map<string, PlannedPerson>()
  const belongs = await tx
    .select()
    .from(memberships)
    .where(and(eq(memberships.treeId, treeId), holdsOn(memberships, day)))
    .orderBy(memberships.validFrom, memberships.id)
  for (const { personId, unitId, category, exempt, workplace, validFrom } of belongs) {
    const person = people.get(personId) ?? { id: personId, joinedOn: validFrom, memberships: [], posts: [] }
    person.memberships.push({ unitId, category, exempt, workplace })
    people.set(personId, person)
  }
  const held = await tx
    .select()
    .from(posts)
    // Whoever only stands in for the holder owes nothing for the post.
    .where(and(eq(posts.treeId, treeId), holdsOn(posts, day), eq(posts.acting, false)))
    .orderBy(posts.validFrom, posts.id)
  for (const { personId, unitId, role, position, positionRank, keyLeader } of held)
    people.get(personId)?.posts.push({ unitId, role: role as Role, position, positionRank, keyLeader })

  return {
    units: views.map((view) => ({ ...view, since: sinceOf.get(view.id) ?? day })),
    people: [...people.values()],
  }
}
