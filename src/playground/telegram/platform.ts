import type { Connection } from '../server/listen.ts'
import type { MethodParams } from './method-params.ts'
import type { Bot } from './model.ts'
import type { SendLimits } from './send-limits.ts'
import type { UpdateQueue } from './update-queue.ts'
import type { WebhookPusher } from './webhook-pusher.ts'
import type { World } from './world.ts'

/** The parts of one running server. */
export interface Platform {
  world: World
  queue: UpdateQueue
  limits: SendLimits
  webhooks: WebhookPusher
}

/** One authorised call of an API method. */
export interface MethodCall extends Platform {
  bot: Bot
  params: MethodParams
  connection: Connection
  /** Told whether the answer reached a living caller. */
  whenWritten(listener: (isDelivered: boolean) => void): void
}

/** Takes a call, returns the `result`; refuses by throwing `ApiError`. */
export type Method = (call: MethodCall) => unknown
