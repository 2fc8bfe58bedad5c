import type { UnitToServe } from '../domain/assign-bots.ts'
import type { UnitView } from '../domain/person.ts'
import { type Reach, reachesOf } from '../domain/reach.ts'
import type { Day } from '../time.ts'
import { and, countDistinct, inArray } from 'drizzle-orm'
import { holdsOn } from './as-of.ts'
import type { Tx } from './database.ts'
import { countReach } from './count-reach.ts'
import { posts } from './schema/index.ts'
import { countBoundGroups, listUnitBots } from './unit-bots.ts'
import { listTrees, listUnits } from './units.ts'

/**
 * Every unit with people of its own as of a day, over all trees, as the bots of a channel serve it: only those
 * whom the bot is to talk to there take a seat.
 */
export async function listUnitsToServe(
  tx: Tx,
  channel: string,
  day: Day,
): Promise<{ units: UnitView[]; toServe: UnitToServe[]; reaches: Map<string, Reach> }> {
  const units: UnitView[] = []
  const people = new Map<string, number>()
  for (const tree of await listTrees(tx)) {
    units.push(...(await listUnits(tx, tree.id, day)))
    for (const [unitId, { reached }] of await countReach(tx, tree.id, day)) people.set(unitId, reached)
  }
  const reaches = reachesOf(units)
  const parents = new Map(units.map((unit) => [unit.id, unit.parentId]))
  const assigned = new Map(
    (await listUnitBots(tx)).filter((row) => row.channel === channel).map((row) => [row.unitId, row.botId]),
  )
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
      groups: reaches.get(unit.id) === 'members' ? Math.max(1, groups.get(unit.id) ?? 0) : 0,
      ownBotId: assigned.get(unit.id) ?? null,
      inheritedBotId: inherited(unit.id),
    }))
  return { units, toServe, reaches }
}

async function countOfficers(tx: Tx, day: Day): Promise<Map<string, number>> {
  const rows = await tx
    .select({ unitId: posts.unitId, people: countDistinct(posts.personId) })
    .from(posts)
    .where(and(inArray(posts.role, ['secretary', 'deputy', 'contact']), holdsOn(posts, day)))
    .groupBy(posts.unitId)
  return new Map(rows.map((row) => [row.unitId, row.people]))
}
