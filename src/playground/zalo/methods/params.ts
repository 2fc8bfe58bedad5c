import { refusals } from '../api-error.ts'
import type { MethodCall, Target } from '../platform.ts'
import { findContact } from '../world.ts'

/** A parameter as text; numbers count, blank text is none. */
export function readText({ params }: MethodCall, name: string): string | undefined {
  const value = params.values[name]
  return typeof value === 'string' || typeof value === 'number' ? String(value) : undefined
}

/** A parameter that must be there: 400 `The <name> must not be empty`. */
export function requireText(call: MethodCall, name: string): string {
  const value = readText(call, name)
  if (value === undefined || value === '') throw refusals.empty(name)
  return value
}

/** The chat to write to: a person who opened the bot, or a group it is in. Throws `ApiError`. */
export function resolveTarget(call: MethodCall): Target {
  const { world, bot } = call
  const chat = requireText(call, 'chat_id')
  const contact = findContact(world, bot, chat)
  if (contact) return { chat, place: contact.person, group: null }
  const group = world.groups.values().find((one) => one.id === chat && one.bots.includes(bot.id))
  if (group) return { chat, place: group.key, group }
  throw refusals.unknownChat(world.switches().unknownChatCode)
}
