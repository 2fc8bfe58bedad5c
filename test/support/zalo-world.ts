import type { ConnectedBot } from '../../src/channels/channel-adapter.ts'
import type { ZaloControl } from '../../src/playground/zalo/index.ts'
import type { Entry } from '../../src/playground/zalo/model.ts'

type Settle = () => Promise<void>

/** A person on Zalo. Every act waits until the bot has answered. */
export interface ZaloUser {
  says(text: string): Promise<void>
  /** Types the number of the newest choice with this label. */
  presses(label: string): Promise<void>
  sendsPhoto(caption?: string): Promise<void>
  sendsSticker(): Promise<void>
  sendsVoice(): Promise<void>
  /** A file, a video, a place: the bot only learns that something came. */
  sendsUnsupported(): Promise<void>
  /** Texts of the bot since the last call, choices numbered as people see them. */
  heard(): string[]
  transcript(): Entry[]
}

export interface ZaloGroup {
  user(name: string): {
    /** Mentions the bot, because nothing else reaches it. */
    says(text: string): Promise<void>
    /** Replies to the newest message of the bot. */
    replies(text: string): Promise<void>
    /** Talk that is not meant for the bot. */
    saysToOthers(text: string): Promise<void>
  }
  heard(): string[]
  transcript(): Entry[]
}

export interface ZaloWorld {
  control: ZaloControl
  user(name: string, options?: { bot?: number; fullName?: string }): ZaloUser
  group(name: string, options?: { members?: string[]; bot?: number }): ZaloGroup
}

export function zaloWorld(control: ZaloControl, bots: ConnectedBot[], settle: Settle): ZaloWorld {
  const known = new Set<string>()
  const users = new Map<string, ZaloUser>()
  const groups = new Map<string, ZaloGroup>()
  const person = (name: string, fullName = name): string => {
    if (!known.has(name)) control.createUser({ key: name, displayName: fullName })
    known.add(name)
    return name
  }
  return {
    control,
    user: (name, { bot: index = 0, fullName } = {}) => {
      const key = `${name}/${index}`
      const user = users.get(key) ?? makeUser(control, bots[index]!, person(name, fullName), settle)
      users.set(key, user)
      return user
    },
    group: (name, { members = [], bot: index = 0 } = {}) => {
      const existing = groups.get(name)
      if (existing) return existing
      const bot = bots[index]!
      const key = `group ${name}`
      control.createGroup({ key, title: name, members: members.map((each) => person(each)) })
      control.inviteBot({ group: key, bot: bot.displayName })
      const made = makeGroup(control, bot, key, person, settle)
      groups.set(name, made)
      return made
    },
  }
}

function makeUser(control: ZaloControl, bot: ConnectedBot, user: string, settle: Settle): ZaloUser {
  const place = { user, bot: bot.displayName }
  const lines = () => control.transcript(user, bot.displayName)
  const says = async (text: string) => {
    control.say({ ...place, text })
    await settle()
  }
  return {
    says,
    presses: async (label) => {
      const numbers = lines()
        .filter((line) => line.author === 'bot')
        .flatMap((line) => [...line.text.matchAll(/^(\d+)\. (.+)$/gm)])
        .filter(([, , shown]) => shown === label)
      const newest = numbers.at(-1)
      if (!newest) throw new Error(`no choice "${label}" is shown`)
      await says(newest[1]!)
    },
    sendsPhoto: async (caption) => {
      control.sendImage({ ...place, ...(caption !== undefined && { caption }) })
      await settle()
    },
    sendsSticker: async () => {
      control.sendSticker(place)
      await settle()
    },
    sendsVoice: async () => {
      control.sendVoice(place)
      await settle()
    },
    sendsUnsupported: async () => {
      control.sendUnsupported(place)
      await settle()
    },
    heard: hearing(lines),
    transcript: lines,
  }
}

function makeGroup(
  control: ZaloControl,
  bot: ConnectedBot,
  group: string,
  person: (name: string) => string,
  settle: Settle,
): ZaloGroup {
  const lines = () => control.transcript(group, bot.displayName)
  return {
    user: (name) => ({
      says: async (text) => {
        control.say({ user: person(name), group, bot: bot.displayName, mention: true, text })
        await settle()
      },
      replies: async (text) => {
        const asked = lines().findLast((line) => line.author === 'bot')
        control.say({ user: person(name), group, bot: bot.displayName, text, replyTo: asked!.messageId })
        await settle()
      },
      saysToOthers: async (text) => {
        control.say({ user: person(name), group, text })
        await settle()
      },
    }),
    heard: hearing(lines),
    transcript: lines,
  }
}

function hearing(lines: () => Entry[]): () => string[] {
  let seen = 0
  return () => {
    const fresh = lines().filter((line) => line.author === 'bot' && line.seq > seen && line.text !== '')
    seen = Math.max(seen, ...lines().map((line) => line.seq))
    return fresh.map((line) => line.text)
  }
}
