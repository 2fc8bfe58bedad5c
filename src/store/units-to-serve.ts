import type { UnitToServe } from '../domain/assign-bots.ts'
import type { UnitView } from '../domain/person.ts'
import type { Day } from '../time.ts'
import { and, count, countDistinct, inArray } from 'drizzle-orm'
import { holdsOn } from './as-of.ts'
import type { Tx } from './database.ts'
import { memberships, posts } from './schema/index.ts'
import { countBoundGroups, listUnitBots } from './unit-bots.ts'
import { listTrees, listUnits } from './units.ts'

/** Every unit with people of its own as of a day, over all trees, as the bots of a channel serve it. */
export async function listUnitsToServe(
  tx: Tx,
  channel: string,
  day: Day,
): Promise<{ units: UnitView[]; toServe: UnitToServe[] }> {
  const units: UnitView[] = []
  for (const tree of await listTrees(tx)) units.push(...(await listUnits(tx, tree.id, day)))
  const parents = new Map(units.map((unit) => [unit.id, unit.parentId]))
  const assigned = new Map(
    (await listUnitBots(tx)).filter((row) => row.channel === channel).map((row) => [row.unitId, row.botId]),
  )
  const people = await countPeople(tx, day)
  const officers = await countOfficers(tx, day)
  const groups = await countBoundGroups(tx)
  const inherited = (unitId: string): string | null => {
    const parent = parents.get(unitId)
    if (!parent) return null
    return assigned.get(parent) ?? inherited(parent)
  }
  const toServe = units
    .filter((unit) => (people.get(unit.id) ?? 0) > 0)
    .map((unit) => ({
      unitId: unit.id,
      people: people.get(unit.id) ?? 0,
      officers: Math.min(officers.get(unit.id) ?? 0, people.get(unit.id) ?? 0),
      groups: Math.max(1, groups.get(unit.id) ?? 0),
      ownBotId: assigned.get(unit.id) ?? null,
      inheritedBotId: inherited(unit.id),
    }))
  return { units, toServe }
}

async function countPeople(tx: Tx, day: Day): Promise<Map<string, number>> {
  const rows = await tx
    .select({ unitId: memberships.unitId, people: count() })
    .from(memberships)
    .where(holdsOn(memberships, day))
    .groupBy(memberships.unitId)
  return new Map(rows.map((row) => [row.unitId, row.people]))
}

async function countOfficers(tx: Tx, day: Day): Promise<Map<string, number>> {
  const rows = await tx
    .select({ unitId: posts.unitId, people: countDistinct(posts.personId) })
    .from(posts)
    .where(and(inArray(posts.role, ['secretary', 'deputy', 'contact']), holdsOn(posts, day)))
    .groupBy(posts.unitId)
  return new Map(rows.map((row) => [row.unitId, row.people]))
}
