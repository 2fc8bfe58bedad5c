import { eq, and } from 'drizzle-orm'
import type { Day } from '../time.ts'
import { holdsOn } from './as-of.ts'
import type { Tx } from './database.ts'
import { supervisions } from './schema/index.ts'

/** Who supervises each unit of a tree on a day, besides the tree; in the order in which they were charged. */
export async function listSupervisors(tx: Tx, treeId: string, day: Day): Promise<Map<string, string[]>> {
  const rows = await tx
    .select({ unitId: supervisions.unitId, personId: supervisions.personId })
    .from(supervisions)
    .where(and(eq(supervisions.treeId, treeId), holdsOn(supervisions, day)))
    .orderBy(supervisions.validFrom, supervisions.id)
  const supervisors = new Map<string, string[]>()
  for (const { unitId, personId } of rows)
    supervisors.set(unitId, [...(supervisors.get(unitId) ?? []), personId])
  return supervisors
}
