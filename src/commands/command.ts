import type {
  BotIdentity,
  Capabilities,
  ChannelAdapter,
  ConnectedBot,
  Update,
} from '../channels/channel-adapter.ts'
import type { IsWorkingDay } from '../domain/work-days.ts'
import type { PersonView, Role } from '../domain/person.ts'
import type { Logger } from '../log.ts'
import type { Say } from '../outbox/say.ts'
import type { Tx } from '../store/database.ts'
import type { Vault } from '../store/vault.ts'

/** The sentence of a locale key (`i18n.ts`). */
export type Translate = (locale: 'vi' | 'en', key: string, values?: Record<string, string | number>) => string

/** The bots of this deployment, by the id of their row. */
export interface BotDirectory {
  /** What a bot may do, also while it is paused; the channel's defaults. */
  can(botId: string): Capabilities
  /** Null while no token is given for the bot. */
  connected(botId: string): ConnectedBot | null
  adapterOf(botId: string): ChannelAdapter
  /** Link to the bot, with an invitation payload where the platform can carry it. */
  link(bot: BotIdentity & { id: string }, payload?: string, group?: boolean): string
}

/** One transaction's tools: what a command or a job works with. */
export interface Tools {
  tx: Tx
  vault: Vault
  /** Product time. */
  now: Date
  machineNow: Date
  newId: () => string
  randomBytes: (size: number) => Buffer
  t: Translate
  say: Say
  bots: BotDirectory
  /** Working days of the country. */
  isWorking: IsWorkingDay
  log: Logger
  /** https address of this service; null: links to it cannot be given. */
  publicUrl: string | null
}

/** Where we talk, as a row. */
export interface Chat {
  id: string
  botId: string
  externalId: string
  kind: 'private' | 'group'
  threadId?: string
  language: 'vi' | 'en' | null
}

/** One identity on one bot, as a row. */
export interface Account {
  id: string
  botId: string
  externalId: string
  chatId: string | null
  personId: string | null
  state: 'stranger' | 'linked' | 'unreachable' | 'unlinked'
}

/** What an account is in the middle of in a chat. `state` is the owner's JSON. */
export interface Dialog {
  /** `form`, or the name of the command that owns it. */
  kind: string
  draftId: string | null
  state: unknown
  revision: number
}

/** One update being handled. */
export interface Turn extends Tools {
  update: Update
  updateId: string
  /** When the update was stored (machine time). */
  receivedAt: Date
  chat: Chat
  /** Null when the platform names no sender. */
  account: Account | null
  person: PersonView | null
  locale: 'vi' | 'en'
  dialog: Dialog | null
  /** Says something into the chat of the update. */
  reply(key: string, values?: Record<string, string | number>, more?: ReplyMore): Promise<string | null>
  /** Says ready words into the chat of the update. */
  replyText(text: string, more?: ReplyMore): Promise<string | null>
  /** Opens or replaces the dialog of this account in this chat; null closes it. */
  setDialog(dialog: { kind: string; draftId?: string | null; state?: unknown } | null): Promise<void>
}

export interface ReplyMore {
  choices?: { action: string; label: string }[][]
  /** Outbox id of an earlier prompt that this one takes the place of, where messages can be changed. */
  replace?: string
  /** Link that opens the private chat, under a group message. */
  openPrivate?: { label: string; payload: string }
  assignmentId?: string
  /** Goes before the words, where the channel can carry it. */
  file?: { name: string; mime: string; base64: string }
}

/** What a person can type or press. Matched without case and diacritics. */
export interface Command {
  /** English, by domain verb; the first part of its actions. */
  name: string
  /** Slash word without `/`, ASCII. */
  slash: string
  /** Further slash words. */
  aliases?: string[]
  /** Typed words, e.g. `báo cáo`. */
  words: string[]
  where: 'private' | 'group' | 'both'
  /** Who is offered it: anyone, everybody who joined, or holders of these roles. */
  for: 'anyone' | 'joined' | readonly Role[]
  /** A sentence or a code may follow its words, even when they are short: `xong đã gửi kế hoạch`. */
  takesText?: boolean
  /** Texts go to its open dialog before they are taken for words of commands, as in a form. */
  hearsFirst?: boolean
  /** Not listed in menus and help. */
  hidden?: boolean
  /** Offered in numbered menus only while something is open. */
  onlyInDialog?: boolean
  run(turn: Turn, argument: string): Promise<void>
  /** Presses of its choices: `<name>:<verb>:<args…>`. Authorised again every time. */
  actions?: Record<string, (turn: Turn, args: string[]) => Promise<void>>
  /** Asks the open question of its dialog once more, for `xem`. */
  again?(turn: Turn, state: unknown): Promise<void>
  /** Free text while a dialog of this command is open. False: not mine after all. */
  onText?(turn: Turn, text: string, state: unknown): Promise<boolean>
}
