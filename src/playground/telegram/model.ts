import type { EntryBase } from '../server/transcript-log.ts'

export interface Bot {
  id: number
  token: string
  username: string
  firstName: string
  /** On (the default of BotFather): in groups only commands, replies and service messages arrive. */
  hasPrivacy: boolean
  allowedUpdates: string[] | null
  webhook: Webhook | null
  /** Menus by `scope|language`. */
  commands: Record<string, BotCommand[]>
}

export interface BotCommand {
  command: string
  description: string
}

export interface Webhook {
  url: string
  secretToken: string | null
  maxConnections: number
  lastErrorAt: number | null
  lastError: string | null
}

export interface User {
  id: number
  firstName: string
  lastName?: string
  username?: string
  languageCode?: string
  isDeactivated?: boolean
}

export type MemberStatus = 'creator' | 'administrator' | 'member' | 'left' | 'kicked'

export interface Topic {
  id: number
  name: string
  isClosed: boolean
}

export interface Group {
  id: number
  title: string
  kind: 'group' | 'supergroup'
  isForum: boolean
  /** People and bots by id. Who left stays, with that status. */
  members: Record<string, MemberStatus>
  topics: Topic[]
  migratedTo: number | null
}

/** A private chat of a person with one bot; none before Start was pressed. */
export interface PrivateChat {
  bot: number
  user: number
  isBlocked: boolean
}

/** A message as the Bot API shows it. */
export interface ApiMessage {
  message_id: number
  date: number
  chat: Record<string, unknown> & { id: number; type: string }
  [field: string]: unknown
}

/** An event on its way to a bot, from arrival to confirmation. */
export interface Update {
  bot: number
  updateId: number
  kind: string
  payload: unknown
  chat: number | null
  /** The line of the transcript it tells about. */
  entry: number | null
  createdAt: number
  /** Every time it left for a living caller, ms; repeats until it is confirmed. */
  deliveredAt: number[]
  /** When a later offset, or a 2xx of the webhook, confirmed it. */
  confirmedAt: number | null
  /** Why it will never be delivered: `expired` or `dropped` (drop_pending_updates). */
  lost: string | null
}

export interface Callback {
  id: string
  bot: number
  user: number
  chat: number
  messageId: number
  data: string
  at: number
  answer: { text: string; isAlert: boolean; url: string | null; at: number } | null
}

export interface StoredFile {
  fileId: string
  uniqueId: string
  path: string
  name: string
  type: string
  size: number
  base64: string
}

/** What a person sees of an inline button. */
export interface Button {
  text: string
  data?: string
  url?: string
}

export interface Edit {
  at: number
  text: string
  keyboard: Button[][] | null
}

/** A line of the transcript: a message, a service message, or a pressed button (`method` `press`). */
export interface Entry extends EntryBase {
  chat: number
  /** The bot of a private chat, or the bot that wrote; null for what people write in groups. */
  bot: number | null
  /** Id of the person or bot that wrote. */
  from: number
  messageId: number
  thread: number | null
  replyTo: number | null
  /** Inline keyboard as it stands now. */
  keyboard: Button[][] | null
  /** Any other reply markup as sent: `force_reply`, `keyboard`, `remove_keyboard`. */
  markup: Record<string, unknown> | null
  /** What it said before each edit, oldest first, with the time of the edit. */
  edits: Edit[]
  deletedAt: number | null
  /** Bots that were not told, and why: `privacy` or `allowed_updates`. */
  withheld: { bot: number; reason: string }[]
  callback: string | null
  message: ApiMessage
}
