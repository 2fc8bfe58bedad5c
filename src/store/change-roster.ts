import { and, eq, isNull } from 'drizzle-orm'
import type { PersonChange, PersonShape } from '../domain/plan-member-import.ts'
import type { UnitShape } from '../domain/plan-unit-import.ts'
import { dayOf, type Day } from '../time.ts'
import { saveAbsence } from './absences.ts'
import type { StoreTools } from './audit.ts'
import type { Tx } from './database.ts'
import { memberships, people, posts, supervisions, trees, units, unitVersions } from './schema/index.ts'
import type { Vault } from './vault.ts'

/**
 * Changes of dated rows. The old row is closed and a new one opened from today on, so that a figure about
 * an earlier day stays what it was. A row that began today was read by no earlier day: it is replaced.
 */

/** Makes a tree of its root's code; returns its id. */
export async function saveTree(tools: StoreTools, code: string): Promise<string> {
  const id = tools.newId()
  await tools.tx.insert(trees).values({ id, code, createdAt: tools.now })
  return id
}

/** Saves a unit from today on; returns its id. */
export async function saveUnit(
  tools: StoreTools,
  unit: { id: string | null; treeId: string; code: string; parentId: string | null },
  shape: Pick<UnitShape, 'name' | 'kind'>,
): Promise<string> {
  const { tx } = tools
  const today = dayOf(tools.now)
  const id = unit.id ?? tools.newId()
  if (unit.id === null) {
    await tx.insert(units).values({ id, treeId: unit.treeId, code: unit.code, createdAt: tools.now })
  }
  const open = await tx
    .select()
    .from(unitVersions)
    .where(and(eq(unitVersions.unitId, id), isNull(unitVersions.validTo)))
  for (const row of open) await endRow(tx, unitVersions, row, today)
  await tx.insert(unitVersions).values({
    id: tools.newId(),
    treeId: unit.treeId,
    unitId: id,
    name: shape.name,
    kind: shape.kind,
    parentId: unit.parentId,
    ...(open[0] && { zone: open[0].zone }),
    validFrom: today,
  })
  return id
}

/** Saves a person and what they belong to from today on; returns the person's id. */
export async function savePerson(
  tools: StoreTools & { vault: Vault },
  change: PersonChange,
): Promise<string> {
  const { tx, vault } = tools
  const { after } = change
  const id = change.personId ?? tools.newId()
  const phoneSealed = after.phone === null ? null : vault.seal(`people.phone_sealed:${id}`, after.phone)
  if (change.personId === null) {
    await tx.insert(people).values({
      id,
      treeId: change.treeId,
      code: change.code,
      fullName: after.fullName,
      phoneSealed,
      createdAt: tools.now,
    })
  } else if (change.before?.fullName !== after.fullName || change.before.phone !== after.phone) {
    await tx.update(people).set({ fullName: after.fullName, phoneSealed }).where(eq(people.id, id))
  }
  await saveHeld(tools, { personId: id, treeId: change.treeId }, after)
  if (change.before?.awayUntil !== after.awayUntil)
    await saveAbsence(tools, { id, treeId: change.treeId }, after.awayUntil ?? null)
  return id
}

type Owner = { personId: string; treeId: string }
type PersonTable = typeof memberships | typeof posts | typeof supervisions

/** Saves what a person belongs to, holds and supervises from today on; other rows that are open end. */
export async function saveHeld(
  tools: StoreTools,
  owner: Owner,
  after: Pick<PersonShape, 'memberships' | 'posts' | 'supervises'>,
): Promise<void> {
  const { tx } = tools
  const today = dayOf(tools.now)
  const isOpen = (table: PersonTable) => and(eq(table.personId, owner.personId), isNull(table.validTo))
  const begin = <Row extends object>(row: Row) => ({ ...row, id: tools.newId(), ...owner, validFrom: today })

  const belonged = await tx.select().from(memberships).where(isOpen(memberships))
  const membershipChange = compareRows(belonged, after.memberships, (row) => [
    row.unitId,
    row.category,
    row.exempt,
    row.workplace,
  ])
  for (const row of membershipChange.ended) await endRow(tx, memberships, row, today)
  for (const row of membershipChange.begun) await tx.insert(memberships).values(begin(row))

  const held = await tx.select().from(posts).where(isOpen(posts))
  const posted = after.posts.map(({ unitId, role, position, positionRank, keyLeader }) => ({
    unitId,
    role,
    position,
    positionRank,
    keyLeader,
  }))
  const postChange = compareRows(held, posted, (row) => [
    row.unitId,
    row.role,
    row.position,
    row.positionRank,
    row.keyLeader,
  ])
  for (const row of postChange.ended) await endRow(tx, posts, row, today)
  for (const row of postChange.begun) await tx.insert(posts).values(begin(row))

  const supervised = await tx.select().from(supervisions).where(isOpen(supervisions))
  const wanted = after.supervises.map((unitId) => ({ unitId }))
  const supervisionChange = compareRows(supervised, wanted, (row) => [row.unitId])
  for (const row of supervisionChange.ended) await endRow(tx, supervisions, row, today)
  for (const row of supervisionChange.begun) await tx.insert(supervisions).values(begin(row))
}

/** Ends a unit: from today on it is not there. What it did stays as it was. */
export async function endUnit(tools: StoreTools, unitId: string): Promise<void> {
  const open = await tools.tx
    .select()
    .from(unitVersions)
    .where(and(eq(unitVersions.unitId, unitId), isNull(unitVersions.validTo)))
  for (const row of open) await endRow(tools.tx, unitVersions, row, dayOf(tools.now))
}

/** Which open rows are no longer wanted, and which wanted ones are not there yet. */
function compareRows<Wanted extends object, Open extends Record<keyof Wanted, unknown>>(
  open: readonly Open[],
  wanted: readonly Wanted[],
  contentOf: (row: Record<keyof Wanted, unknown>) => unknown[],
): { ended: Open[]; begun: Wanted[] } {
  const missing = new Map(wanted.map((row) => [JSON.stringify(contentOf(row)), row]))
  const ended = open.filter((row) => !missing.delete(JSON.stringify(contentOf(row))))
  return { ended, begun: [...missing.values()] }
}

async function endRow(
  tx: Tx,
  table: PersonTable | typeof unitVersions,
  row: { id: string; validFrom: Day },
  today: Day,
): Promise<void> {
  if (row.validFrom >= today) await tx.delete(table).where(eq(table.id, row.id))
  else await tx.update(table).set({ validTo: today }).where(eq(table.id, row.id))
}
