import type { Connection } from '../server/listen.ts'
import type { RequestParams } from '../server/request-params.ts'
import type { Bot, Entry, Group } from './model.ts'
import type { PhotoFetcher } from './photo-fetcher.ts'
import type { PollQueue } from './poll-queue.ts'
import type { Quotas } from './quotas.ts'
import type { WebhookCaller } from './webhook-caller.ts'
import type { World } from './world.ts'

/** The parts of one running server. */
export interface Platform {
  world: World
  polls: PollQueue
  webhooks: WebhookCaller
  quotas: Quotas
  photos: PhotoFetcher
}

/** One authorised call of an API method. */
export interface MethodCall extends Platform {
  bot: Bot
  params: RequestParams
  connection: Connection
  whenWritten(listener: (isDelivered: boolean) => void): void
}

/** Takes a call, returns the `result` (`undefined` for none); refuses by throwing `ApiError`. */
export type Method = (call: MethodCall) => unknown

/** Sends an update the way the bot receives: by webhook when one is set, else to a poll. */
export function tellBot({ world, polls, webhooks, quotas }: Platform, bot: Bot, entry: Entry): void {
  quotas.countMessage(bot, 'in')
  world.transcript.change(entry)
  if (bot.webhook) webhooks.deliver(bot, entry)
  else polls.offer(bot, entry)
}

/** A chat that a bot may write to. */
export interface Target {
  chat: string
  place: string
  group: Group | null
}
