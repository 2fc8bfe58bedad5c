import { and, desc, eq, isNull, sql } from 'drizzle-orm'
import type { Tools } from '../commands/command.ts'
import type { Database, Tx } from './database.ts'
import { notifyWorkers } from './notify.ts'
import { outbox, restores } from './schema/index.ts'

/** What waits for the operator after a restore, by kind. */
export interface HeldKind {
  kind: string
  class: 'reply' | 'scheduled'
  count: number
  oldest: Date
  newest: Date
}

/** The restore that is not decided yet; null on every ordinary day. `takenAt` is product time. */
export async function findOpenRestore(
  tx: Tx | Database,
): Promise<{ takenAt: Date; restoredAt: Date } | null> {
  const [row] = await tx
    .select({ takenAt: restores.takenAt, restoredAt: restores.restoredAt })
    .from(restores)
    .where(isNull(restores.decidedAt))
    .orderBy(desc(restores.restoredAt))
    .limit(1)
  return row ?? null
}

export async function countHeld(tx: Tx | Database): Promise<HeldKind[]> {
  return tx
    .select({
      kind: outbox.topic,
      class: sql<'reply' | 'scheduled'>`${outbox.class}`,
      count: sql<number>`count(*)::int`,
      oldest: sql`min(${outbox.createdAt})`.mapWith(outbox.createdAt),
      newest: sql`max(${outbox.createdAt})`.mapWith(outbox.createdAt),
    })
    .from(outbox)
    .where(eq(outbox.state, 'held'))
    .groupBy(outbox.topic, outbox.class)
    .orderBy(outbox.topic, outbox.class)
}

/**
 * Lets held messages go (`release`) or never (`drop`); of `kind` alone, or all, which also ends the time in
 * which new scheduled messages are held. What may have arrived before is not sent again: it becomes
 * `uncertain`. A dropped message keeps its key, so that it is not planned anew.
 */
export async function decideHeld(
  work: Pick<Tools, 'tx' | 'now'>,
  decision: 'release' | 'drop',
  kind?: string,
): Promise<{ released: number; dropped: number; uncertain: number; isOver: boolean }> {
  const { tx } = work
  const rows = await tx
    .update(outbox)
    .set(
      decision === 'drop'
        ? { state: 'cancelled', errorCode: 'dropped' }
        : {
            state: sql`case when ${outbox.wasUncertain} and ${outbox.class} = 'scheduled' then 'uncertain' else 'queued' end`,
          },
    )
    .where(and(eq(outbox.state, 'held'), kind === undefined ? undefined : eq(outbox.topic, kind)))
    .returning({ state: outbox.state, botId: outbox.botId })
  const isOver = (await countHeld(tx)).length === 0
  if (isOver) await tx.update(restores).set({ decidedAt: work.now }).where(isNull(restores.decidedAt))
  for (const botId of new Set(rows.map((row) => row.botId))) await notifyWorkers(tx, 'nhipquy_outbox', botId)
  const of = (...states: string[]) => rows.filter((row) => states.includes(row.state)).length
  return { released: of('queued'), dropped: of('cancelled'), uncertain: of('uncertain'), isOver }
}
