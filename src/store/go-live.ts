import { eq } from 'drizzle-orm'
import type { Day } from '../time.ts'
import { recordAudit, type StoreTools } from './audit.ts'
import type { ProgrammeRow } from './programmes.ts'
import { recomputeAssignments } from './recompute-assignments.ts'
import { programmes } from './schema/index.ts'

/**
 * Puts a published programme to use from a day on: from then messages are sent. What was due before that
 * day is marked as such and is never nudged and never late. Doing it again moves the day.
 */
export async function goLive(tools: StoreTools, programme: ProgrammeRow, from: Day): Promise<void> {
  await tools.tx
    .update(programmes)
    .set({ state: 'live', liveFrom: from })
    .where(eq(programmes.id, programme.id))
  await recomputeAssignments(tools, { treeId: programme.treeId, by: 'operator' })
  await recordAudit(tools, {
    treeId: programme.treeId,
    actorPersonId: null,
    actorRole: 'operator',
    action: 'go-live',
    aboutUnitId: programme.ownerUnitId,
    details: { programmeId: programme.id, from },
  })
}
