import { ControlError } from '../../server/control-http.ts'
import { groupChatObject, privateChatObject } from '../api-objects.ts'
import type { Bot, Entry, Group, User } from '../model.ts'
import { findMessage, findPrivate, getBot, getGroup, getUser, isMember, type World } from '../world.ts'

/** Who acts and where: the private chat with a bot unless a group's id is given as `chat`. */
export interface ActPlace {
  user: number
  chat?: number
  /** Id or username; needed for private chats when the server has several bots. */
  bot?: number | string
}

export interface Place {
  user: User
  group: Group | null
  /** The bot of a private chat. */
  bot: Bot | null
  chat: { id: number; type: string } & Record<string, unknown>
}

/** Where an act happens. Throws `ControlError` where an app would offer no way to write. */
export function getPlace(world: World, act: ActPlace): Place {
  const user = getUser(world, act.user)
  if (act.chat !== undefined && act.chat < 0) {
    const group = getGroup(world, act.chat)
    if (!isMember(group, user.id)) throw new ControlError(`user ${user.id} is not in group ${group.id}`)
    return { user, group, bot: null, chat: groupChatObject(group) }
  }
  const bot = getBot(world, act.bot)
  const opened = findPrivate(world, bot.id, user.id)
  if (!opened) throw new ControlError(`user ${user.id} has not pressed Start of @${bot.username}`)
  if (opened.isBlocked) throw new ControlError(`user ${user.id} has blocked @${bot.username}`)
  return { user, group: null, bot, chat: privateChatObject(user) }
}

/** A message of the place that is still there. Throws `ControlError`. */
export function getMessage(world: World, place: Place, messageId: number): Entry {
  const entry = findMessage(world, place.chat.id, place.bot?.id ?? 0, messageId)
  if (!entry || entry.deletedAt !== null)
    throw new ControlError(`no message ${messageId} in ${place.chat.id}`)
  return entry
}
