import type { Bot, Group, User } from './model.ts'
import { isAdministrator } from './world.ts'

/** Technical account that signs what an anonymous administrator writes. */
export const ANONYMOUS_ADMIN = {
  id: 1_087_968_824,
  is_bot: true,
  first_name: 'Group',
  username: 'GroupAnonymousBot',
}

export function userObject(user: User): Record<string, unknown> {
  return {
    id: user.id,
    is_bot: false,
    first_name: user.firstName,
    ...(user.lastName === undefined ? {} : { last_name: user.lastName }),
    ...(user.username === undefined ? {} : { username: user.username }),
    ...(user.languageCode === undefined ? {} : { language_code: user.languageCode }),
  }
}

export function botObject(bot: Bot): Record<string, unknown> {
  return { id: bot.id, is_bot: true, first_name: bot.firstName, username: bot.username }
}

export function privateChatObject(user: User): { id: number; type: string } & Record<string, unknown> {
  return {
    id: user.id,
    type: 'private',
    first_name: user.firstName,
    ...(user.lastName === undefined ? {} : { last_name: user.lastName }),
    ...(user.username === undefined ? {} : { username: user.username }),
  }
}

export function groupChatObject(group: Group): { id: number; type: string } & Record<string, unknown> {
  return {
    id: group.id,
    type: group.kind,
    title: group.title,
    ...(group.isForum ? { is_forum: true } : {}),
  }
}

/** A ChatMember. */
export function memberObject(account: Record<string, unknown>, status: string): Record<string, unknown> {
  if (status === 'creator') return { user: account, status, is_anonymous: false }
  if (status === 'administrator') {
    const rights = { can_manage_chat: true, can_delete_messages: true, can_pin_messages: true }
    return { user: account, status, can_be_edited: false, is_anonymous: false, ...rights }
  }
  return status === 'kicked' ? { user: account, status, until_date: 0 } : { user: account, status }
}

/** The sender of a person's message in a group: themselves, or the group when anonymous. */
export function senderFields(group: Group, user: User, isAnonymous: boolean): Record<string, unknown> {
  return isAnonymous && isAdministrator(group, user.id)
    ? { from: ANONYMOUS_ADMIN, sender_chat: groupChatObject(group) }
    : { from: userObject(user) }
}
