import type { AnswerDelay } from '../server/answer-call.ts'
import type { ApiCall, CallFilter } from '../server/call-log.ts'
import { ControlError } from '../server/control-http.ts'
import type { FaultPlan, FaultRule } from '../server/faults.ts'
import type { ServerClock } from '../server/server-options.ts'
import { fitsFilter, type MessageFilter } from '../server/transcript-log.ts'
import * as places from './acts/places.ts'
import * as talk from './acts/talk.ts'
import { addBot, type BotSpec } from './add-bot.ts'
import type { Bot, Delivery, Entry, Group, Person } from './model.ts'
import type { Platform } from './platform.ts'
import type { Switches } from './switches.ts'
import { getBot, getPerson, personId } from './world.ts'

/**
 * What a test or the playground does to the server. People and groups go by keys; `ids` tells what a bot
 * sees. Every method is also `POST /__control/<name>`, the body a JSON array of its arguments (see
 * `control-http.ts`); there `waitForMessage` takes a filter, not a function. Misuse throws `ControlError`.
 */
export interface ZaloControl {
  addBot(spec: BotSpec): { id: string; displayName: string }
  /** The bots without their tokens and secrets. */
  bots(): Omit<Bot, 'token' | 'webhook'>[]
  /** Ids of a person for one bot: in private (also the chat id) and in groups. */
  ids(act: { user: string; bot?: string }): { privateId: string; groupId: string }

  createUser(user: places.NewUser): Person
  users(): Person[]
  /** Opens the bot's chat without a word; false over the 50-person cap. */
  openChat(act: { user: string; bot?: string }): boolean
  say(act: talk.SayAct): Entry
  sendImage(act: talk.ImageAct): Entry
  sendSticker(act: talk.TalkAct): Entry
  sendVoice(act: talk.TalkAct & { data?: Uint8Array | string }): Entry
  sendUnsupported(act: talk.TalkAct): Entry

  createGroup(group: places.NewGroup): Group
  groups(): Group[]
  join(act: places.MemberAct): void
  leave(act: places.MemberAct): void
  inviteBot(act: places.BotAct): void
  removeBot(act: places.BotAct): void

  /** Lines of a chat (key of a person or group, or chat id), oldest first; of all when none is named. */
  transcript(chat?: string, bot?: string): Entry[]
  /** What bots wrote to a person privately. */
  messagesTo(user: string, bot?: string): Entry[]
  /** The first fitting line after `afterSeq` (0: from the start), now or within `timeoutMs` (5000). */
  waitForMessage(
    wanted: MessageFilter | ((entry: Entry) => boolean),
    timeoutMs?: number,
    afterSeq?: number,
  ): Promise<Entry>
  /** Resolves when the bot has a poll open; rejects after `timeoutMs` (5000). */
  waitForPoll(bot?: string, timeoutMs?: number): Promise<void>
  lastSeq(): number
  calls(filter?: CallFilter): ApiCall[]
  /** Webhook deliveries and probes with their status. */
  deliveries(bot?: string): Delivery[]
  /** Messages counted against this month's quota. */
  quotaUsed(bot?: string): number

  set(changed: Partial<Switches>): Switches
  switches(): Switches
  inject(rule: FaultRule): void
  clearFaults(): void
  setDelay(delay: AnswerDelay): void
  /** Moves the server's clock and returns it, ms. */
  advanceClock(ms: number): number
  /** Moves the clock 31 days on, into the next month's quota. */
  nextMonth(): number
  /** Forgets people, chats, messages and webhooks, and takes faults back; bots and switches stay. */
  reset(): void
}

export interface ControlParts extends Platform {
  faults: FaultPlan
  clock: ServerClock
  setDelay: (delay: AnswerDelay) => void
}

const DEFAULT_WAIT_MS = 5000
const MONTH_MS = 31 * 86_400_000

function view(entry: Entry): Entry {
  return structuredClone(entry)
}

export function zaloControl(parts: ControlParts): ZaloControl {
  const { world } = parts
  const linesOf = (chat?: string, named?: string): Entry[] => {
    const bot = named === undefined ? undefined : getBot(world, named).id
    return world.transcript
      .all()
      .filter((entry) => chat === undefined || entry.place === chat || entry.chat === chat)
      .filter((entry) => bot === undefined || entry.bot === bot)
      .map(view)
  }
  return {
    addBot: (spec) => {
      const { id, displayName } = addBot(world, spec)
      return { id, displayName }
    },
    bots: () => world.bots.values().map(({ token: _token, webhook: _webhook, ...bot }) => bot),
    ids: (act) => {
      const bot = getBot(world, act.bot)
      const { key } = getPerson(world, act.user)
      return { privateId: personId(world, bot, key, false), groupId: personId(world, bot, key, true) }
    },

    createUser: (user) => places.createUser(parts, user),
    users: () => structuredClone(world.people.values()),
    openChat: (act) => talk.openChat(parts, act),
    say: (act) => view(talk.say(parts, act)),
    sendImage: (act) => view(talk.sendImage(parts, act)),
    sendSticker: (act) => view(talk.sendSticker(parts, act)),
    sendVoice: (act) => view(talk.sendVoice(parts, act)),
    sendUnsupported: (act) => view(talk.sendUnsupported(parts, act)),

    createGroup: (group) => structuredClone(places.createGroup(parts, group)),
    groups: () => structuredClone(world.groups.values()),
    join: (act) => places.join(parts, act),
    leave: (act) => places.leave(parts, act),
    inviteBot: (act) => places.inviteBot(parts, act),
    removeBot: (act) => places.removeBot(parts, act),

    transcript: linesOf,
    messagesTo: (user, bot) => linesOf(user, bot).filter((entry) => entry.author === 'bot' && entry.isShown),
    waitForMessage: async (wanted, timeoutMs = DEFAULT_WAIT_MS, afterSeq = 0) => {
      const fits = typeof wanted === 'function' ? wanted : fitsFilter(wanted)
      return view(await world.transcript.wait(fits, timeoutMs, afterSeq))
    },
    waitForPoll: async (named, timeoutMs = DEFAULT_WAIT_MS) => {
      const bot = getBot(world, named)
      for (let waited = 0; !parts.polls.isPolling(bot); waited += 10) {
        if (waited >= timeoutMs)
          throw new ControlError(`${bot.displayName} did not poll within ${timeoutMs} ms`)
        await new Promise((resolve) => {
          setTimeout(resolve, 10)
        })
      }
    },
    lastSeq: () => world.transcript.lastSeq(),
    calls: (filter) => world.calls.list(filter),
    deliveries: (named) => {
      const bot = named === undefined ? undefined : getBot(world, named).id
      const all = world.deliveries.values().filter((delivery) => bot === undefined || delivery.bot === bot)
      return structuredClone(all)
    },
    quotaUsed: (named) => parts.quotas.messages(getBot(world, named)),

    set: (changed) => {
      world.setSwitches(changed)
      return world.switches()
    },
    switches: () => world.switches(),
    inject: (rule) => parts.faults.inject(rule),
    clearFaults: () => parts.faults.clear(),
    setDelay: (delay) => parts.setDelay(delay),
    advanceClock: (ms) => parts.clock.advance(ms),
    nextMonth: () => parts.clock.advance(MONTH_MS),
    reset: () => {
      const { people, groups, contacts, deliveries, files, store } = world
      for (const table of [people, groups, contacts, deliveries, files]) table.clear()
      for (const name of ['entries', 'calls', 'counts']) store.table(name).clear()
      for (const bot of world.bots.values()) world.bots.put(bot.token, { ...bot, webhook: null })
      parts.faults.clear()
    },
  }
}
