import type { StoreTools } from '../../src/store/audit.ts'
import type { PlannedPerson, PlannedUnit } from '../../src/domain/wanted-assignments.ts'
import { memberships, people, posts, trees, units, unitVersions } from '../../src/store/schema/index.ts'

/** Writes a planned organisation down as rows. Gives the row ids of its units and people by their ids. */
export async function storeRoster(
  { tx, newId, now }: StoreTools,
  roster: { units: readonly PlannedUnit[]; people: readonly PlannedPerson[] },
): Promise<{ treeId: string; unitIds: Map<string, string>; personIds: Map<string, string> }> {
  const treeId = newId()
  const unitIds = new Map(roster.units.map(({ id }) => [id, newId()]))
  const personIds = new Map(roster.people.map(({ id }) => [id, newId()]))
  await tx.insert(trees).values({ id: treeId, code: roster.units[0]!.code, createdAt: now })
  for (const unit of roster.units) {
    const unitId = unitIds.get(unit.id)!
    await tx.insert(units).values({
      id: unitId,
      treeId,
      code: unit.code,
      ...(unit.parentId === null && { reach: 'members' }),
      createdAt: now,
    })
    await tx.insert(unitVersions).values({
      id: newId(),
      treeId,
      unitId,
      name: unit.name,
      kind: unit.kind,
      parentId: unit.parentId === null ? null : unitIds.get(unit.parentId)!,
      validFrom: unit.since,
    })
  }
  for (const person of roster.people) {
    const personId = personIds.get(person.id)!
    await tx
      .insert(people)
      .values({ id: personId, treeId, code: person.id, fullName: 'Mẫu Văn Thử', createdAt: now })
    for (const { unitId, category, exempt } of person.memberships) {
      const span = { treeId, personId, unitId: unitIds.get(unitId)!, validFrom: person.joinedOn }
      await tx.insert(memberships).values({ ...span, id: newId(), category, exempt })
    }
    for (const { unitId, role, position, keyLeader } of person.posts) {
      const span = { treeId, personId, unitId: unitIds.get(unitId)!, validFrom: person.joinedOn }
      await tx.insert(posts).values({ ...span, id: newId(), role, position, keyLeader })
    }
  }
  return { treeId, unitIds, personIds }
}
