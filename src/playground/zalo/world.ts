import { createHash } from 'node:crypto'
import { openCallLog, type CallLog } from '../server/call-log.ts'
import { ControlError } from '../server/control-http.ts'
import type { Store, Table } from '../server/store.ts'
import { openTranscript, type TranscriptLog } from '../server/transcript-log.ts'
import type { Bot, Contact, Delivery, Entry, Group, Person, StoredFile } from './model.ts'
import { DEFAULT_SWITCHES, type Switches } from './switches.ts'

/** Everything the server knows. */
export interface World {
  store: Store
  bots: Table<Bot>
  people: Table<Person>
  groups: Table<Group>
  contacts: Table<Contact>
  deliveries: Table<Delivery>
  files: Table<StoredFile>
  transcript: TranscriptLog<Entry>
  calls: CallLog
  now: () => number
  random: () => number
  switches: () => Switches
  setSwitches: (changed: Partial<Switches>) => void
  /** Root of the server's own addresses, known once it listens. */
  mediaRoot: () => string
}

export interface WorldParts {
  store: Store
  now: () => number
  random: () => number
  mediaRoot: () => string
}

export function openWorld(parts: WorldParts): World {
  const { store } = parts
  const kept = store.table<Partial<Switches>>('switches')
  return {
    ...parts,
    bots: store.table('bots'),
    people: store.table('people'),
    groups: store.table('groups'),
    contacts: store.table('contacts'),
    deliveries: store.table('deliveries'),
    files: store.table('files'),
    transcript: openTranscript<Entry>(store),
    calls: openCallLog(store),
    switches: () => ({ ...DEFAULT_SWITCHES, ...kept.get('changed') }),
    setSwitches: (changed) => kept.put('changed', { ...kept.get('changed'), ...changed }),
  }
}

/** A bot by id or account name; the only one when nothing is named. Throws `ControlError`. */
export function getBot(world: World, named?: string): Bot {
  const bots = world.bots.values()
  if (named === undefined) {
    if (bots.length !== 1) throw new ControlError(`name a bot: there are ${bots.length}`)
    return bots[0]!
  }
  const bot = bots.find((one) => [one.id, one.accountName, one.displayName].includes(named))
  if (!bot) throw new ControlError(`no bot ${named}`)
  return bot
}

export function getPerson(world: World, key: string): Person {
  const person = world.people.get(key)
  if (!person) throw new ControlError(`no person ${key}`)
  return person
}

export function getGroup(world: World, key: string): Group {
  const group = world.groups.get(key) ?? world.groups.values().find((one) => one.id === key)
  if (!group) throw new ControlError(`no group ${key}`)
  return group
}

/** "20 hex; per bot (the same person differs between bots)" (zalo-bot-api.md 6). */
export function personId(world: World, bot: Bot, person: string, isInGroup: boolean): string {
  const isApart = isInGroup && world.switches().groupSenderIds === 'different'
  return hex20(`${person}/${bot.id}${isApart ? '/group' : ''}`)
}

export function hex20(seed: string): string {
  return createHash('sha256').update(seed).digest('hex').slice(0, 20)
}

/** An id of 20 hex characters that does not repeat. */
export function nextMessageId(world: World): string {
  return hex20(`message/${world.store.next('message')}`)
}

export function findContact(world: World, bot: Bot, id: string): Contact | undefined {
  return world.contacts.get(`${bot.id}/${id}`)
}

/**
 * Makes a person known to a bot, up to the cap; null above it. "the user must have opened or written to
 * the bot first" (zalo-bot-api.md 7).
 */
export function openContact(world: World, bot: Bot, person: string): Contact | null {
  const id = personId(world, bot, person, false)
  const known = findContact(world, bot, id)
  if (known) return known
  const count = world.contacts.values().filter((contact) => contact.bot === bot.id).length
  if (count >= world.switches().userCap) return null
  const contact = { bot: bot.id, person, id }
  world.contacts.put(`${bot.id}/${id}`, contact)
  return contact
}
