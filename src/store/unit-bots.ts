import { and, count, eq, inArray } from 'drizzle-orm'
import type { Day } from '../time.ts'
import { recordAudit, type StoreTools } from './audit.ts'
import { type BotRow, listBots } from './bots.ts'
import type { Tx } from './database.ts'
import { groupBindings, unitBots } from './schema/index.ts'
import { ancestorsOf } from './units.ts'

/** The bot that serves a unit on each channel, by channel: its own, else that of the nearest unit above. */
export async function listBotsOfUnit(tx: Tx, unitId: string, day: Day): Promise<BotRow[]> {
  const line = [unitId, ...(await ancestorsOf(tx, unitId, day))]
  const assigned = await tx.select().from(unitBots).where(inArray(unitBots.unitId, line))
  const all = await listBots(tx)
  const channels = [...new Set(all.map((bot) => bot.channel))]
  return channels.flatMap((channel) => {
    const ofChannel = all.filter((bot) => bot.channel === channel)
    const nearest = line
      .map((each) => assigned.find((row) => row.unitId === each && row.channel === channel))
      .find((row) => row !== undefined)
    const bot = nearest ? ofChannel.find((each) => each.id === nearest.botId) : onlyBot(ofChannel)
    return bot ? [bot] : []
  })
}

/** With one bot of a channel there is nothing to assign. One without token counts when it is the only one. */
export function onlyBot(ofChannel: readonly BotRow[]): BotRow | null {
  const active = ofChannel.filter((bot) => bot.state === 'active')
  if (active.length === 1) return active[0]!
  return ofChannel.length === 1 ? ofChannel[0]! : null
}

/** Every assignment of the deployment: unit, channel and bot. */
export async function listUnitBots(tx: Tx): Promise<{ unitId: string; channel: string; botId: string }[]> {
  return tx
    .select({ unitId: unitBots.unitId, channel: unitBots.channel, botId: unitBots.botId })
    .from(unitBots)
}

/** How many groups of each unit are bound, by unit. */
export async function countBoundGroups(tx: Tx): Promise<Map<string, number>> {
  const rows = await tx
    .select({ unitId: groupBindings.unitId, groups: count() })
    .from(groupBindings)
    .where(eq(groupBindings.state, 'bound'))
    .groupBy(groupBindings.unitId)
  return new Map(rows.map((row) => [row.unitId, row.groups]))
}

/** Lets the bot serve a unit and, unless they have their own, the units below. */
export async function assignBot(
  tools: StoreTools,
  unit: { id: string; treeId: string },
  bot: { id: string; channel: string },
): Promise<void> {
  const { tx, now } = tools
  await tx.delete(unitBots).where(and(eq(unitBots.unitId, unit.id), eq(unitBots.channel, bot.channel)))
  await tx.insert(unitBots).values({
    id: tools.newId(),
    treeId: unit.treeId,
    unitId: unit.id,
    channel: bot.channel,
    botId: bot.id,
    assignedAt: now,
  })
  await recordAudit(tools, {
    treeId: unit.treeId,
    actorPersonId: null,
    actorRole: 'operator',
    action: 'assign-bot',
    aboutUnitId: unit.id,
    details: { botId: bot.id, channel: bot.channel },
  })
}
