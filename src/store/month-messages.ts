import { and, eq, gte, isNull, lt, notInArray, sql } from 'drizzle-orm'
import type { Tx } from './database.ts'
import { assignments, obligations, outbox } from './schema/index.ts'

/** Messages of one bot in a span: all that left or will, and the answers among them. */
export interface BotMessages {
  all: number
  replies: number
}

/** What each bot sent, or has queued, in a span of product time. */
export async function countByBot(tx: Tx, span: { from: Date; to: Date }): Promise<Map<string, BotMessages>> {
  const rows = await tx
    .select({
      botId: outbox.botId,
      all: sql<number>`count(*)::int`,
      replies: sql<number>`(count(*) filter (where ${outbox.class} = 'reply'))::int`,
    })
    .from(outbox)
    .where(
      and(
        gte(outbox.saidAt, span.from),
        lt(outbox.saidAt, span.to),
        notInArray(outbox.state, ['cancelled', 'dead']),
      ),
    )
    .groupBy(outbox.botId)
  return new Map(rows.map(({ botId, ...counts }) => [botId, counts]))
}

/** What is still owed by people and units of these programmes and falls due in a span of days. */
export async function listOpenDue(
  tx: Tx,
  programmeIds: readonly string[],
  span: { from: string; to: string },
): Promise<{ unitId: string; personId: string | null; dueOn: string }[]> {
  if (programmeIds.length === 0) return []
  const rows = await tx
    .select({ unitId: assignments.unitId, personId: assignments.personId, dueOn: assignments.dueOn })
    .from(assignments)
    .innerJoin(obligations, eq(obligations.id, assignments.obligationId))
    .where(
      and(
        sql`${obligations.programmeId} = any(${`{${programmeIds.join(',')}}`}::uuid[])`,
        eq(assignments.state, 'open'),
        isNull(assignments.closedAt),
        eq(assignments.beforeBot, false),
        eq(assignments.voluntary, false),
        gte(assignments.dueOn, span.from),
        sql`${assignments.dueOn} <= ${span.to}`,
      ),
    )
  return rows.map((row) => ({ ...row, dueOn: row.dueOn! }))
}
