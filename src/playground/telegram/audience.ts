import type { Bot, Entry, Group } from './model.ts'
import type { Platform } from './platform.ts'
import { botsIn, isAdministrator, type World } from './world.ts'

/**
 * Tells the bots of a chat about a message that a person or the chat itself wrote. What is kept from a bot
 * is noted on the entry.
 */
export function tellBots(platform: Platform, entry: Entry, group: Group | null, kind: string): void {
  const { world, queue } = platform
  const bots = group ? botsIn(world, group) : world.bots.values().filter((bot) => bot.id === entry.bot)
  for (const bot of bots) {
    if (group && !sees(world, bot, group, entry)) {
      entry.withheld.push({ bot: bot.id, reason: 'privacy' })
    } else if (!queue.push(bot, kind, entry.message, { chat: entry.chat, entry: entry.seq })) {
      entry.withheld.push({ bot: bot.id, reason: 'allowed_updates' })
    }
  }
  if (entry.withheld.length > 0) world.transcript.change(entry)
}

/**
 * Whether a group message reaches a bot, after the lists of core.telegram.org/bots/faq ("What messages will
 * my bot get?") and bots/features (Privacy mode): every bot gets service messages; no bot gets what other
 * bots wrote; administrators and bots without privacy mode get the rest; with privacy mode only commands
 * meant for them, general commands if they were the last bot to speak in the group, and replies to
 * their messages. A mention alone is not in that list.
 */
function sees(world: World, bot: Bot, group: Group, entry: Entry): boolean {
  if (entry.author === 'service') return true
  if (entry.author === 'bot') return false
  if (!bot.hasPrivacy || isAdministrator(group, bot.id)) return true
  const replied = entry.message['reply_to_message'] as { from?: { id: number } } | undefined
  if (replied?.from?.id === bot.id) return true
  const command = /^\/\w+(?:@(\w+))?/.exec(entry.text)
  if (!command) return false
  if (command[1]) return command[1].toLowerCase() === bot.username.toLowerCase()
  return isGeneralAddressee(world, bot, group)
}

/** The last bot that spoke; with none yet, or with one bot in the group, everyone there. */
function isGeneralAddressee(world: World, bot: Bot, group: Group): boolean {
  if (botsIn(world, group).length === 1) return true
  const last = world.transcript
    .all()
    .filter((entry) => entry.chat === group.id && entry.author === 'bot')
    .at(-1)
  return !last || last.bot === bot.id
}
