import { listBotsOfUnit } from '../store/unit-bots.ts'
import { dayOf } from '../time.ts'
import type { Tools } from './command.ts'

/** Where a code can be used: a bot of each channel, with a link that carries the code where it can. */
export interface InviteLink {
  channel: string
  /** Shown name of the bot. */
  bot: string
  link: string
}

/** The bots that serve a unit, with links for a code; `group` links add the bot to a group. */
export async function listInviteLinks(
  tools: Pick<Tools, 'tx' | 'now' | 'bots'>,
  unitId: string,
  code: string,
  group = false,
): Promise<InviteLink[]> {
  const bots = await listBotsOfUnit(tools.tx, unitId, dayOf(tools.now))
  return bots.map((bot) => ({
    channel: bot.channel,
    bot: bot.displayName,
    link: tools.bots.link(bot, code, group),
  }))
}

/** The links as lines of a message. */
export function linkLines(links: readonly InviteLink[]): string {
  return links.map(({ bot, link }) => `• ${bot}: ${link}`).join('\n')
}
