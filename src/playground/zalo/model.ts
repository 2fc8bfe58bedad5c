import type { EntryBase } from '../server/transcript-log.ts'

export interface Bot {
  /** About 19 digits, a string. */
  id: string
  token: string
  accountName: string
  /** What a mention inserts; begins with `Bot`. */
  displayName: string
  canJoinGroups: boolean
  webhook: Webhook | null
}

export interface Webhook {
  url: string
  secretToken: string
  updatedAt: number
}

/** A person, by a key that tests choose; every bot sees them under an id of its own. */
export interface Person {
  key: string
  displayName: string
}

export interface Group {
  key: string
  /** `chat.id` on the platform. */
  id: string
  title: string
  /** Keys of people. */
  members: string[]
  /** Ids of bots. */
  bots: string[]
}

/** A person who opened or wrote to a bot: the bot may write to them. */
export interface Contact {
  bot: string
  person: string
  /** The person's id, and private chat id, for this bot. */
  id: string
}

export type PersonKind = 'text' | 'image' | 'sticker' | 'voice' | 'unsupported'

/** One message of the transcript. */
export interface Entry extends EntryBase {
  /** `chat.id` as the bot sees it. */
  chat: string
  /** Key of the person (private chat) or group. */
  place: string
  /** The bot of a private chat, the author or the bot addressed; null for talk that reached none. */
  bot: string | null
  /** Key of the person, or id of the bot, that wrote. */
  from: string
  messageId: string
  /** Address of a picture or voice, sent or received. */
  mediaUrl: string | null
  /** False for what the platform accepted and never showed (voice to a group). */
  isShown: boolean
  /** The platform's fetches of a bot's picture. */
  fetches: { at: number; isOk: boolean }[]
  /** The second fetch failed: people see a black picture. */
  isBlack: boolean
  /** What the bot is told; null for its own messages. */
  update: ZaloUpdate | null
  /** Waits for a poll (`queueMode` `queued`). */
  isWaiting: boolean
  /** Every time it reached the bot: a poll answer written to a living caller, or a webhook's 2xx, ms. */
  deliveredAt: number[]
  /** When the bot polled again after a poll delivery: a sign that it was received. */
  followedAt: number | null
  /** The platform lost it: nobody polled, the poll's connection was dead, or the webhook failed. */
  dropped: boolean
  dropReason: string | null
  /** Never meant for the bot: `group-gate` (no mention, no reply) or `user-cap`. */
  withheld: string | null
}

export interface ZaloUpdate {
  event_name: string
  message: Record<string, unknown>
}

/** One attempt to hand an update to a webhook. */
export interface Delivery {
  seq: number
  at: number
  bot: string
  /** Line of the transcript; null for a probe. */
  entry: number | null
  kind: 'probe' | 'update' | 'duplicate'
  attempt: number
  /** HTTP status, or null when there was no answer. */
  status: number | null
  problem: string | null
  latencyMs: number
}

export interface StoredFile {
  name: string
  type: string
  base64: string
}
