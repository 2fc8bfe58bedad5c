import { and, inArray, sql } from 'drizzle-orm'
import { type MemberImport, planMemberImport, type RosterPerson } from '../domain/plan-member-import.ts'
import { isSamePlace, planUnitImport, type UnitImport } from '../domain/plan-unit-import.ts'
import type { RosterRow } from '../domain/roster-columns.ts'
import { type Day, dayOf } from '../time.ts'
import { listAway } from './absences.ts'
import { recordAudit, type StoreTools } from './audit.ts'
import { savePerson, saveTree, saveUnit } from './change-roster.ts'
import type { Tx } from './database.ts'
import { listPersonViews } from './people.ts'
import { saveReach } from './reach.ts'
import { people } from './schema/index.ts'
import { listTrees, listUnits } from './units.ts'
import type { Vault } from './vault.ts'

export type ImportTools = StoreTools & { vault: Vault }

/** Brings the assignments of these trees in line with the roster, in the same transaction. */
export type RecomputeTrees = (tools: ImportTools, treeIds: readonly string[]) => Promise<void>

export interface ImportOptions {
  root?: string
  tree?: string
  /** Plans only. */
  dryRun?: boolean
}

// Two imports at once would plan from the same state; any constant will do.
const IMPORT_LOCK = 7_164_903

/** Plans a units file and, unless it has problems or only the plan is wanted, applies it. */
export async function importUnits(
  tools: ImportTools,
  rows: readonly RosterRow[],
  options: ImportOptions,
  recompute: RecomputeTrees,
): Promise<UnitImport> {
  await lockImports(tools.tx)
  const existing = await loadUnits(tools)
  const plan = planUnitImport(rows, existing, options)
  if (plan.problems.length > 0 || options.dryRun) return plan

  const treeIds = new Map(existing.trees.map((tree) => [tree.code, tree.id]))
  const unitIds = new Map(existing.units.map((unit) => [keyOf(unit.treeId, unit.code), unit.id]))
  for (const change of plan.changes) {
    const treeId = treeIds.get(change.treeCode) ?? (await saveTree(tools, change.treeCode))
    treeIds.set(change.treeCode, treeId)
    const { parentCode } = change.after
    const parentId = parentCode === null ? null : (unitIds.get(keyOf(treeId, parentCode)) ?? null)
    const unit = { id: change.unitId, treeId, code: change.code, parentId }
    const isSame = change.before !== null && isSamePlace(change.before, change.after)
    const unitId = isSame && unit.id ? unit.id : await saveUnit(tools, unit, change.after)
    unitIds.set(keyOf(treeId, change.code), unitId)
    if (change.after.reach !== (change.before?.reach ?? null))
      await saveReach(tools.tx, unitId, change.after.reach)
  }
  const changed = new Set(plan.changes.map((change) => treeIds.get(change.treeCode)!))
  await finish(tools, 'units', changed, plan.changes.length, recompute)
  return plan
}

/** Plans a members file and, unless it has problems or only the plan is wanted, applies it. */
export async function importMembers(
  tools: ImportTools,
  rows: readonly RosterRow[],
  options: ImportOptions,
  recompute: RecomputeTrees,
): Promise<MemberImport> {
  await lockImports(tools.tx)
  const units = await loadUnits(tools)
  const roster = { ...units, people: await loadPeople(tools, units.trees) }
  const plan = planMemberImport(rows, roster, { ...options, today: dayOf(tools.now) })
  if (plan.problems.length > 0 || options.dryRun) return plan

  for (const change of plan.changes) await savePerson(tools, change)
  const changed = new Set(plan.changes.map((change) => change.treeId))
  await finish(tools, 'members', changed, plan.changes.length, recompute)
  return plan
}

function keyOf(treeId: string, code: string): string {
  return `${treeId}\n${code}`
}

async function finish(
  tools: ImportTools,
  what: string,
  treeIds: ReadonlySet<string>,
  changes: number,
  recompute: RecomputeTrees,
): Promise<void> {
  for (const treeId of treeIds) {
    await recordAudit(tools, {
      treeId,
      actorPersonId: null,
      actorRole: 'operator',
      action: 'import',
      details: { what, changes },
    })
  }
  if (treeIds.size > 0) await recompute(tools, [...treeIds])
}

async function lockImports(tx: Tx): Promise<void> {
  await tx.execute(sql`select pg_advisory_xact_lock(${IMPORT_LOCK})`)
}

async function loadUnits({ tx, now }: ImportTools) {
  const trees = await listTrees(tx)
  const units = []
  for (const tree of trees) units.push(...(await listUnits(tx, tree.id, dayOf(now))))
  return { trees, units }
}

/** Everybody of these trees (or these of them) as the roster keeps them today. */
export async function loadPeople(
  tools: ImportTools,
  trees: readonly { id: string }[],
  personIds?: readonly string[],
): Promise<RosterPerson[]> {
  if (trees.length === 0) return []
  const rows = await tools.tx
    .select({ id: people.id, phoneSealed: people.phoneSealed })
    .from(people)
    .where(
      and(
        inArray(
          people.treeId,
          trees.map((tree) => tree.id),
        ),
        personIds && inArray(people.id, [...personIds]),
      ),
    )
  const phones = new Map(rows.map((row) => [row.id, row.phoneSealed]))
  const views = await listPersonViews(
    tools.tx,
    rows.map((row) => row.id),
    dayOf(tools.now),
  )
  const away = new Map<string, Day>()
  for (const { id } of trees) {
    for (const [personId, until] of await listAway(tools.tx, id, dayOf(tools.now))) away.set(personId, until)
  }
  return views.map((view) => {
    const awayUntil = away.get(view.id)
    const sealed = phones.get(view.id) ?? null
    const phone = sealed === null ? null : tools.vault.open(`people.phone_sealed:${view.id}`, sealed)
    return { ...view, phone, ...(awayUntil && { awayUntil }) }
  })
}
