import type { Capabilities } from '../channels/channel-adapter.ts'
import { bucketWait, refillBucket, type BucketRule, type TokenBucket } from '../domain/token-bucket.ts'

export type PaceRule = Capabilities['pace']

interface ChatPace {
  bucket: TokenBucket
  /** Instants of the sends of the last minute; groups only. */
  recent: number[]
}

/** What one bot has sent lately, in memory: enough to keep within its platform's pace. */
export interface Pace {
  rule: PaceRule
  bot: TokenBucket
  chats: Map<string, ChatPace>
}

export interface PacedChat {
  id: string
  kind: 'private' | 'group'
}

const MINUTE = 60_000
/** A little burst in one chat is borne: an answer and the keyboard it takes away. */
const CHAT_BURST = 2

/**
 * A pace that starts empty: whoever sent before (another replica, this one before a kill) may have used
 * the allowance up. `now` in milliseconds of machine time, as everywhere here.
 */
export function startPace(rule: PaceRule, now: number): Pace {
  return { rule, bot: { tokens: 0, at: now }, chats: new Map() }
}

/** Milliseconds until this chat may be sent to; 0: now. */
export function paceWait(pace: Pace, chat: PacedChat, now: number): number {
  const known = pace.chats.get(chat.id)
  const forBot = bucketWait(pace.bot, botRule(pace.rule), now)
  if (!known) return forBot
  const forChat = bucketWait(known.bucket, chatRule(pace.rule), now)
  return Math.max(forBot, forChat, chat.kind === 'group' ? groupWait(pace.rule, known, now) : 0)
}

/** Records one send, or returns the wait in milliseconds and records nothing. */
export function takePace(pace: Pace, chat: PacedChat, now: number): number {
  const wait = paceWait(pace, chat, now)
  if (wait > 0) return wait
  pace.bot = spend(pace.bot, botRule(pace.rule), now)
  const known = pace.chats.get(chat.id) ?? fresh(pace.rule, now)
  pace.chats.set(chat.id, {
    bucket: spend(known.bucket, chatRule(pace.rule), now),
    recent: chat.kind === 'group' ? [...known.recent.filter((at) => at > now - MINUTE), now] : [],
  })
  if (pace.chats.size > 10_000) forgetQuiet(pace, now)
  return 0
}

/** Chats that have to wait longer than the bot itself, with their waits: the others may go first. */
export function waitingChats(pace: Pace, now: number): { ids: string[]; soonestMs: number } {
  const ids: string[] = []
  let soonestMs = Number.POSITIVE_INFINITY
  for (const [id, known] of pace.chats) {
    const wait = Math.max(
      bucketWait(known.bucket, chatRule(pace.rule), now),
      groupWait(pace.rule, known, now),
    )
    if (wait === 0) continue
    ids.push(id)
    soonestMs = Math.min(soonestMs, wait)
  }
  return { ids, soonestMs }
}

function botRule(rule: PaceRule): BucketRule {
  return { perSecond: rule.perSecond, capacity: Math.max(1, rule.burst) }
}

function chatRule(rule: PaceRule): BucketRule {
  return { perSecond: rule.perChatPerSecond, capacity: CHAT_BURST }
}

function fresh(rule: PaceRule, now: number): ChatPace {
  return { bucket: refillBucket({ tokens: CHAT_BURST, at: now }, chatRule(rule), now), recent: [] }
}

function spend(bucket: TokenBucket, rule: BucketRule, now: number): TokenBucket {
  const full = refillBucket(bucket, rule, now)
  return { tokens: full.tokens - 1, at: full.at }
}

/** Until the oldest send that fills the minute has left it. */
function groupWait(rule: PaceRule, chat: ChatPace, now: number): number {
  const counted = chat.recent.filter((at) => at > now - MINUTE)
  if (counted.length < rule.perGroupPerMinute) return 0
  return counted[counted.length - rule.perGroupPerMinute]! + MINUTE - now
}

function forgetQuiet(pace: Pace, now: number): void {
  for (const [id, chat] of pace.chats) {
    const last = Math.max(chat.bucket.at, chat.recent.at(-1) ?? 0)
    if (last < now - MINUTE) pace.chats.delete(id)
  }
}
