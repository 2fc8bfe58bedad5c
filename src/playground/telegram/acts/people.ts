import { ControlError } from '../../server/control-http.ts'
import { botObject, memberObject, privateChatObject, userObject } from '../api-objects.ts'
import type { Bot, Entry, PrivateChat, User } from '../model.ts'
import type { Platform } from '../platform.ts'
import { findPrivate, getBot, getUser, privateKey } from '../world.ts'
import { say } from './talk.ts'

export interface NewUser {
  id?: number
  firstName: string
  lastName?: string
  username?: string
  languageCode?: string
}

/** Makes a person, or changes the one with this id. */
export function createUser({ world }: Platform, given: NewUser): User {
  const id = given.id ?? world.store.next('user', 500_000_001)
  if (id <= 0) throw new ControlError('ids of people are positive')
  const user: User = { ...given, id }
  world.users.put(String(id), user)
  return user
}

export interface StartAct {
  user: number
  bot?: number | string
  /** Of a link `https://t.me/<bot>?start=<payload>`. */
  payload?: string
}

/**
 * Presses Start: opens the chat, unblocks the bot, and sends `/start payload`. A
 * payload has up to 64 characters of A-Z, a-z, 0-9, _ and - (core.telegram.org/bots/features, Deep linking).
 */
export function start(platform: Platform, { user: id, bot: named, payload }: StartAct): Entry {
  const { world } = platform
  const user = getUser(world, id)
  const bot = getBot(world, named)
  if (payload !== undefined && !/^[A-Za-z0-9_-]{1,64}$/.test(payload)) {
    throw new ControlError('a start payload is 1-64 characters of A-Z a-z 0-9 _ -')
  }
  const opened = findPrivate(world, bot.id, user.id)
  if (opened?.isBlocked) unblock(platform, { user: id, bot: bot.id })
  if (!opened) savePrivate(platform, { bot: bot.id, user: user.id, isBlocked: false })
  return say(platform, {
    user: id,
    bot: bot.id,
    text: payload === undefined ? '/start' : `/start ${payload}`,
  })
}

export interface BlockAct {
  user: number
  bot?: number | string
}

/** Stops the bot; it learns of it by my_chat_member. */
export function block(platform: Platform, act: BlockAct): void {
  setBlocked(platform, act, true)
}

export function unblock(platform: Platform, act: BlockAct): void {
  setBlocked(platform, act, false)
}

/** Deletes the account: "Forbidden: user is deactivated" from now on. */
export function deactivate({ world }: Platform, act: { user: number }): void {
  const user = getUser(world, act.user)
  world.users.put(String(user.id), { ...user, isDeactivated: true })
}

function setBlocked(platform: Platform, act: BlockAct, isBlocked: boolean): void {
  const { world, queue } = platform
  const user = getUser(world, act.user)
  const bot = getBot(world, act.bot)
  const opened = findPrivate(world, bot.id, user.id)
  if (!opened) throw new ControlError(`user ${user.id} has not pressed Start of @${bot.username}`)
  if (opened.isBlocked === isBlocked) return
  savePrivate(platform, { ...opened, isBlocked })
  const [before, after] = isBlocked ? (['member', 'kicked'] as const) : (['kicked', 'member'] as const)
  queue.push(bot, 'my_chat_member', ownChange(platform, user, bot, before, after), {
    chat: user.id,
    entry: null,
  })
}

function ownChange({ world }: Platform, user: User, bot: Bot, before: string, after: string): unknown {
  return {
    chat: privateChatObject(user),
    from: userObject(user),
    date: Math.floor(world.now() / 1000),
    old_chat_member: memberObject(botObject(bot), before),
    new_chat_member: memberObject(botObject(bot), after),
  }
}

function savePrivate({ world }: Platform, chat: PrivateChat): void {
  world.privates.put(privateKey(chat.bot, chat.user), chat)
}
