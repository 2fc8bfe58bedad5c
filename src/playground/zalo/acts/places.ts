import { ControlError } from '../../server/control-http.ts'
import type { Group, Person } from '../model.ts'
import type { Platform } from '../platform.ts'
import { getBot, getGroup, getPerson, hex20, type World } from '../world.ts'

export interface NewUser {
  /** How tests name the person; made up when left out. */
  key?: string
  displayName: string
}

/** Makes a person, or renames the one with this key. */
export function createUser({ world }: Platform, given: NewUser): Person {
  const key = given.key ?? `user-${world.store.next('user')}`
  const person = { key, displayName: given.displayName }
  world.people.put(key, person)
  return person
}

export interface NewGroup {
  key?: string
  title: string
  members?: string[]
}

export function createGroup({ world }: Platform, given: NewGroup): Group {
  const key = given.key ?? `group-${world.store.next('group')}`
  const members = (given.members ?? []).map((member) => getPerson(world, member).key)
  const group: Group = { key, id: hex20(`group/${key}`), title: given.title, members, bots: [] }
  world.groups.put(key, group)
  return group
}

export interface MemberAct {
  group: string
  user: string
}

/** Comes in or goes. No bot is told: "There are no events for join, leave" (zalo-bot-api.md 4.1). */
export function join({ world }: Platform, act: MemberAct): void {
  const person = getPerson(world, act.user)
  change(world, act.group, (group) => ({
    members: [...group.members.filter((key) => key !== person.key), person.key],
  }))
}

export function leave({ world }: Platform, act: MemberAct): void {
  change(world, act.group, (group) => ({ members: group.members.filter((key) => key !== act.user) }))
}

export interface BotAct {
  group: string
  bot?: string
}

/** Adds a bot to a group. "Basic plan: 3 groups"; some bots have `can_join_groups: false`. */
export function inviteBot({ world }: Platform, act: BotAct): void {
  const bot = getBot(world, act.bot)
  if (!bot.canJoinGroups) throw new ControlError(`${bot.displayName} cannot join groups`)
  const joined = world.groups.values().filter((group) => group.bots.includes(bot.id))
  if (joined.some((group) => group.key === act.group)) return
  const { groupCap } = world.switches()
  if (joined.length >= groupCap) throw new ControlError(`${bot.displayName} is in ${groupCap} groups already`)
  change(world, act.group, (group) => ({ bots: [...group.bots, bot.id] }))
}

export function removeBot({ world }: Platform, act: BotAct): void {
  const bot = getBot(world, act.bot)
  change(world, act.group, (group) => ({ bots: group.bots.filter((id) => id !== bot.id) }))
}

function change(world: World, key: string, part: (group: Group) => Partial<Group>): void {
  const group = getGroup(world, key)
  world.groups.put(group.key, { ...group, ...part(group) })
}
