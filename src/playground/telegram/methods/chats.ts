import { botObject, memberObject, userObject } from '../api-objects.ts'
import { refusals } from '../api-error.ts'
import type { Method, MethodCall } from '../platform.ts'
import { resolveChat, resolveWritable } from '../targets.ts'
import { findMessage, isAdministrator } from '../world.ts'

export const getChat: Method = ({ world, bot, params }) => {
  const { object } = resolveChat(world, bot, params)
  return { ...object, accent_color_id: 0, max_reaction_count: 11 }
}

export const getChatMember: Method = (call) => {
  const { group } = resolveChat(call.world, call.bot, call.params)
  const id = call.params.number('user_id') ?? 0
  const account = accountObject(call, id)
  if (!account) throw refusals.userNotFound()
  if (!group) return { user: account, status: 'member' }
  return memberObject(account, group.members[id] ?? 'left')
}

/** "a list of administrators in a chat" (getChatAdministrators): people, and the bot that asks; no other bots. */
export const getChatAdministrators: Method = (call) => {
  const { group } = resolveChat(call.world, call.bot, call.params)
  if (!group) throw refusals.noAdministrators()
  return Object.entries(group.members)
    .filter(([id]) => isAdministrator(group, Number(id)))
    .map(([id, status]) => [accountObject(call, Number(id)), status] as const)
    .filter(([account]) => account !== null && (account['is_bot'] === false || account['id'] === call.bot.id))
    .map(([account, status]) => memberObject(account!, status))
}

/** Pins, unpins and reactions change nothing that the transcript shows; they need the message, though. */
export const touchMessage: Method = ({ world, bot, params }) => {
  const target = resolveWritable(world, bot, params)
  const messageId = params.number('message_id')
  if (messageId === undefined) return true
  const entry = findMessage(world, target.id, bot.id, messageId)
  if (!entry || entry.deletedAt !== null) throw refusals.badRequest('message not found')
  return true
}

function accountObject({ world }: MethodCall, id: number): Record<string, unknown> | null {
  const user = world.users.get(String(id))
  if (user) return userObject(user)
  const bot = world.bots.values().find((one) => one.id === id)
  return bot ? botObject(bot) : null
}
