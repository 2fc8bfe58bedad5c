import type { Connection } from '../server/listen.ts'
import type { Bot, Entry } from './model.ts'
import type { World } from './world.ts'

/**
 * Hands updates to polls. "a delivered update is consumed (at most once)", one update per answer; with
 * `live-only` what comes while no poll is open is dropped (zalo-bot-api.md 3, C-5). Polls that compete
 * are served in the order they came.
 */
export interface PollQueue {
  offer(bot: Bot, entry: Entry): void
  /** The next update, or null when the time is over or the caller went away. */
  poll(bot: Bot, timeoutMs: number, connection: Connection): Promise<Entry | null>
  /** Told by the server whether the answer with this update reached a living caller. */
  written(bot: Bot, entry: Entry, isDelivered: boolean): void
  isPolling(bot: Bot): boolean
  close(): void
}

interface OpenPoll {
  bot: string
  take: (entry: Entry | null) => void
}

export function pollQueue(world: World): PollQueue {
  let polls: OpenPoll[] = []
  const unfollowed = new Map<string, Entry[]>()

  const drop = (entry: Entry, reason: string): void => {
    entry.dropped = true
    entry.dropReason = reason
    world.transcript.change(entry)
  }
  const markFollowed = (bot: Bot): void => {
    for (const entry of unfollowed.get(bot.id) ?? []) {
      entry.followedAt = world.now()
      world.transcript.change(entry)
    }
    unfollowed.delete(bot.id)
  }
  const nextWaiting = (bot: Bot): Entry | undefined =>
    world.transcript.all().find((entry) => entry.isWaiting && entry.bot === bot.id)

  return {
    offer: (bot, entry) => {
      const open = polls.find((poll) => poll.bot === bot.id)
      if (open) open.take(entry)
      else if (world.switches().queueMode === 'live-only') drop(entry, 'nobody polls')
      else {
        entry.isWaiting = true
        world.transcript.change(entry)
      }
    },
    poll: async (bot, timeoutMs, connection) => {
      markFollowed(bot)
      const waiting = bot.webhook ? undefined : nextWaiting(bot)
      if (waiting) {
        waiting.isWaiting = false
        world.transcript.change(waiting)
        return waiting
      }
      return new Promise((resolve) => {
        const settle = (entry: Entry | null): void => {
          clearTimeout(timer)
          polls = polls.filter((other) => other !== poll)
          resolve(entry)
        }
        const timer = setTimeout(() => settle(null), timeoutMs)
        const poll: OpenPoll = { bot: bot.id, take: settle }
        polls.push(poll)
        connection.onGone(() => settle(null))
      })
    },
    written: (bot, entry, isDelivered) => {
      if (isDelivered) {
        entry.deliveredAt.push(world.now())
        unfollowed.set(bot.id, [...(unfollowed.get(bot.id) ?? []), entry])
        world.transcript.change(entry)
        return
      }
      entry.deliveredAt = []
      unfollowed.delete(bot.id)
      if (world.switches().queueMode === 'live-only') drop(entry, 'the poll had died')
      else {
        entry.isWaiting = true
        world.transcript.change(entry)
      }
    },
    isPolling: (bot) => polls.some((poll) => poll.bot === bot.id),
    close: () => {
      for (const poll of polls) poll.take(null)
    },
  }
}
