import type { ConnectedBot } from '../channels/channel-adapter.ts'
import { pauseBot } from '../store/bots.ts'
import { type ClaimedMessage, claimMessages, listLaneHeads, type LaneHead } from '../store/outbox-lanes.ts'
import type { Parts } from '../tools.ts'
import { startPace, takePace, waitingChats } from './pace.ts'
import { sendMessage, type SendResult } from './send-message.ts'

export interface SenderOptions {
  /** Who holds the bot's lease; written into rows that are on their way. */
  holder: string
  /** Most messages on their way at once, never two in one chat. */
  parallel?: number
  /** Whether a request may still be started: the lease holds. */
  mayStart?: () => boolean
  pause: (ms: number) => Promise<void>
  /** A message has left the lane, so another may go. */
  onFree?: () => void
  /** Milliseconds that a send took. */
  onSent?: (ms: number, result: SendResult) => void
}

/** Sends one bot's messages. Only the holder of the bot's lease may have one. */
export interface Sender {
  /**
   * Starts whatever may go now. Returns milliseconds until the pace lets more go; null when it holds
   * nothing back. Sends go on in the background.
   */
  deliver(): Promise<number | null>
  /** Something new was queued: look at the lanes again before the next send. */
  refresh(): void
  /** Resolves when nothing is on its way. */
  drain(): Promise<void>
  inFlight(): number
  /** Set once the platform refuses the token. */
  stoppedBy(): string | null
}

/** Heads looked up at once, and for how long they are good: a long queue must not be read for every send. */
const HEADS = 40
const HEADS_LIFE_MS = 1000
/** Three chats throttled within this time: the bot as a whole is too fast. */
const THROTTLE_WINDOW_MS = 1000
const THROTTLED_CHATS = 3

export function createSender(parts: Parts, bot: ConnectedBot, options: SenderOptions): Sender {
  const { holder, parallel = 8, mayStart = () => true, onFree, onSent } = options
  const { clock } = parts
  const nowMs = () => clock.machine().getTime()
  const pace = startPace(parts.bots.can(bot.id).pace, nowMs())
  const flying = new Map<string, Promise<void>>()
  let throttled: { chatId: string; at: number }[] = []
  let stopped: string | null = null

  let heads: LaneHead[] = []
  let readAt = Number.NEGATIVE_INFINITY

  async function deliver(): Promise<number | null> {
    if (flying.size >= parallel || stopped !== null || !mayStart()) return null
    if (heads.length === 0 || nowMs() - readAt >= HEADS_LIFE_MS) await readHeads()
    const waiting = heads
    heads = []
    const going: LaneHead[] = []
    let waitMs = waitingChats(pace, nowMs()).soonestMs
    for (const [index, head] of waiting.entries()) {
      if (flying.has(head.chatId)) continue
      const isFull = flying.size + going.length >= parallel
      const wait = isFull ? 0 : takePace(pace, { id: head.chatId, kind: head.chatKind }, nowMs())
      if (wait > 0 || isFull) {
        // The rest keep their turn.
        heads = waiting.slice(index)
        waitMs = wait > 0 ? Math.min(waitMs, wait) : waitMs
        break
      }
      going.push(head)
    }
    if (going.length > 0) await start(going)
    return Number.isFinite(waitMs) ? waitMs : null
  }

  async function readHeads(): Promise<void> {
    readAt = nowMs()
    heads = await listLaneHeads(parts.db, {
      botId: bot.id,
      machineNow: clock.machine(),
      withoutChats: [...new Set([...waitingChats(pace, nowMs()).ids, ...flying.keys()])],
      limit: HEADS,
    })
  }

  async function start(going: readonly LaneHead[]): Promise<void> {
    if (!mayStart() || stopped !== null) return
    const ids = going.map(({ id }) => id)
    const claim = { holder, machineNow: clock.machine() }
    const messages = await parts.db.transaction((tx) => claimMessages(tx, parts.vault, ids, claim))
    for (const message of messages) launch(message)
  }

  function launch(message: ClaimedMessage): void {
    const startedMs = nowMs()
    const flight = sendMessage({ parts, bot, holder, pause: options.pause }, message)
      .then((result) => afterSend(message.chatId, startedMs, result))
      .catch((error: unknown) => {
        parts.log.error({ bot: bot.id, outbox: message.id, err: error }, 'the result of a send was not kept')
      })
      .finally(() => {
        flying.delete(message.chatId)
        onFree?.()
      })
    flying.set(message.chatId, flight)
  }

  async function afterSend(chatId: string, startedMs: number, result: SendResult): Promise<void> {
    onSent?.(nowMs() - startedMs, result)
    if (result.kind === 'sent') return
    heads = []
    if (result.decision.stopBot) stopped = result.code
    if (result.failure !== 'throttled') return
    const now = nowMs()
    throttled = [...throttled.filter(({ at }) => at > now - THROTTLE_WINDOW_MS), { chatId, at: now }]
    if (new Set(throttled.map((each) => each.chatId)).size < THROTTLED_CHATS) return
    throttled = []
    const waitMs = result.decision.pauseChatMs ?? THROTTLE_WINDOW_MS
    await pauseBot(parts.db, bot.id, new Date(now + waitMs))
    parts.log.warn({ bot: bot.id, waitMs }, 'the bot pauses: three chats were throttled')
  }

  return {
    deliver,
    refresh: () => {
      readAt = Number.NEGATIVE_INFINITY
    },
    drain: async () => {
      while (flying.size > 0) await Promise.all(flying.values())
    },
    inFlight: () => flying.size,
    stoppedBy: () => stopped,
  }
}
