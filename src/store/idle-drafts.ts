import { and, eq, gte, isNull, lte, or, sql } from 'drizzle-orm'
import type { Day } from '../time.ts'
import type { Tx } from './database.ts'
import { assignments, drafts, obligations, outbox, reminders } from './schema/index.ts'

/** An unfinished form that nobody has touched for a while. */
export interface IdleDraft {
  draftId: string
  assignmentId: string
  programmeId: string
  obligationCode: string
  period: string
  unitId: string
  dueOn: Day | null
  dueZone: string
  /** Who wrote in it last. */
  writerId: string
}

/**
 * Unfinished forms of a tree for what is still owed and not past its date, left between `from` and `to` (product
 * time), of which no nudge spoke since `nudgedSince` (machine time).
 */
export async function listIdleDrafts(
  tx: Tx,
  treeId: string,
  left: { from: Date; to: Date; today: Day; nudgedSince: Date },
): Promise<IdleDraft[]> {
  const nudged = tx
    .select({ one: sql`1` })
    .from(reminders)
    .innerJoin(outbox, eq(outbox.id, reminders.outboxId))
    .where(
      and(
        eq(reminders.assignmentId, assignments.id),
        eq(outbox.topic, 'nudge'),
        gte(outbox.createdAt, left.nudgedSince),
      ),
    )
  return tx
    .select({
      draftId: drafts.id,
      assignmentId: assignments.id,
      programmeId: obligations.programmeId,
      obligationCode: obligations.code,
      period: assignments.period,
      unitId: drafts.unitId,
      dueOn: assignments.dueOn,
      dueZone: assignments.dueZone,
      writerId: sql<string>`coalesce(${drafts.penPersonId}, ${drafts.personId})`,
    })
    .from(drafts)
    .innerJoin(assignments, eq(assignments.id, drafts.assignmentId))
    .innerJoin(obligations, eq(obligations.id, assignments.obligationId))
    .where(
      and(
        eq(drafts.treeId, treeId),
        eq(drafts.state, 'open'),
        gte(drafts.updatedAt, left.from),
        lte(drafts.updatedAt, left.to),
        eq(assignments.state, 'open'),
        isNull(assignments.closedAt),
        or(isNull(assignments.dueOn), gte(assignments.dueOn, left.today)),
        sql`coalesce(${drafts.penPersonId}, ${drafts.personId}) is not null`,
        sql`not exists (${nudged})`,
      ),
    )
    .orderBy(drafts.id)
}
