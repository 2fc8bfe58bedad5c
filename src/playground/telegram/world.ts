import { openCallLog, type CallLog } from '../server/call-log.ts'
import { ControlError } from '../server/control-http.ts'
import type { Store, Table } from '../server/store.ts'
import { openTranscript, type TranscriptLog } from '../server/transcript-log.ts'
import type { Bot, Callback, Entry, Group, PrivateChat, StoredFile, Update, User } from './model.ts'

/** Everything the server knows: people, bots, chats, messages and updates on their way. */
export interface World {
  store: Store
  bots: Table<Bot>
  users: Table<User>
  groups: Table<Group>
  privates: Table<PrivateChat>
  updates: Table<Update>
  callbacks: Table<Callback>
  files: Table<StoredFile>
  transcript: TranscriptLog<Entry>
  calls: CallLog
  now: () => number
}

export function openWorld(store: Store, now: () => number): World {
  return {
    store,
    bots: store.table('bots'),
    users: store.table('users'),
    groups: store.table('groups'),
    privates: store.table('privates'),
    updates: store.table('updates'),
    callbacks: store.table('callbacks'),
    files: store.table('files'),
    transcript: openTranscript<Entry>(store),
    calls: openCallLog(store),
    now,
  }
}

/** A bot by id or username; the only one when nothing is named. Throws `ControlError`. */
export function getBot(world: World, named?: number | string): Bot {
  const bots = world.bots.values()
  if (named === undefined) {
    if (bots.length !== 1) throw new ControlError(`name a bot: there are ${bots.length}`)
    return bots[0]!
  }
  const name = String(named).replace(/^@/, '')
  const bot = bots.find((one) => String(one.id) === name || one.username === name)
  if (!bot) throw new ControlError(`no bot ${named}`)
  return bot
}

export function getUser(world: World, id: number): User {
  const user = world.users.get(String(id))
  if (!user) throw new ControlError(`no user ${id}`)
  return user
}

/** A group by id, after all its migrations. */
export function getGroup(world: World, id: number): Group {
  const group = world.groups.get(String(id))
  if (!group) throw new ControlError(`no group ${id}`)
  return group.migratedTo === null ? group : getGroup(world, group.migratedTo)
}

export function saveGroup(world: World, group: Group): void {
  world.groups.put(String(group.id), group)
}

/** The key of a private chat: one per person and bot, although the chat id is the person's alone. */
export function privateKey(bot: number, user: number): string {
  return `${bot}/${user}`
}

export function findPrivate(world: World, bot: number, user: number): PrivateChat | undefined {
  return world.privates.get(privateKey(bot, user))
}

export function isMember(group: Group, id: number): boolean {
  return ['creator', 'administrator', 'member'].includes(group.members[id] ?? 'left')
}

export function isAdministrator(group: Group, id: number): boolean {
  return ['creator', 'administrator'].includes(group.members[id] ?? 'left')
}

/** Bots that are in the group now. */
export function botsIn(world: World, group: Group): Bot[] {
  return world.bots.values().filter((bot) => isMember(group, bot.id))
}

/** Whether two lines or messages belong to the same chat: private ones are apart for each bot. */
export function isInChat(entry: Entry, chat: number, bot: number): boolean {
  return entry.chat === chat && (chat < 0 || entry.bot === bot)
}

/** The line of a message, deleted ones included; presses are lines too, but no messages. */
export function findMessage(world: World, chat: number, bot: number, messageId: number): Entry | undefined {
  return world.transcript
    .all()
    .find((entry) => entry.messageId === messageId && entry.method !== 'press' && isInChat(entry, chat, bot))
}

/** The next message id: per bot for private chats, per chat for groups. */
export function nextMessageId(world: World, chat: number, bot: number): number {
  return world.store.next(chat < 0 ? `message/${chat}` : `message/private/${bot}`)
}
