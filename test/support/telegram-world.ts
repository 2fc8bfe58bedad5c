import type { ConnectedBot } from '../../src/channels/channel-adapter.ts'
import type { TelegramControl } from '../../src/playground/telegram/index.ts'
import type { EntryView } from '../../src/playground/telegram/observe.ts'

type Settle = () => Promise<void>

/** A person on Telegram. Every act waits until the bot has answered. */
export interface TelegramUser {
  id: number
  /** Presses Start, with the payload of a link. Must come before the first `says`. */
  starts(payload?: string): Promise<void>
  says(text: string): Promise<void>
  /** Presses the newest button with this label. */
  presses(label: string): Promise<void>
  sendsPhoto(caption?: string, data?: Uint8Array): Promise<void>
  sendsAlbum(count: number): Promise<void>
  sendsDocument(name: string, caption?: string): Promise<void>
  edits(messageId: number, text: string): Promise<void>
  blocks(): Promise<void>
  unblocks(): Promise<void>
  /** Texts of the bot since the last call, edits included, in the order in which they came. */
  heard(): string[]
  /** Labels of the buttons under the bot's newest message. */
  buttons(): string[]
  /** The whole conversation. */
  transcript(): EntryView[]
}

export interface TelegramGroup {
  id: number
  user(name: string): Pick<TelegramUser, 'says' | 'presses' | 'sendsPhoto'> & {
    /** Replies to the newest message of the bot that holds `about`. */
    replies(text: string, about?: string): Promise<void>
    saysAnonymously(text: string): Promise<void>
  }
  heard(): string[]
  buttons(): string[]
  /** Turns it into a supergroup: the chat gets another id. */
  migrates(): Promise<void>
  removesBot(): Promise<void>
  transcript(): EntryView[]
}

export interface TelegramWorld {
  control: TelegramControl
  /** The person of this name, made on first use. `bot`: index of the bot they talk with. */
  user(name: string, options?: { bot?: number; fullName?: string }): TelegramUser
  /** The group of this name, made on first use with its members and the bot in it; `payload` of the link that added it. */
  group(name: string, options?: { members?: string[]; bot?: number; payload?: string }): TelegramGroup
}

export function telegramWorld(control: TelegramControl, bots: ConnectedBot[], settle: Settle): TelegramWorld {
  const ids = new Map<string, number>()
  const users = new Map<string, TelegramUser>()
  const groups = new Map<string, TelegramGroup>()

  const userId = (name: string, fullName = name): number => {
    const known = ids.get(name)
    if (known !== undefined) return known
    const { id } = control.createUser({ firstName: fullName, languageCode: 'vi' })
    ids.set(name, id)
    return id
  }

  return {
    control,
    user: (name, { bot: index = 0, fullName } = {}) => {
      const key = `${name}/${index}`
      const user = users.get(key) ?? makeUser(control, bots[index]!, userId(name, fullName), settle)
      users.set(key, user)
      return user
    },
    group: (name, { members = [], bot: index = 0, payload } = {}) => {
      const known = groups.get(name)
      if (known) return known
      const memberIds = (members.length > 0 ? members : ['chủ nhóm']).map((each) => userId(each))
      const group = control.createGroup({ title: name, creator: memberIds[0]!, members: memberIds })
      const bot = bots[index]!
      control.inviteBot({
        group: group.id,
        by: memberIds[0]!,
        bot: bot.handle,
        ...(payload !== undefined && { payload }),
      })
      const made = makeGroup(control, bot, group.id, memberIds[0]!, userId, settle)
      groups.set(name, made)
      return made
    },
  }
}

function makeUser(control: TelegramControl, bot: ConnectedBot, user: number, settle: Settle): TelegramUser {
  const place = { user, bot: bot.handle }
  const lines = () => control.transcript(user, bot.handle)
  return {
    id: user,
    starts: async (payload) => {
      control.start({ ...place, ...(payload !== undefined && { payload }) })
      await settle()
    },
    says: async (text) => {
      control.say({ ...place, text })
      await settle()
    },
    presses: async (label) => {
      control.press({ ...place, button: label })
      await settle()
    },
    sendsPhoto: async (caption, data) => {
      control.sendPhoto({ ...place, ...(caption !== undefined && { caption }), ...(data && { data }) })
      await settle()
    },
    sendsAlbum: async (count) => {
      control.sendAlbum({ ...place, photos: Array.from({ length: count }, () => ({})) })
      await settle()
    },
    sendsDocument: async (name, caption) => {
      control.sendDocument({
        ...place,
        fileName: name,
        data: 'c2FtcGxl',
        ...(caption !== undefined && { caption }),
      })
      await settle()
    },
    edits: async (messageId, text) => {
      control.edit({ ...place, messageId, text })
      await settle()
    },
    blocks: async () => {
      control.block(place)
      await settle()
    },
    unblocks: async () => {
      control.unblock(place)
      await settle()
    },
    heard: hearing(lines),
    buttons: () => buttonsOf(lines()),
    transcript: lines,
  }
}

function makeGroup(
  control: TelegramControl,
  bot: ConnectedBot,
  firstId: number,
  owner: number,
  userId: (name: string) => number,
  settle: Settle,
): TelegramGroup {
  let id = firstId
  const lines = () => control.transcript(id, bot.handle)
  return {
    get id() {
      return id
    },
    user: (name) => {
      const place = () => ({ user: userId(name), chat: id, bot: bot.handle })
      return {
        says: async (text) => {
          control.say({ ...place(), text })
          await settle()
        },
        replies: async (text, about) => {
          const asked = lines().findLast((line) => line.author === 'bot' && line.text.includes(about ?? ''))
          control.say({ ...place(), text, replyTo: asked!.messageId })
          await settle()
        },
        saysAnonymously: async (text) => {
          control.say({ ...place(), text, isAnonymous: true })
          await settle()
        },
        presses: async (label) => {
          control.press({ ...place(), button: label })
          await settle()
        },
        sendsPhoto: async (caption, data) => {
          control.sendPhoto({ ...place(), ...(caption !== undefined && { caption }), ...(data && { data }) })
          await settle()
        },
      }
    },
    heard: hearing(lines),
    buttons: () => buttonsOf(lines()),
    migrates: async () => {
      id = control.migrateGroup({ group: id }).id
      await settle()
    },
    removesBot: async () => {
      control.removeBot({ group: id, by: owner, bot: bot.handle })
      await settle()
    },
    transcript: lines,
  }
}

/** New texts of the bot, and new words of old ones, since the last call. */
function hearing(lines: () => EntryView[]): () => string[] {
  const known = new Map<number, string>()
  return () =>
    lines()
      .filter((line) => line.author === 'bot' && line.text !== '')
      .filter((line) => {
        const isNews = known.get(line.seq) !== line.text
        known.set(line.seq, line.text)
        return isNews
      })
      .map((line) => line.text)
}

function buttonsOf(lines: EntryView[]): string[] {
  const newest = lines.findLast((line) => line.author === 'bot')
  return (newest?.keyboard ?? []).flat().map((button) => button.text)
}
