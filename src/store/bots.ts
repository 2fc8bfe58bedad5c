import { and, eq, notInArray } from 'drizzle-orm'
import type { BotIdentity } from '../channels/channel-adapter.ts'
import type { Database, Tx } from './database.ts'
import { bots } from './schema/index.ts'

export type BotRow = typeof bots.$inferSelect

/**
 * The row of the bot that a token belongs to, made or brought up to date; active again, because its token
 * just answered.
 */
export async function saveBot(
  tx: Tx | Database,
  bot: BotIdentity & { channel: string; newId: () => string; machineNow: Date },
): Promise<BotRow> {
  const { channel, externalId, displayName, handle, canJoinGroups } = bot
  const shown = { displayName, handle, canJoinGroups, state: 'active', stateReason: null }
  const [row] = await tx
    .insert(bots)
    .values({ id: bot.newId(), channel, externalId, ...shown, createdAt: bot.machineNow })
    .onConflictDoUpdate({ target: [bots.channel, bots.externalId], set: shown })
    .returning()
  return row!
}

/** Bots without a token here wait; nothing of theirs is lost. Stopped ones stay stopped. */
export async function pauseOtherBots(tx: Tx | Database, connectedIds: readonly string[]): Promise<void> {
  await tx
    .update(bots)
    .set({ state: 'paused', stateReason: 'no-token' })
    .where(
      and(
        eq(bots.state, 'active'),
        connectedIds.length > 0 ? notInArray(bots.id, [...connectedIds]) : undefined,
      ),
    )
}

/** A dead token (401) or a second user of it (409) stops this bot and no other. */
export async function stopBot(tx: Tx | Database, botId: string, reason: string): Promise<void> {
  await tx.update(bots).set({ state: 'stopped', stateReason: reason }).where(eq(bots.id, botId))
}

/** Lets a stopped bot work again: its token answered, or the operator says that the reason is gone. */
export async function startBot(tx: Tx | Database, botId: string): Promise<void> {
  await tx
    .update(bots)
    .set({ state: 'active', stateReason: null })
    .where(and(eq(bots.id, botId), eq(bots.state, 'stopped')))
}

export async function listBots(tx: Tx | Database): Promise<BotRow[]> {
  return tx.select().from(bots).orderBy(bots.channel, bots.createdAt, bots.id)
}

export async function getBot(tx: Tx | Database, botId: string): Promise<BotRow> {
  const [row] = await tx.select().from(bots).where(eq(bots.id, botId))
  if (!row) throw new Error('there is no such bot')
  return row
}

/** What is registered at the platform, so that it is registered again only on change. */
export async function saveRegistration(
  tx: Tx | Database,
  botId: string,
  registered: { webhookUrl?: string | null; webhookDigest?: string | null; menuDigest?: string },
): Promise<void> {
  await tx.update(bots).set(registered).where(eq(bots.id, botId))
}

/** The last answered poll, machine time. */
export async function savePolledAt(tx: Tx | Database, botId: string, at: Date): Promise<void> {
  await tx.update(bots).set({ polledAt: at }).where(eq(bots.id, botId))
}

/** The bot says nothing until then (machine time); with `scheduled`, nothing that was not asked for. */
export async function pauseBot(
  tx: Tx | Database,
  botId: string,
  until: Date,
  what: 'all' | 'scheduled' = 'all',
): Promise<void> {
  await tx
    .update(bots)
    .set(what === 'all' ? { pausedUntil: until } : { quotaUntil: until })
    .where(eq(bots.id, botId))
}
