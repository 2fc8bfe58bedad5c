import { and, eq, inArray, sql } from 'drizzle-orm'
import type { Update } from '../channels/channel-adapter.ts'
import type { Database, Tx } from './database.ts'
import { notifyWorkers } from './notify.ts'
import { bots, updates } from './schema/index.ts'
import type { Vault } from './vault.ts'

/** An update to be kept. Without content it is only remembered as seen. */
export interface NewUpdate {
  id: string
  update: Update
  state: 'waiting' | 'ignored'
  reason: string | null
}

/**
 * Stores a batch of one bot and the cursor that confirms it, in one transaction; wakes the workers.
 * Returns the ids of those that were new.
 */
export async function saveUpdates(
  tx: Tx,
  vault: Vault,
  batch: { botId: string; rows: readonly NewUpdate[]; cursor: string | null; machineNow: Date },
): Promise<Set<string>> {
  // One writer per bot: rows become visible in the order of their numbers.
  await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${`updates:${batch.botId}`}, 0))`)
  if (batch.cursor !== null) {
    await tx.update(bots).set({ pollCursor: batch.cursor }).where(eq(bots.id, batch.botId))
  }
  if (batch.rows.length === 0) return new Set()
  const saved = await tx
    .insert(updates)
    .values(
      batch.rows.map(({ id, update, state, reason }) => ({
        id,
        botId: batch.botId,
        updateKey: update.key,
        chatExternalId: update.chat.externalId,
        state,
        reason,
        contentSealed: state === 'waiting' ? vault.seal(contentPlace(id), JSON.stringify(update)) : null,
        receivedAt: batch.machineNow,
      })),
    )
    .onConflictDoNothing({ target: [updates.botId, updates.updateKey] })
    .returning({ id: updates.id })
  if (saved.length > 0) await notifyWorkers(tx, 'nhipquy_updates', batch.botId)
  return new Set(saved.map((row) => row.id))
}

/** An update that a worker holds; the row is locked until its transaction ends. */
export interface ClaimedUpdate {
  id: string
  botId: string
  reason: string | null
  attempts: number
  contentSealed: string | null
  /** When it was stored (machine time). */
  receivedAt: Date
}

/** The oldest waiting update of a chat in which nobody else is working; null: there is none now. */
export async function claimUpdate(tx: Tx, machineNow: Date): Promise<ClaimedUpdate | null> {
  const [row] = await tx.execute<{
    id: string
    bot_id: string
    reason: string | null
    attempts: number
    content_sealed: string | null
    received_at: string
  }>(sql`
    with claimed as (
    select u.id, u.bot_id, u.chat_external_id, u.reason, u.attempts, u.content_sealed, u.received_at
    from updates u
    where u.state = 'waiting'
      and (u.next_attempt_at is null or u.next_attempt_at <= ${machineNow.toISOString()}::timestamptz)
      and not exists (
        select 1 from updates e
        where e.state = 'waiting' and e.bot_id = u.bot_id
          and e.chat_external_id = u.chat_external_id and e.seq < u.seq)
    order by u.seq
    limit 1
    for update of u skip locked)
    -- A replayed update is older than what is being handled: the lane keeps them apart.
    select c.*, pg_advisory_xact_lock(hashtextextended('chat:' || c.bot_id || ':' || c.chat_external_id, 0))
    from claimed c`)
  if (!row) return null
  const { id, bot_id: botId, reason, attempts, content_sealed: contentSealed } = row
  return { id, botId, reason, attempts, contentSealed, receivedAt: new Date(row.received_at) }
}

/** What is kept of a claimed update. Throws when it is damaged or was sealed under another secret. */
export function openUpdate(vault: Vault, claimed: ClaimedUpdate): Update {
  if (claimed.contentSealed === null) throw new Error('an update waits without its content')
  return JSON.parse(vault.open(contentPlace(claimed.id), claimed.contentSealed)) as Update
}

/** The update is done. A refused one keeps its reason and loses what was kept of it. */
export async function saveHandled(
  tx: Tx,
  id: string,
  state: 'handled' | 'refused' | 'ignored',
  machineNow: Date,
): Promise<void> {
  await tx
    .update(updates)
    .set({ state, handledAt: machineNow, ...(state === 'refused' && { contentSealed: null }) })
    .where(eq(updates.id, id))
}

/** One more try has failed. `nextAttemptAt` null: it is parked, and its chat goes on. */
export async function saveFailedAttempt(
  tx: Tx,
  id: string,
  failure: { attempts: number; reason: string; nextAttemptAt: Date | null },
): Promise<void> {
  const { attempts, nextAttemptAt, reason } = failure
  const parked = nextAttemptAt === null
  await tx
    .update(updates)
    .set({ attempts, nextAttemptAt, ...(parked && { state: 'parked', reason }) })
    .where(and(eq(updates.id, id), eq(updates.state, 'waiting')))
}

/** Lets parked updates be handled again (all, or one). Returns how many. */
export async function replayUpdates(tx: Tx, id?: string): Promise<number> {
  const rows = await tx
    .update(updates)
    .set({ state: 'waiting', attempts: 0, nextAttemptAt: null, reason: null })
    .where(
      and(
        eq(updates.state, 'parked'),
        sql`${updates.contentSealed} is not null`,
        id ? eq(updates.id, id) : undefined,
      ),
    )
    .returning({ botId: updates.botId })
  for (const botId of new Set(rows.map((row) => row.botId))) await notifyWorkers(tx, 'nhipquy_updates', botId)
  return rows.length
}

/** Counts by state, for metrics and `status`. */
export async function countUpdates(db: Database | Tx): Promise<{ state: string; count: number }[]> {
  return db
    .select({ state: updates.state, count: sql<number>`count(*)::int` })
    .from(updates)
    .where(inArray(updates.state, ['waiting', 'parked', 'handled', 'refused', 'ignored']))
    .groupBy(updates.state)
}

function contentPlace(id: string): string {
  return `updates.content_sealed:${id}`
}
