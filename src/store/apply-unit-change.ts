import { and, eq, gt, inArray, isNull } from 'drizzle-orm'
import { planUnitChange, type UnitChange, type UnitChangeProblem } from '../domain/plan-unit-change.ts'
import { type Reach, reachesOf } from '../domain/reach.ts'
import { type Day, dayOf, DEFAULT_ZONE, instantOf } from '../time.ts'
import { recordAudit, type StoreTools } from './audit.ts'
import type { Tx } from './database.ts'
import { saveReach } from './reach.ts'
import { endUnit, saveHeld, saveUnit } from './change-roster.ts'
import { moveUnitDuties } from './move-unit-duties.ts'
import { lockAssignments } from './programmes.ts'
import { recomputeAssignments } from './recompute-assignments.ts'
import { groupBindings, invites, posts, programmes, unitBots, units, unitSuccessors } from './schema/index.ts'
import { listPlacedPeople } from './unit-changes.ts'
import { listUnits } from './units.ts'

/** What a change moved, as counts; `concerned`: units whose people are told. */
export interface AppliedUnitChange {
  outcome: 'applied'
  concerned: string[]
  /** Ids of people whose places changed. */
  people: string[]
  groups: number
  bots: number
  programmes: number
  /** Open assignments that went along, and those that the new tree no longer asks or asks anew. */
  moved: number
  withdrawn: number
  created: number
}

export type UnitChangeOutcome = AppliedUnitChange | { outcome: 'refused'; problems: UnitChangeProblem[] }

/**
 * Applies a change in the caller's transaction, with effect from the beginning of `on`. Rows are dated: every
 * figure of an earlier day stays under the old tree. Refused (nothing written) when it is not possible.
 */
export async function applyUnitChange(
  tools: StoreTools,
  { treeId, change, on }: { treeId: string; change: UnitChange; on: Day },
): Promise<UnitChangeOutcome> {
  const { tx } = tools
  await lockAssignments(tx, treeId)
  const dated = { ...tools, now: instantOf(on, '00:00', DEFAULT_ZONE) }
  const newId = tools.newId()
  const plan = planUnitChange(
    change,
    await listUnits(tx, treeId, on),
    await listPlacedPeople(tx, treeId),
    newId,
  )
  const taken = await isCodeTaken(tools, treeId, plan.saves)
  if (taken !== null) plan.problems.push({ reason: 'exists', value: taken })
  if (plan.problems.length > 0) return { outcome: 'refused', problems: plan.problems }

  const reach = await reachOfSources(tx, treeId, change, on)
  for (const { id, isNew, code, parentId, ...shape } of plan.saves) {
    if (isNew) await tx.insert(units).values({ id, treeId, code, createdAt: tools.now })
    await saveUnit(dated, { id, treeId, code, parentId }, shape)
    if (isNew) await saveReach(tx, id, reach)
  }
  for (const { id, after } of plan.people) await saveHeld(dated, { personId: id, treeId }, after)
  const closed = plan.closes.map(({ id }) => id)
  const counts = { groups: 0, bots: 0, programmes: 0, moved: 0 }
  for (const { id, into } of plan.closes) {
    await moveStandIns(dated, id, into)
    counts.bots += await moveBots(dated, id, into)
    counts.groups += await moveGroups(dated, id, into)
    counts.programmes += await moveProgrammes(tools, id, into)
    await tx
      .update(invites)
      .set({ unitId: into })
      .where(and(eq(invites.unitId, id), isNull(invites.usedAt), isNull(invites.revokedAt)))
    await endUnit(dated, id)
    await tx.insert(unitSuccessors).values({ unitId: id, successorId: into, fromOn: on })
  }
  const before = plan.closes[0] ? await moveUnitDuties(tools, closed, plan.closes[0].into) : null
  counts.moved += before?.moved.length ?? 0
  const { plan: assigned } = await recomputeAssignments(tools, { treeId, by: 'operator' })
  await before?.settle()
  await recordAudit(tools, {
    treeId,
    actorPersonId: null,
    actorRole: 'operator',
    action: 'change-units',
    details: { kind: change.kind, units: plan.saves.length + closed.length, people: plan.people.length },
  })
  return {
    outcome: 'applied',
    concerned: plan.concerned,
    people: plan.people.map(({ id }) => id),
    ...counts,
    moved: counts.moved + assigned.transfer.length,
    withdrawn: assigned.withdraw.length,
    created: assigned.create.length,
  }
}

/** A new unit is talked to as those it comes from were: with their secretaries, unless all were open. */
async function reachOfSources(tx: Tx, treeId: string, change: UnitChange, on: Day): Promise<Reach> {
  const codes = 'units' in change ? change.units : [change.unit]
  const units = await listUnits(tx, treeId, on)
  const reaches = reachesOf(units)
  const sources = units.filter(({ code }) => codes.includes(code))
  return sources.every(({ id }) => reaches.get(id) === 'members') ? 'members' : 'secretary'
}

/** A code that a closed unit of the tree had is not given again. */
async function isCodeTaken(
  { tx }: StoreTools,
  treeId: string,
  saves: readonly { isNew: boolean; code: string }[],
): Promise<string | null> {
  for (const { code } of saves.filter(({ isNew }) => isNew)) {
    const rows = await tx
      .select({ id: units.id })
      .from(units)
      .where(and(eq(units.treeId, treeId), eq(units.code, code)))
    if (rows.length > 0) return code
  }
  return null
}

async function moveStandIns(tools: StoreTools, from: string, into: string): Promise<void> {
  const { tx, newId } = tools
  const today = dayOf(tools.now)
  const acting = await tx
    .select()
    .from(posts)
    .where(and(eq(posts.unitId, from), gt(posts.validTo, today)))
  for (const row of acting) {
    await tx.insert(posts).values({ ...row, id: newId(), unitId: into, validFrom: today })
    if (row.validFrom >= today) await tx.delete(posts).where(eq(posts.id, row.id))
    else await tx.update(posts).set({ validTo: today }).where(eq(posts.id, row.id))
  }
}

/** The target keeps its own bot of a channel; else it is served by that of the first unit that ends. */
async function moveBots({ tx }: StoreTools, from: string, into: string): Promise<number> {
  const own = await tx.select().from(unitBots).where(eq(unitBots.unitId, into))
  const rows = await tx.select().from(unitBots).where(eq(unitBots.unitId, from))
  let moved = 0
  for (const row of rows) {
    if (own.some(({ channel }) => channel === row.channel))
      await tx.delete(unitBots).where(eq(unitBots.id, row.id))
    else {
      await tx.update(unitBots).set({ unitId: into }).where(eq(unitBots.id, row.id))
      moved += 1
    }
  }
  return moved
}

async function moveGroups(tools: StoreTools, from: string, into: string): Promise<number> {
  const { tx, newId, now } = tools
  const isLive = inArray(groupBindings.state, ['pending', 'bound'])
  const rows = await tx
    .select()
    .from(groupBindings)
    .where(and(eq(groupBindings.unitId, from), isLive))
  const own = await tx
    .select()
    .from(groupBindings)
    .where(and(eq(groupBindings.unitId, into), isLive))
  for (const row of rows) {
    await tx
      .update(groupBindings)
      .set({ state: 'unbound', decidedAt: now })
      .where(eq(groupBindings.id, row.id))
    if (!own.some(({ chatId }) => chatId === row.chatId))
      await tx.insert(groupBindings).values({ ...row, id: newId(), unitId: into })
  }
  return rows.length
}

async function moveProgrammes({ tx }: StoreTools, from: string, into: string): Promise<number> {
  const rows = await tx
    .update(programmes)
    .set({ ownerUnitId: into })
    .where(and(eq(programmes.ownerUnitId, from), inArray(programmes.state, ['draft', 'published', 'live'])))
    .returning({ id: programmes.id })
  return rows.length
}
