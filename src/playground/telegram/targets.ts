import { groupChatObject, privateChatObject } from './api-objects.ts'
import { refusals } from './api-error.ts'
import type { MethodParams } from './method-params.ts'
import type { Bot, Group, Topic, User } from './model.ts'
import { findPrivate, isMember, type World } from './world.ts'

/** A chat that a bot knows. */
export interface Target {
  id: number
  user: User | null
  group: Group | null
  object: { id: number; type: string } & Record<string, unknown>
}

/**
 * The chat named by `chat_id`, if this bot has met it. A person who shares a group but never pressed Start
 * is met and closed; one it never saw does not exist for it. Throws `ApiError`.
 */
export function resolveChat(world: World, bot: Bot, params: MethodParams): Target {
  const given = params.text('chat_id')
  if (given === undefined || given === '') throw refusals.chatIdEmpty()
  const id = params.number('chat_id') ?? 0
  return id < 0 ? resolveGroup(world, bot, id) : resolvePerson(world, bot, id)
}

function resolveGroup(world: World, bot: Bot, id: number): Target {
  const group = world.groups.get(String(id))
  if (!group || group.members[bot.id] === undefined) throw refusals.chatNotFound()
  if (group.migratedTo !== null) throw refusals.upgraded(group.migratedTo)
  return { id, user: null, group, object: groupChatObject(group) }
}

function resolvePerson(world: World, bot: Bot, id: number): Target {
  const user = world.users.get(String(id))
  if (!user) throw refusals.chatNotFound()
  if (!findPrivate(world, bot.id, id)) {
    const hasMet = world.groups.values().some((group) => isMember(group, bot.id) && isMember(group, id))
    throw hasMet ? refusals.cannotInitiate() : refusals.chatNotFound()
  }
  return { id, user, group: null, object: privateChatObject(user) }
}

/** As `resolveChat`, for a chat that the bot wants to write to. */
export function resolveWritable(world: World, bot: Bot, params: MethodParams): Target {
  const target = resolveChat(world, bot, params)
  const { user, group } = target
  if (group) {
    if (group.members[bot.id] === 'kicked') throw refusals.kicked(group.kind)
    if (!isMember(group, bot.id)) throw refusals.notMember(group.kind)
  }
  if (user?.isDeactivated) throw refusals.deactivated()
  if (user && findPrivate(world, bot.id, user.id)?.isBlocked) throw refusals.blocked()
  return target
}

/**
 * The forum topic a message goes to, or null. The General topic has id 1 inside Telegram but is addressed
 * by leaving the field out: 1 answers "message thread not found".
 */
export function resolveThread(target: Target, thread: number | undefined): Topic | null {
  if (thread === undefined) return null
  const topic = target.group?.topics.find((one) => one.id === thread)
  if (!topic) throw refusals.threadNotFound()
  if (topic.isClosed) throw refusals.topicClosed()
  return topic
}
