import type { Choice, OpenPrivateLink } from '../channels/channel-adapter.ts'

/** Where something is said, and to whom. */
export interface SayTarget {
  chatId: string
  botId: string
  kind: 'private' | 'group'
  threadId?: string | null
  /** The person who reads it in private. */
  personId?: string | null
  /** The account whose typed numbers pick among `choices`. */
  accountId?: string | null
  locale: 'vi' | 'en'
}

export interface SayRequest {
  to: SayTarget
  /** Words by key, or ready words. */
  words: { key: string; values?: Record<string, string | number> } | { text: string }
  choices?: Choice[][]
  class: 'reply' | 'scheduled'
  /** For counts: `reply`, `topic`, `nudge`, `digest`, `notice`, `review` … */
  topic: string
  /** The same key is said once, ever. Default: a fresh one. */
  uniqueKey?: string
  /** Filing the assignment cancels it while it is queued. */
  assignmentId?: string | null
  /** Machine time. Default: at once. */
  dueAt?: Date
  /** Machine time after which it is not sent any more. */
  staleAt?: Date
  /** Outbox id of an earlier message that this one takes the place of (changed in place where that is possible). */
  replace?: string
  replyTo?: string
  openPrivate?: OpenPrivateLink
  file?: { name: string; mime: string; base64: string }
}

/**
 * Writes the message as rows of the caller's transaction. Returns the id of the row that shows the choices
 * (the last part of a long text), good for `replace` later; null when the key was said before.
 */
export type Say = (request: SayRequest) => Promise<string | null>
