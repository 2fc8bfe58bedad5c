import { and, eq, isNull } from 'drizzle-orm'
import type { Tools } from '../commands/command.ts'
import type { AlertPlan, OpenTrouble, TroubleKind } from '../domain/plan-alerts.ts'
import type { Tx } from './database.ts'
import { troubles } from './schema/index.ts'

type Work = Pick<Tools, 'tx' | 'machineNow' | 'newId'>

/** Every trouble that is not over, the oldest first. */
export async function listOpenTroubles(tx: Tx): Promise<(OpenTrouble & { firstSeenAt: Date })[]> {
  const rows = await tx
    .select()
    .from(troubles)
    .where(isNull(troubles.overAt))
    .orderBy(troubles.firstSeenAt, troubles.id)
  return rows.map((row) => ({
    ...row,
    kind: row.kind as TroubleKind,
    values: row.values as OpenTrouble['values'],
  }))
}

/** Writes down what a look changed; `told`: somebody of the office can read it. Ids of what begins, in order. */
export async function saveTroubles(work: Work, plan: AlertPlan, told: boolean): Promise<string[]> {
  const { tx, machineNow, newId } = work
  const begun: string[] = []
  for (const trouble of plan.begins) {
    const id = newId()
    const isTold = told && plan.tell.some((one) => one.id === null && one.trouble === trouble)
    await tx.insert(troubles).values({
      id,
      ...trouble,
      firstSeenAt: machineNow,
      lastSeenAt: machineNow,
      toldAt: isTold ? machineNow : null,
    })
    begun.push(id)
  }
  for (const { id, values } of plan.stays) {
    const isTold = told && plan.tell.some((one) => one.id === id)
    await tx
      .update(troubles)
      .set({ values, lastSeenAt: machineNow, ...(isTold && { toldAt: machineNow }) })
      .where(eq(troubles.id, id))
  }
  for (const { open } of plan.ends)
    await tx.update(troubles).set({ overAt: machineNow }).where(eq(troubles.id, open.id))
  return begun
}

/** Keeps open troubles of a kind from being told until then; null: tells again what was not told. Returns how many. */
export async function muteTroubles(tx: Tx, kind: TroubleKind, until: Date | null): Promise<number> {
  const rows = await tx
    .update(troubles)
    .set({ mutedUntil: until })
    .where(and(eq(troubles.kind, kind), isNull(troubles.overAt)))
    .returning({ id: troubles.id })
  return rows.length
}
