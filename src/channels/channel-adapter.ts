/**
 * The contract that a platform signs. Everything outside `channels/<platform>/` speaks in these types and
 * asks capabilities, never names.
 */

/** What one bot may do on its platform. Data, all required. */
export interface Capabilities {
  /** Choices are shown as buttons; otherwise the adapter numbers them in the text. */
  buttons: boolean
  /** A sent message can be changed. */
  edit: boolean
  /** Files can be sent. */
  documents: boolean
  /** Photos can be sent as bytes; otherwise only by public URL. */
  photoBytes: boolean
  /** A link can carry an invitation code into the private chat. */
  startLink: boolean
  /** Longest text of one message, UTF-16 units. */
  maxText: number
  /** Longest caption of a photo or document, UTF-16 units. */
  maxCaption: number
  /** The platform keeps updates until they are confirmed; otherwise a gap in polling loses them. */
  keepsUpdates: boolean
  /** The bot hears commands in groups without being mentioned. */
  hearsGroupCommands: boolean
  /** Pace that the platform bears: per bot, per chat, per group and minute; `burst` is the bucket's size. */
  pace: { perSecond: number; perChatPerSecond: number; perGroupPerMinute: number; burst: number }
  /** Outbound messages a month, people and groups that one bot may serve; null: no known ceiling. */
  quota: { messagesPerMonth: number | null; people: number | null; groups: number | null }
}

/** Who a token belongs to, as the platform says (`getMe`). */
export interface BotIdentity {
  externalId: string
  displayName: string
  /** Telegram: username. Zalo: account name. */
  handle: string
  canJoinGroups: boolean
}

/** A bot row together with its token, in memory only. */
export interface ConnectedBot extends BotIdentity {
  id: string
  token: string
}

/** A file that came in, as the adapter can fetch it again. */
export interface FileReference {
  /** Opaque to everyone but the adapter: a file id or a URL. */
  source: string
  name?: string
  mime?: string
  size?: number
}

export type UpdateBody =
  | { kind: 'text'; text: string }
  /** An earlier message was changed. */
  | { kind: 'edited-text'; text: string; messageId: string }
  /** A button was pressed: `action` is what the choice carried. */
  | { kind: 'button'; action: string; callbackId: string; messageId?: string }
  | { kind: 'photo'; file: FileReference; caption?: string; albumId?: string }
  | { kind: 'document'; file: FileReference; caption?: string }
  /** Stickers, voice, locations …: nothing that a form can take. `hint` says which. */
  | { kind: 'unsupported'; hint?: string }
  | { kind: 'bot-joined' }
  | { kind: 'bot-left' }
  /** A person blocked or unblocked the bot in private. */
  | { kind: 'blocked' }
  | { kind: 'unblocked' }
  | { kind: 'chat-migrated'; toChatExternalId: string }

/** One normalised event in. Raw platform objects never leave their folder. */
export interface Update {
  v: 1
  botId: string
  /** Unique per bot: the dedupe key. */
  key: string
  /** The platform's time, ISO. */
  sentAt: string
  chat: { externalId: string; kind: 'private' | 'group'; threadId?: string }
  /** Absent for anonymous admins and service messages without an author. */
  sender?: { externalId: string; displayName?: string; languageCode?: string }
  messageId?: string
  /** Spoken to the bot: always in private; in a group a command, a mention or a reply. Mentions are already stripped. */
  addressed: boolean
  /** The message it answers by the platform's reply, where the platform tells. */
  replyToMessageId?: string
  body: UpdateBody
}

/** A choice under a message. `action` is at most 64 bytes of ASCII and means the same forever. */
export interface Choice {
  action: string
  label: string
}

export interface ChatTarget {
  externalId: string
  kind: 'private' | 'group'
  threadId?: string
}

/** What is sent, in neutral words: the adapter makes buttons or numbers of the choices. Text is plain. */
export type OutgoingContent =
  | { operation: 'text'; text: string; choices?: Choice[][]; replyTo?: string; openPrivate?: OpenPrivateLink }
  | { operation: 'edit'; messageId: string; text: string; choices?: Choice[][] }
  | { operation: 'keyboard-off'; messageId: string }
  | { operation: 'photo'; photo: { base64: string; name: string } | { url: string }; caption?: string }
  | { operation: 'document'; base64: string; name: string; mime: string; caption?: string }

/** A link under a group message that opens the private chat, carrying `payload` where the platform can. */
export interface OpenPrivateLink {
  label: string
  payload: string
}

export interface Receipt {
  /** The platform's message id; null for operations that make no message. */
  externalMessageId: string | null
}

/** How a send failed: the outbox decides by these facts alone. */
export type SendFailure =
  /** Refused for good: never repeat this message. */
  | 'rejected'
  /** This chat is closed to the bot (blocked, kicked, never started). */
  | 'unreachable'
  /** The chat has another id now (`toChatExternalId`): send again there. */
  | 'migrated'
  /** Too fast: wait `retryAfterMs`. */
  | 'throttled'
  /** The month's quota is used up. */
  | 'quota'
  /** The platform failed before taking it: try again later. */
  | 'unavailable'
  /** The request left and no answer came: it may have arrived. */
  | 'uncertain'
  /** The token is dead (401) or somebody else uses it (409): stop this bot. */
  | 'bot-stopped'

/** The only error that leaves an adapter. Carries no URL, token or text. */
export class SendError extends Error {
  override readonly name = 'SendError'
  readonly failure: SendFailure
  /** Stable code for logs and the ledger, e.g. `telegram-403`. */
  readonly code: string
  readonly retryAfterMs: number | undefined
  readonly toChatExternalId: string | undefined

  constructor(
    failure: SendFailure,
    code: string,
    more: { retryAfterMs?: number; toChatExternalId?: string } = {},
  ) {
    super(`${failure} (${code})`)
    this.failure = failure
    this.code = code
    this.retryAfterMs = more.retryAfterMs
    this.toChatExternalId = more.toChatExternalId
  }
}

/** What a batch handler got: stored means it is safe to confirm. */
export type ReceiveUpdates = (raw: readonly unknown[], cursor: string | null) => Promise<void>

export interface WebhookRequest {
  headers: { get(name: string): string | null | undefined }
  body: string
}

/** Command shown in the platform's menu, by the scope in which it is useful. */
export interface MenuCommand {
  command: string
  description: string
  scope: 'private' | 'group'
  language: 'vi' | 'en'
}

export interface ChannelAdapter {
  readonly channel: string
  readonly can: Capabilities
  /** Who this token is. Throws `SendError` (`bot-stopped` for a dead token). */
  identify(token: string, signal?: AbortSignal): Promise<BotIdentity>
  /**
   * Polls until `signal` aborts, handing every batch to `receive` and confirming only after it resolved.
   * `cursor` is what `receive` was given last. An open request is let finish on abort where the platform
   * keeps nothing. Throws `SendError` `bot-stopped` on 401/409; backs off by itself on everything else.
   * `onAnswered` is called after every answered request, with or without updates.
   */
  poll(
    bot: ConnectedBot,
    options: { cursor: string | null; receive: ReceiveUpdates; onAnswered?: () => void; signal: AbortSignal },
  ): Promise<void>
  /** Points the platform's webhook at `url`, or removes it (null). Returns what the operator should know. */
  setWebhook(
    bot: ConnectedBot,
    webhook: { url: string; secret: string } | null,
  ): Promise<{ ok: boolean; hint: string }>
  /** The webhook that the platform has now; null for none. */
  webhookUrl(bot: ConnectedBot): Promise<string | null>
  /** Raw updates of a webhook call whose secret is right; null when it is not. Compares in constant time. */
  readWebhook(request: WebhookRequest, secret: string): readonly unknown[] | null
  /** Normalises one raw update; null for what concerns nobody (own messages, unknown events). */
  parse(raw: unknown, bot: ConnectedBot): Update | null
  /** Sends one operation. Text longer than `can.maxText` must have been fitted before (`fitContent`). */
  send(bot: ConnectedBot, chat: ChatTarget, content: OutgoingContent, signal?: AbortSignal): Promise<Receipt>
  /** Tells the platform that a pressed button was heard; never throws. */
  acknowledgeButton(bot: ConnectedBot, callbackId: string): Promise<void>
  /** Registers the command menus; does nothing where there are none. */
  setMenu(bot: ConnectedBot, commands: readonly MenuCommand[]): Promise<void>
  /** Fetches a file that came in: at most `maxBytes`, only from public https or the API root's own host. */
  fetchFile(bot: ConnectedBot, source: string, maxBytes: number): Promise<Buffer>
  /** Link to the bot, with an invitation payload where `can.startLink`; in a group with `group`. */
  link(bot: BotIdentity, payload?: string, group?: boolean): string
  /** The text of `content` exactly as a person will see it (choices numbered where there are no buttons). */
  render(bot: BotIdentity, content: OutgoingContent): string
}
