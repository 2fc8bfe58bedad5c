import { createAdapters } from '../../src/channels/index.ts'
import type { ChannelAdapter, ChatTarget, ConnectedBot, Update } from '../../src/channels/channel-adapter.ts'
import type { FaultRule } from '../../src/playground/server/faults.ts'

/** The secret half of every token in these tests: it may appear nowhere. */
export const CANARY = 'PLAYGROUND-canary-7f3a'

/** A local platform with one bot, a person who opened its chat, and a group that holds both. */
export interface Stage {
  adapter: ChannelAdapter
  token: string
  bot: ConnectedBot
  person: ChatTarget
  group: ChatTarget
  /** A chat that the bot does not know. */
  nowhere: ChatTarget
  /** A fault that answers like the real platform does for a dead token. */
  deadToken: Extract<FaultRule['fault'], { kind: 'answer' }>
  says(text: string): void
  /** Sends a photo of these bytes. */
  shows(data: Uint8Array): void
  /** Takes a choice the way a person does here: presses it, or types its number. */
  chooses(label: string): void
  /** Texts that the person got, oldest first. */
  heard(): string[]
  /** Labels of what the person may choose in the last message. */
  offered(): string[]
  /** Where the last message leads, if it links. */
  linked(): string | null
  isPolling(): Promise<boolean>
  waitForPoll(): Promise<void>
  inject(rule: FaultRule): void
  /** Number of processed calls of a method that makes messages. */
  accepted(method: string): number
  /** A raw update about a message of the bot itself. */
  ownMessage(): unknown
  secretHeader: string
  webhookBody(text: string): string
  registerWebhook(): Promise<void>
  close(): Promise<void>
}

export interface StageSettings {
  /** Deadline of calls; short where a test waits for it. */
  callTimeoutMs?: number
  graceMs?: number
  /** Instead of the local server's own. */
  apiRoot?: string
}

/** An adapter that polls a second long and logs into `lines`. */
export function adapterFor(
  channel: string,
  url: string,
  settings: StageSettings = {},
  lines: unknown[] = [],
): ChannelAdapter {
  const write = (fields: object, event: string): void => {
    lines.push({ ...fields, event })
  }
  const { callTimeoutMs = 2_000, graceMs = 100, apiRoot = url } = settings
  const shared = { apiRoot, callTimeoutMs, pollSeconds: 1 }
  const adapters = createAdapters({
    telegram: shared,
    zalo: { ...shared, graceMs },
    machine: () => new Date(),
    random: () => 0.5,
    log: { info: write, warn: write },
  })
  return adapters.get(channel)!
}

export interface Polling {
  updates: Update[]
  stop(): Promise<void>
  /** Resolves with the update once `count` of them came. */
  arrived(count?: number): Promise<Update>
  /** How the loop ended. */
  ended: Promise<unknown>
}

/** Polls in the background and keeps what is parsed. `before` runs before each batch is kept. */
export function startPolling(
  stage: { adapter: ChannelAdapter; bot: ConnectedBot },
  before: (raw: readonly unknown[], cursor: string | null) => Promise<void> | void = () => undefined,
  cursor: string | null = null,
): Polling {
  const updates: Update[] = []
  const stopping = new AbortController()
  const receive = async (raw: readonly unknown[], next: string | null): Promise<void> => {
    await before(raw, next)
    for (const one of raw) {
      const update = stage.adapter.parse(one, stage.bot)
      if (update) updates.push(update)
    }
  }
  const options = { cursor, receive, signal: stopping.signal }
  const ended = stage.adapter.poll(stage.bot, options).then(
    () => null,
    (error: unknown) => error,
  )
  return {
    updates,
    ended,
    stop: async () => {
      stopping.abort()
      await ended
    },
    arrived: async (count = 1) => {
      await until(() => updates.length >= count)
      return updates[count - 1]!
    },
  }
}

/** Waits at most five seconds. */
export async function until(isTrue: () => boolean | Promise<boolean>): Promise<void> {
  for (let round = 0; round < 500; round += 1) {
    if (await isTrue()) return
    await new Promise((resolve) => {
      setTimeout(resolve, 10)
    })
  }
  throw new Error('It did not come true within five seconds')
}
