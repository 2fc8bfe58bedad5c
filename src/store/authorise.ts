import { eq } from 'drizzle-orm'
import { type Action, type Decision, decideAccess, type UnitLine } from '../domain/access.ts'
import type { PersonView } from '../domain/person.ts'
import { dayOf } from '../time.ts'
import { recordAudit, type StoreTools } from './audit.ts'
import { findPersonView } from './people.ts'
import { people, units } from './schema/index.ts'
import { linesOf } from './units.ts'

/**
 * About whom: a unit; a person (in all units of that person); or a person in one unit, where a row says
 * that the two belong together (what was filed in a unit stays there after a transfer).
 */
export interface ActionTarget {
  unitId?: string
  personId?: string
  /** Ids and counts for the audit, never words. */
  details?: Record<string, string | number | boolean | null>
}

/**
 * May the actor do this about that, as the roster stands today? An allowed act about anybody but oneself
 * leaves an audit row in the same transaction. A target that does not exist is refused.
 */
export async function authorise(
  tools: StoreTools,
  actor: PersonView | 'operator',
  action: Action,
  target: ActionTarget,
): Promise<boolean> {
  const { decision, treeId } = await weigh(tools, actor, action, target)
  if (!decision.allowed) return false
  if (decision.relation === 'self') return true
  await recordAudit(tools, {
    treeId,
    actorPersonId: actor === 'operator' ? null : actor.id,
    actorRole: decision.role,
    action,
    aboutPersonId: target.personId ?? null,
    aboutUnitId: target.unitId ?? null,
    ...(target.details && { details: target.details }),
  })
  return true
}

/** As `authorise`, for offering a choice: nothing is done yet, so nothing is recorded. */
export async function mayDo(
  tools: StoreTools,
  actor: PersonView | 'operator',
  action: Action,
  target: ActionTarget,
): Promise<boolean> {
  return (await weigh(tools, actor, action, target)).decision.allowed
}

async function weigh(
  tools: StoreTools,
  actor: PersonView | 'operator',
  action: Action,
  target: ActionTarget,
): Promise<{ decision: Decision; treeId: string | null }> {
  const refused = { decision: { allowed: false } as const, treeId: null }
  const treeId = await treeOf(tools, target)
  if (!treeId) return refused
  const decision = decideAccess(actor, action, {
    treeId,
    ...(target.personId !== undefined && { personId: target.personId }),
    units: await unitLines(tools, target),
  })
  return { decision, treeId }
}

/** The tree of the target; null when there is no such unit or person, or the two are of different trees. */
async function treeOf({ tx }: StoreTools, target: ActionTarget): Promise<string | null> {
  const found: (string | undefined)[] = []
  if (target.unitId !== undefined) {
    const rows = await tx.select({ treeId: units.treeId }).from(units).where(eq(units.id, target.unitId))
    found.push(rows[0]?.treeId)
  }
  if (target.personId !== undefined) {
    const rows = await tx.select({ treeId: people.treeId }).from(people).where(eq(people.id, target.personId))
    found.push(rows[0]?.treeId)
  }
  const [treeId] = found
  return treeId !== undefined && found.every((each) => each === treeId) ? treeId : null
}

async function unitLines(tools: StoreTools, target: ActionTarget): Promise<UnitLine[]> {
  const day = dayOf(tools.now)
  let unitIds = target.unitId === undefined ? [] : [target.unitId]
  if (target.unitId === undefined && target.personId !== undefined) {
    const person = await findPersonView(tools.tx, target.personId, day)
    const held = [...(person?.memberships ?? []), ...(person?.posts ?? [])]
    unitIds = [...new Set(held.map((each) => each.unitId))]
  }
  const lines = await linesOf(tools.tx, unitIds, day)
  return unitIds.map((unitId) => ({ unitId, ancestors: lines.get(unitId) ?? [] }))
}
