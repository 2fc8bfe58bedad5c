import type { AnswerDelay } from '../server/answer-call.ts'
import type { ApiCall, CallFilter } from '../server/call-log.ts'
import { ControlError } from '../server/control-http.ts'
import type { FaultPlan, FaultRule } from '../server/faults.ts'
import type { ServerClock } from '../server/server-options.ts'
import { fitsFilter, type MessageFilter } from '../server/transcript-log.ts'
import * as groups from './acts/groups.ts'
import * as people from './acts/people.ts'
import { press, type PressAct, type Pressed } from './acts/press.ts'
import * as talk from './acts/talk.ts'
import { addBot, type BotSpec } from './add-bot.ts'
import { menuFor } from './command-menu.ts'
import type { Bot, BotCommand, Entry, Group, Topic, Update, User } from './model.ts'
import { transcriptOf, viewEntry, type EntryView } from './observe.ts'
import type { Platform } from './platform.ts'
import { getBot, getGroup, getUser } from './world.ts'

type BotName = number | string

/**
 * What a test or the playground does to the server: acts of people, a look at what happened, and faults.
 * Every method is also `POST /__control/<name>`, the body a JSON array of its arguments (see
 * `control-http.ts`); there `waitForMessage` takes a filter, not a function. Misuse throws `ControlError`.
 */
export interface TelegramControl {
  addBot(spec: BotSpec): { id: number; username: string }
  /** The bots without their tokens. */
  bots(): Omit<Bot, 'token'>[]
  setPrivacy(bot: BotName, isOn: boolean): void

  createUser(user: people.NewUser): User
  users(): User[]
  start(act: people.StartAct): EntryView
  block(act: people.BlockAct): void
  unblock(act: people.BlockAct): void
  deactivate(act: { user: number }): void
  say(act: talk.SayAct): EntryView
  sendPhoto(act: talk.PhotoAct): EntryView
  sendAlbum(act: talk.AlbumAct): EntryView[]
  sendDocument(act: talk.DocumentAct): EntryView
  edit(act: talk.EditAct): EntryView
  press(act: PressAct): Pressed

  createGroup(group: groups.NewGroup): Group
  groups(): Group[]
  join(act: groups.MemberAct): EntryView
  leave(act: groups.MemberAct): EntryView
  inviteBot(act: groups.InviteAct): void
  removeBot(act: groups.BotAct): void
  setRole(act: groups.RoleAct): void
  migrateGroup(act: { group: number }): Group
  createTopic(act: groups.NewTopic): Topic
  closeTopic(act: { group: number; topic: number }): void
  deleteTopic(act: { group: number; topic: number }): void

  /** Lines of a chat (a person's id, or a group's), oldest first; of all chats when none is named. */
  transcript(chat?: number, bot?: BotName): EntryView[]
  /** What bots wrote to a person privately and did not delete. */
  messagesTo(user: number, bot?: BotName): EntryView[]
  /** The first fitting line after `afterSeq` (0: from the start), now or within `timeoutMs` (5000). */
  waitForMessage(
    wanted: MessageFilter | ((entry: Entry) => boolean),
    timeoutMs?: number,
    afterSeq?: number,
  ): Promise<EntryView>
  /** The line of a pressed button once the bot answered it. */
  waitForAnswer(callback: string, timeoutMs?: number): Promise<EntryView>
  /** Resolves when the bot has a poll open; rejects after `timeoutMs` (5000). */
  waitForPoll(bot?: BotName, timeoutMs?: number): Promise<void>
  lastSeq(): number
  calls(filter?: CallFilter): ApiCall[]
  updates(bot?: BotName): Update[]
  /** The command menu that a person sees, privately or in a group. */
  menu(act: { user: number; chat?: number; bot?: BotName }): BotCommand[]

  inject(rule: FaultRule): void
  clearFaults(): void
  setDelay(delay: AnswerDelay): void
  /** Moves the server's clock and returns it, ms. */
  advanceClock(ms: number): number
}

export interface ControlParts extends Platform {
  faults: FaultPlan
  clock: ServerClock
  setDelay: (delay: AnswerDelay) => void
}

const DEFAULT_WAIT_MS = 5000

export function telegramControl(parts: ControlParts): TelegramControl {
  const { world } = parts
  const view = (entry: Entry): EntryView => viewEntry(world, entry)
  const botId = (named: BotName | undefined): number | undefined =>
    named === undefined ? undefined : getBot(world, named).id
  return {
    addBot: (spec) => {
      const { id, username } = addBot(world, spec)
      return { id, username }
    },
    bots: () => world.bots.values().map(({ token: _token, ...bot }) => structuredClone(bot)),
    setPrivacy: (named, isOn) => {
      const bot = getBot(world, named)
      bot.hasPrivacy = isOn
      world.bots.put(bot.token, bot)
    },

    createUser: (user) => people.createUser(parts, user),
    users: () => structuredClone(world.users.values()),
    start: (act) => view(people.start(parts, act)),
    block: (act) => people.block(parts, act),
    unblock: (act) => people.unblock(parts, act),
    deactivate: (act) => people.deactivate(parts, act),
    say: (act) => view(talk.say(parts, act)),
    sendPhoto: (act) => view(talk.sendPhoto(parts, act)),
    sendAlbum: (act) => talk.sendAlbum(parts, act).map(view),
    sendDocument: (act) => view(talk.sendDocument(parts, act)),
    edit: (act) => view(talk.edit(parts, act)),
    press: (act) => press(parts, act),

    createGroup: (group) => structuredClone(groups.createGroup(parts, group)),
    groups: () => structuredClone(world.groups.values()),
    join: (act) => view(groups.join(parts, act)),
    leave: (act) => view(groups.leave(parts, act)),
    inviteBot: (act) => groups.inviteBot(parts, act),
    removeBot: (act) => groups.removeBot(parts, act),
    setRole: (act) => groups.setRole(parts, act),
    migrateGroup: (act) => structuredClone(groups.migrateGroup(parts, act)),
    createTopic: (act) => structuredClone(groups.createTopic(parts, act)),
    closeTopic: (act) => groups.closeTopic(parts, act),
    deleteTopic: (act) => groups.deleteTopic(parts, act),

    transcript: (chat, bot) => transcriptOf(world, chat, botId(bot)),
    messagesTo: (user, bot) =>
      transcriptOf(world, user, botId(bot)).filter(
        (entry) => entry.author === 'bot' && entry.deletedAt === null,
      ),
    waitForMessage: async (wanted, timeoutMs = DEFAULT_WAIT_MS, afterSeq = 0) => {
      const fits = typeof wanted === 'function' ? wanted : fitsFilter(wanted)
      return view(await world.transcript.wait(fits, timeoutMs, afterSeq))
    },
    waitForAnswer: async (callback, timeoutMs = DEFAULT_WAIT_MS) => {
      const isAnswered = (entry: Entry): boolean =>
        entry.callback === callback && world.callbacks.get(callback)?.answer !== null
      return view(await world.transcript.wait(isAnswered, timeoutMs))
    },
    waitForPoll: async (named, timeoutMs = DEFAULT_WAIT_MS) => {
      const bot = getBot(world, named)
      for (let waited = 0; !parts.queue.isPolling(bot); waited += 10) {
        if (waited >= timeoutMs)
          throw new ControlError(`@${bot.username} did not poll within ${timeoutMs} ms`)
        await new Promise((resolve) => {
          setTimeout(resolve, 10)
        })
      }
    },
    lastSeq: () => world.transcript.lastSeq(),
    calls: (filter) => world.calls.list(filter),
    updates: (named) => {
      const bot = botId(named)
      const all = world.updates.values().filter((update) => bot === undefined || update.bot === bot)
      return structuredClone(all)
    },
    menu: ({ user, chat, bot }) => {
      const group = chat !== undefined && chat < 0 ? getGroup(world, chat) : null
      return structuredClone(menuFor(getBot(world, bot), getUser(world, user), group))
    },

    inject: (rule) => parts.faults.inject(rule),
    clearFaults: () => parts.faults.clear(),
    setDelay: (delay) => parts.setDelay(delay),
    advanceClock: (ms) => parts.clock.advance(ms),
  }
}
