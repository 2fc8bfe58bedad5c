import { ControlError } from '../../server/control-http.ts'
import { botObject, groupChatObject, memberObject, userObject } from '../api-objects.ts'
import { tellBots } from '../audience.ts'
import type { Entry, Group, MemberStatus, Topic } from '../model.ts'
import type { Platform } from '../platform.ts'
import { postMessage } from '../post-message.ts'
import {
  botsIn,
  getBot,
  getGroup,
  getUser,
  isAdministrator,
  isMember,
  saveGroup,
  type World,
} from '../world.ts'
import { say } from './talk.ts'

export interface NewGroup {
  title: string
  creator: number
  members?: number[]
  /** `group` unless it is a forum, which only supergroups are. */
  kind?: 'group' | 'supergroup'
  isForum?: boolean
  id?: number
}

export function createGroup({ world }: Platform, given: NewGroup): Group {
  const kind = given.kind ?? (given.isForum ? 'supergroup' : 'group')
  const group: Group = {
    id: given.id ?? nextGroupId(world, kind),
    title: given.title,
    kind,
    isForum: given.isForum ?? false,
    members: {},
    topics: [],
    migratedTo: null,
  }
  if (group.id >= 0) throw new ControlError('ids of groups are negative')
  for (const member of given.members ?? []) group.members[getUser(world, member).id] = 'member'
  group.members[getUser(world, given.creator).id] = 'creator'
  saveGroup(world, group)
  return group
}

export interface MemberAct {
  group: number
  user: number
  /** Who added or removed them; themselves when left out. */
  by?: number
}

/** A person comes in: a service message, and chat_member for bots that are administrators and listed it. */
export function join(platform: Platform, act: MemberAct): Entry {
  const { world } = platform
  const group = getGroup(world, act.group)
  const user = getUser(world, act.user)
  if (isMember(group, user.id)) throw new ControlError(`user ${user.id} is in group ${group.id} already`)
  changeMember(platform, group, user.id, 'member', act.by ?? user.id)
  const fields = { new_chat_members: [userObject(user)], new_chat_participant: userObject(user) }
  return service(platform, group, act.by ?? user.id, fields)
}

export function leave(platform: Platform, act: MemberAct): Entry {
  const { world } = platform
  const group = getGroup(world, act.group)
  const user = getUser(world, act.user)
  if (!isMember(group, user.id)) throw new ControlError(`user ${user.id} is not in group ${group.id}`)
  const isRemoved = act.by !== undefined && act.by !== user.id
  const entry = service(platform, group, act.by ?? user.id, { left_chat_member: userObject(user) })
  changeMember(platform, group, user.id, isRemoved ? 'kicked' : 'left', act.by ?? user.id)
  return entry
}

export interface BotAct {
  group: number
  by: number
  bot?: number | string
}

export interface InviteAct extends BotAct {
  /** Of a link `https://t.me/<bot>?startgroup=<payload>`: sends `/start@bot payload` as well. */
  payload?: string
  isAdmin?: boolean
}

/** Adds a bot: my_chat_member first, then the service message, then the payload. */
export function inviteBot(platform: Platform, act: InviteAct): void {
  const { world } = platform
  const group = getGroup(world, act.group)
  const bot = getBot(world, act.bot)
  if (!isMember(group, bot.id)) {
    changeMember(platform, group, bot.id, act.isAdmin ? 'administrator' : 'member', act.by)
    service(platform, group, act.by, { new_chat_members: [botObject(bot)] })
  }
  if (act.payload === undefined) return
  say(platform, { user: act.by, chat: group.id, text: `/start@${bot.username} ${act.payload}` })
}

/** Removes a bot; "Forbidden: bot was kicked from the group chat" from now on. */
export function removeBot(platform: Platform, act: BotAct): void {
  const group = getGroup(platform.world, act.group)
  const bot = getBot(platform.world, act.bot)
  changeMember(platform, group, bot.id, 'kicked', act.by)
  service(platform, group, act.by, { left_chat_member: botObject(bot) })
}

export interface RoleAct {
  group: number
  /** Id of a person or of a bot. */
  member: number
  status: 'administrator' | 'member'
  by: number
}

export function setRole(platform: Platform, act: RoleAct): void {
  const group = getGroup(platform.world, act.group)
  if (!isMember(group, act.member)) throw new ControlError(`${act.member} is not in group ${group.id}`)
  changeMember(platform, group, act.member, act.status, act.by)
}

/**
 * Turns a group into a supergroup with a new id. Both chats get a service message; calls to the old id are
 * refused with `migrate_to_chat_id` (ResponseParameters).
 */
export function migrateGroup(platform: Platform, act: { group: number }): Group {
  const { world } = platform
  const old = getGroup(world, act.group)
  if (old.kind !== 'group') throw new ControlError(`group ${old.id} is a supergroup already`)
  const creator = Number(Object.entries(old.members).find(([, status]) => status === 'creator')?.[0])
  const next: Group = {
    ...old,
    id: nextGroupId(world, 'supergroup'),
    kind: 'supergroup',
    members: { ...old.members },
  }
  saveGroup(world, next)
  service(platform, old, creator, { migrate_to_chat_id: next.id })
  service(platform, next, creator, { migrate_from_chat_id: old.id })
  old.migratedTo = next.id
  saveGroup(world, old)
  return next
}

export interface NewTopic {
  group: number
  by: number
  name: string
}

/** Opens a topic of a forum; its id is that of the service message which made it. */
export function createTopic(platform: Platform, act: NewTopic): Topic {
  const group = getGroup(platform.world, act.group)
  if (!group.isForum) throw new ControlError(`group ${group.id} is no forum`)
  const fields = { forum_topic_created: { name: act.name, icon_color: 7_322_096 } }
  const { messageId } = service(platform, group, act.by, fields)
  const topic: Topic = { id: messageId, name: act.name, isClosed: false }
  group.topics.push(topic)
  saveGroup(platform.world, group)
  return topic
}

export function closeTopic(platform: Platform, act: { group: number; topic: number }): void {
  setTopics(platform, act.group, (topics) =>
    topics.map((topic) => (topic.id === act.topic ? { ...topic, isClosed: true } : topic)),
  )
}

export function deleteTopic(platform: Platform, act: { group: number; topic: number }): void {
  setTopics(platform, act.group, (topics) => topics.filter((topic) => topic.id !== act.topic))
}

function setTopics({ world }: Platform, id: number, change: (topics: Topic[]) => Topic[]): void {
  const group = getGroup(world, id)
  group.topics = change(group.topics)
  saveGroup(world, group)
}

function nextGroupId({ store }: World, kind: Group['kind']): number {
  return kind === 'supergroup'
    ? -store.next('supergroup', 1_002_000_000_001)
    : -store.next('group', 4_000_001)
}

/** A message that the chat itself writes; every bot sees it, whatever its privacy. */
function service(platform: Platform, group: Group, by: number, fields: Record<string, unknown>): Entry {
  const from = userObject(getUser(platform.world, by))
  const entry = postMessage(platform.world, {
    chat: groupChatObject(group),
    bot: null,
    from: by,
    author: 'service',
    method: Object.keys(fields)[0] ?? 'service',
    fields: { from, ...fields },
  })
  tellBots(platform, entry, group, 'message')
  return entry
}

/**
 * Sets a member's status and tells: the bot itself by my_chat_member; of others only bots that are
 * administrators, by chat_member ("The bot must be an administrator in the chat and must explicitly
 * specify chat_member in the list of allowed_updates", Update).
 */
function changeMember(platform: Platform, group: Group, id: number, status: MemberStatus, by: number): void {
  const { world, queue } = platform
  const before = group.members[id] ?? 'left'
  const bot = world.bots.values().find((one) => one.id === id)
  const account = bot ? botObject(bot) : userObject(getUser(world, id))
  group.members[id] = status
  saveGroup(world, group)
  const payload = {
    chat: groupChatObject(group),
    from: userObject(getUser(world, by)),
    date: Math.floor(world.now() / 1000),
    old_chat_member: memberObject(account, before),
    new_chat_member: memberObject(account, status),
  }
  if (bot) queue.push(bot, 'my_chat_member', payload, { chat: group.id, entry: null })
  for (const other of botsIn(world, group)) {
    if (other.id === id || !isAdministrator(group, other.id)) continue
    queue.push(other, 'chat_member', payload, { chat: group.id, entry: null })
  }
}
