import type { Connection } from '../server/listen.ts'
import { refusals, type ApiError } from './api-error.ts'
import type { Bot, Update } from './model.ts'
import type { World } from './world.ts'

/** Updates are kept until they are received, but not longer than 24 hours (Getting updates). */
const UPDATE_LIFE_MS = 24 * 3_600_000
/** Callback queries live shorter in the server's queue (Client.cpp: 150 s). */
const CALLBACK_LIFE_MS = 150_000
/** "all update types except chat_member, message_reaction, and message_reaction_count (default)" (getUpdates). */
const NOT_BY_DEFAULT = ['chat_member', 'message_reaction', 'message_reaction_count']

export interface PollRequest {
  offset: number
  limit: number
  timeoutMs: number
}

export interface UpdateQueue {
  /** Queues an event for a bot; false when its `allowed_updates` leave the kind out. */
  push(
    bot: Bot,
    kind: string,
    payload: unknown,
    about: { chat: number | null; entry: number | null },
  ): boolean
  /** Confirms below the offset, then answers with what is pending or waits for it. */
  poll(bot: Bot, request: PollRequest, connection: Connection): Promise<Update[]>
  /** Unconfirmed and unexpired updates, oldest first. */
  pending(bot: Bot): Update[]
  delivered(update: Update): void
  confirm(update: Update): void
  dropPending(bot: Bot): void
  isPolling(bot: Bot): boolean
  /** Ends an open poll: another poller came, or a webhook was set. */
  endPoll(bot: Bot, reason: ApiError): void
  onPush(listener: (bot: Bot) => void): void
  close(): void
}

interface OpenPoll {
  wake: () => void
  end: (reason: ApiError) => void
}

export function updateQueue(world: World): UpdateQueue {
  const polls = new Map<number, OpenPoll>()
  const listeners: ((bot: Bot) => void)[] = []
  const save = (update: Update): void => world.updates.put(`${update.bot}/${update.updateId}`, update)

  const pending = (bot: Bot): Update[] => {
    const waiting = world.updates
      .values()
      .filter((update) => update.bot === bot.id && update.confirmedAt === null && update.lost === null)
    return waiting.filter((update) => {
      const life = update.kind === 'callback_query' ? CALLBACK_LIFE_MS : UPDATE_LIFE_MS
      if (world.now() - update.createdAt <= life) return true
      update.lost = 'expired'
      save(update)
      return false
    })
  }
  const confirm = (update: Update): void => {
    update.confirmedAt = world.now()
    save(update)
  }
  const endPoll = (bot: Bot, reason: ApiError): void => polls.get(bot.id)?.end(reason)

  return {
    push: (bot, kind, payload, about) => {
      if (!isWanted(bot, kind)) return false
      save({
        bot: bot.id,
        updateId: world.store.next(`update/${bot.id}`, 100_000_001),
        kind,
        payload: structuredClone(payload),
        ...about,
        createdAt: world.now(),
        deliveredAt: [],
        confirmedAt: null,
        lost: null,
      })
      polls.get(bot.id)?.wake()
      for (const listener of listeners) listener(bot)
      return true
    },
    poll: async (bot, { offset, limit, timeoutMs }, connection) => {
      endPoll(bot, refusals.otherPoller())
      const before = pending(bot)
      // "The negative offset can be specified to retrieve updates starting from -offset update from the end";
      // "all previous updates will be forgotten" (getUpdates).
      const from = offset < 0 ? (before.at(offset)?.updateId ?? 0) : offset
      for (const update of before) if (update.updateId < from) confirm(update)
      const ready = pending(bot)
      if (ready.length > 0 || timeoutMs <= 0) return ready.slice(0, limit)
      await nextUpdate(polls, bot, timeoutMs, connection)
      return pending(bot).slice(0, limit)
    },
    pending,
    delivered: (update) => {
      update.deliveredAt.push(world.now())
      save(update)
    },
    confirm,
    dropPending: (bot) => {
      for (const update of pending(bot)) {
        update.lost = 'dropped'
        save(update)
      }
    },
    isPolling: (bot) => polls.has(bot.id),
    endPoll,
    onPush: (listener) => {
      listeners.push(listener)
    },
    close: () => {
      for (const poll of polls.values()) poll.wake()
    },
  }
}

function isWanted(bot: Bot, kind: string): boolean {
  const wanted = bot.allowedUpdates
  return wanted && wanted.length > 0 ? wanted.includes(kind) : !NOT_BY_DEFAULT.includes(kind)
}

/** Resolves when an update came, the time is over or the caller went away; rejects when it was ended. */
function nextUpdate(
  polls: Map<number, OpenPoll>,
  bot: Bot,
  timeoutMs: number,
  connection: Connection,
): Promise<void> {
  return new Promise((resolve, reject) => {
    const settle = (then: () => void): void => {
      clearTimeout(timer)
      if (polls.get(bot.id) === poll) polls.delete(bot.id)
      then()
    }
    const timer = setTimeout(() => settle(resolve), timeoutMs)
    const poll: OpenPoll = {
      // A turn later, so that the parts of an album come in one answer.
      wake: () => setImmediate(() => settle(resolve)),
      end: (reason) => settle(() => reject(reason)),
    }
    polls.set(bot.id, poll)
    connection.onGone(() => settle(resolve))
  })
}
