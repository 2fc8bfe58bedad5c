import { and, asc, eq, isNull, lte } from 'drizzle-orm'
import type { PlacedPerson, UnitChange } from '../domain/plan-unit-change.ts'
import type { Role } from '../domain/person.ts'
import type { Day } from '../time.ts'
import type { StoreTools } from './audit.ts'
import type { Tx } from './database.ts'
import { memberships, people, posts, supervisions, unitChanges, unitSuccessors } from './schema/index.ts'

export interface UnitChangeRow {
  id: string
  treeId: string
  effectiveOn: Day
  change: UnitChange
  state: 'planned' | 'applied' | 'undone' | 'failed'
  reason: string | null
}

/** Writes a change down for its day; returns its id. */
export async function saveUnitChange(
  { tx, now, newId }: StoreTools,
  planned: { treeId: string; effectiveOn: Day; change: UnitChange },
): Promise<string> {
  const id = newId()
  const { treeId, effectiveOn, change } = planned
  await tx
    .insert(unitChanges)
    .values({ id, treeId, effectiveOn, content: change, state: 'planned', createdAt: now })
  return id
}

/** Changes, the earliest day first; `dueOn`: only those that are planned for that day or before. */
export async function listUnitChanges(tx: Tx, dueOn?: Day): Promise<UnitChangeRow[]> {
  const due =
    dueOn === undefined
      ? undefined
      : and(eq(unitChanges.state, 'planned'), lte(unitChanges.effectiveOn, dueOn))
  const rows = await tx
    .select()
    .from(unitChanges)
    .where(due)
    .orderBy(asc(unitChanges.effectiveOn), asc(unitChanges.id))
  return rows.map(rowOf)
}

/** One change, locked; null when there is none. */
export async function findUnitChange(tx: Tx, id: string): Promise<UnitChangeRow | null> {
  const [row] = await tx.select().from(unitChanges).where(eq(unitChanges.id, id)).for('update')
  return row ? rowOf(row) : null
}

export async function decideUnitChange(
  { tx, now }: Pick<StoreTools, 'tx' | 'now'>,
  id: string,
  state: 'applied' | 'undone' | 'failed',
  reason: string | null = null,
): Promise<void> {
  await tx.update(unitChanges).set({ state, reason, decidedAt: now }).where(eq(unitChanges.id, id))
}

/** What everybody of a tree belongs to, holds and supervises until further notice. Stand-ins are not in it. */
export async function listPlacedPeople(tx: Tx, treeId: string): Promise<PlacedPerson[]> {
  const rows = await tx
    .select({ id: people.id, code: people.code })
    .from(people)
    .where(eq(people.treeId, treeId))
    .orderBy(people.code)
  const placed = new Map<string, PlacedPerson>(
    rows.map((row) => [row.id, { ...row, memberships: [], posts: [], supervises: [] }]),
  )
  const belongs = await tx
    .select()
    .from(memberships)
    .where(and(eq(memberships.treeId, treeId), isNull(memberships.validTo)))
    .orderBy(memberships.validFrom, memberships.id)
  for (const { personId, unitId, category, exempt, workplace } of belongs)
    placed.get(personId)?.memberships.push({ unitId, category, exempt, workplace })
  const held = await tx
    .select()
    .from(posts)
    .where(and(eq(posts.treeId, treeId), isNull(posts.validTo)))
    .orderBy(posts.validFrom, posts.id)
  for (const { personId, unitId, role, position, positionRank, keyLeader } of held)
    placed.get(personId)?.posts.push({ unitId, role: role as Role, position, positionRank, keyLeader })
  const supervised = await tx
    .select()
    .from(supervisions)
    .where(and(eq(supervisions.treeId, treeId), isNull(supervisions.validTo)))
    .orderBy(supervisions.validFrom, supervisions.id)
  for (const { personId, unitId } of supervised) placed.get(personId)?.supervises.push(unitId)
  return [...placed.values()]
}

/** Closed unit → the unit in which it goes on as of a day, over several changes; others are not in the map. */
export async function listSuccessors(tx: Tx, day: Day): Promise<Map<string, string>> {
  const rows = await tx.select().from(unitSuccessors).where(lte(unitSuccessors.fromOn, day))
  const next = new Map(rows.map((row) => [row.unitId, row.successorId]))
  const last = new Map<string, string>()
  for (const unitId of next.keys()) {
    let at = unitId
    for (let steps = 0; next.has(at) && steps < 32; steps += 1) at = next.get(at)!
    last.set(unitId, at)
  }
  return last
}

function rowOf(row: typeof unitChanges.$inferSelect): UnitChangeRow {
  const { id, treeId, effectiveOn, reason } = row
  const change = row.content as UnitChange
  return { id, treeId, effectiveOn, change, state: row.state as UnitChangeRow['state'], reason }
}
