import { and, eq, inArray, sql } from 'drizzle-orm'
import type { UnitView } from '../domain/person.ts'
import type { Day } from '../time.ts'
import { holdsOn } from './as-of.ts'
import type { Tx } from './database.ts'
import { trees, units, unitVersions } from './schema/index.ts'

const unitView = {
  id: units.id,
  treeId: units.treeId,
  code: units.code,
  name: unitVersions.name,
  kind: unitVersions.kind,
  parentId: unitVersions.parentId,
  zone: unitVersions.zone,
  reach: units.reach,
}

const unitsOn = (tx: Tx, day: Day) =>
  tx
    .select(unitView)
    .from(units)
    .innerJoin(unitVersions, and(eq(unitVersions.unitId, units.id), holdsOn(unitVersions, day)))

/** The trees of this deployment, by code. */
export async function listTrees(tx: Tx): Promise<{ id: string; code: string }[]> {
  return tx.select({ id: trees.id, code: trees.code }).from(trees).orderBy(trees.code)
}

/** A unit as of a day; null when it does not exist (any more). */
export async function findUnit(tx: Tx, unitId: string, day: Day): Promise<UnitView | null> {
  const [found] = await unitsOn(tx, day).where(eq(units.id, unitId))
  return found ?? null
}

/** A unit that must be there. Throws when it is not. */
export async function getUnit(tx: Tx, unitId: string, day: Day): Promise<UnitView> {
  const found = await findUnit(tx, unitId, day)
  if (!found) throw new Error('no such unit on that day')
  return found
}

/** Units of that code, one per tree that has it; `treeCode` narrows to one tree. */
export async function listUnitsByCode(
  tx: Tx,
  code: string,
  day: Day,
  treeCode?: string,
): Promise<UnitView[]> {
  return unitsOn(tx, day)
    .innerJoin(trees, eq(trees.id, units.treeId))
    .where(and(eq(units.code, code), treeCode === undefined ? undefined : eq(trees.code, treeCode)))
    .orderBy(trees.code)
}

/** All units of a tree as of a day, by code. */
export async function listUnits(tx: Tx, treeId: string, day: Day): Promise<UnitView[]> {
  return unitsOn(tx, day).where(eq(units.treeId, treeId)).orderBy(units.code)
}

/** The units of these ids as of a day, in the order of the ids. */
export async function listUnitsById(tx: Tx, unitIds: readonly string[], day: Day): Promise<UnitView[]> {
  if (unitIds.length === 0) return []
  const found = await unitsOn(tx, day).where(inArray(units.id, [...unitIds]))
  return found.sort((a, b) => unitIds.indexOf(a.id) - unitIds.indexOf(b.id))
}

/** Ids of a unit and of all units below it as of a day, the unit first. */
export async function unitsBelow(tx: Tx, unitId: string, day: Day): Promise<string[]> {
  const rows = await tx.execute<{ unit_id: string }>(sql`
    with recursive below as (
      select ${unitId}::uuid as unit_id, 0 as depth
      union
      select v.unit_id, below.depth + 1 from unit_versions v
      join below on v.parent_id = below.unit_id
      where v.valid_from <= ${day} and (v.valid_to is null or v.valid_to > ${day}) and below.depth < 32
    )
    select unit_id, min(depth) as depth from below group by unit_id order by depth, unit_id`)
  return rows.map((row) => row.unit_id)
}

/** Ids of the units above one as of a day, nearest first. */
export async function ancestorsOf(tx: Tx, unitId: string, day: Day): Promise<string[]> {
  return (await linesOf(tx, [unitId], day)).get(unitId) ?? []
}

/** For each unit the ids of those above it as of a day, nearest first. */
export async function linesOf(tx: Tx, unitIds: readonly string[], day: Day): Promise<Map<string, string[]>> {
  const lines = new Map<string, string[]>(unitIds.map((unitId) => [unitId, []]))
  if (unitIds.length === 0) return lines
  const rows = await tx.execute<{ start: string; parent_id: string }>(sql`
    with recursive above as (
      select v.unit_id as start, v.parent_id, 1 as depth from unit_versions v
      where v.unit_id in ${[...unitIds]} and v.valid_from <= ${day} and (v.valid_to is null or v.valid_to > ${day})
      union all
      select above.start, v.parent_id, above.depth + 1 from unit_versions v
      join above on v.unit_id = above.parent_id
      where v.valid_from <= ${day} and (v.valid_to is null or v.valid_to > ${day}) and above.depth < 32
    )
    select start, parent_id from above where parent_id is not null order by start, depth`)
  for (const row of rows) lines.get(row.start)?.push(row.parent_id)
  return lines
}
