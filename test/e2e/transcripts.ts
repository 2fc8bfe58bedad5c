import type { Platforms } from './platforms.ts'

/** A line that a bot wrote, on either platform. */
export interface BotLine {
  platform: 'telegram' | 'zalo'
  /** Code of the member whose chat it is, or the name of a group. */
  chat: string
  text: string
  seq: number
  messageId: string
  /** What a person had done last in this chat: the line's number and words. */
  after: { seq: number; text: string } | null
}

/** A row of `export deliveries`: what the product knows of one message. */
export interface Delivery {
  channel: 'telegram' | 'zalo'
  chat: 'private' | 'group'
  /** Null in groups and for people who had not joined yet. */
  member: string | null
  kind: string
  class: 'reply' | 'scheduled'
  operation: string
  state: string
  uncertain: boolean
  attempts: number
  message_id: string | null
}

/** Somebody said it twice: two lines of the same words in one chat, though nobody asked the same thing again. */
export interface Repeat {
  first: BotLine
  again: BotLine
}

/** What the bots wrote, in order. `telegramChats`: codes of members and names of groups by chat. */
export function botLines(platforms: Platforms, telegramChats: ReadonlyMap<number, string>): BotLine[] {
  const telegram = platforms.telegram.control.transcript().map((line) => ({
    ...line,
    chat: telegramChats.get(line.chat) ?? String(line.chat),
    messageId: String(line.messageId),
  }))
  const zalo = platforms.zalo.control.transcript().map((line) => ({ ...line, chat: line.place }))
  return [...withActs('telegram', telegram), ...withActs('zalo', zalo)]
}

interface PlatformLine {
  chat: string
  author: string
  text: string
  seq: number
  messageId: string
}

function withActs(platform: BotLine['platform'], lines: readonly PlatformLine[]): BotLine[] {
  const last = new Map<string, BotLine['after']>()
  return lines.flatMap(({ chat, author, text, seq, messageId }) => {
    if (author === 'user') last.set(chat, { seq, text })
    // A picture has no words of its own: it goes before the message that it belongs to.
    return author === 'bot' && text !== ''
      ? [{ platform, chat, text, seq, messageId, after: last.get(chat) ?? null }]
      : []
  })
}

export function findRepeats(lines: readonly BotLine[]): Repeat[] {
  const said = new Map<string, BotLine>()
  return lines.flatMap((again) => {
    const key = `${again.platform} ${again.chat} ${again.text}`
    const first = said.get(key)
    const isAskedAgain = first?.after?.seq !== again.after?.seq && first?.after?.text === again.after?.text
    // Before a copy somebody may have gone on already: what was asked is told by the first one.
    if (!first || isAskedAgain) said.set(key, again)
    return !first || isAskedAgain ? [] : [{ first, again }]
  })
}

/** Name of whatever group there is on a platform, among the codes of members. */
export const GROUP = 'group'

/** Operations that put a message into a chat; a picture goes before its words. */
const SHOWN = ['text', 'photo', 'document']

/** The ledger's rows by the messages that they became. */
export function rowsByMessage(deliveries: readonly Delivery[]): (line: BotLine) => Delivery | undefined {
  const rows = new Map<string, Delivery>()
  for (const row of deliveries) {
    if (row.message_id !== null && SHOWN.includes(row.operation))
      rows.set(`${row.channel} ${row.chat} ${row.message_id}`, row)
  }
  return ({ platform, chat, messageId }) =>
    rows.get(`${platform} ${chat === GROUP ? 'group' : 'private'} ${messageId}`)
}

/**
 * Lines that no row was sent as, and that the ledger does not own up to either. It does when a later copy is
 * marked, or when a row of the chat is left as perhaps sent: such a reply may have come twice, a scheduled
 * message once.
 */
export function findUnaccounted(lines: readonly BotLine[], deliveries: readonly Delivery[]): BotLine[] {
  const rowOf = rowsByMessage(deliveries)
  const perhaps = deliveries.filter(({ state }) => state === 'uncertain')
  const copies = new Map<string, BotLine[]>()
  for (const line of lines) {
    const key = `${line.platform} ${line.chat} ${line.text}`
    if (!rowOf(line)) copies.set(key, [...(copies.get(key) ?? []), line])
  }
  // What came twice first: only a reply's row can stand for two copies, and one copy needs no such row.
  const groups = [...copies.values()].sort((one, other) => other.length - one.length)
  return groups.flatMap((same) => {
    const [{ platform, chat, text }] = same as [BotLine]
    const isMarked = lines.some(
      (other) =>
        other.platform === platform && other.chat === chat && other.text === text && rowOf(other)?.uncertain,
    )
    if (isMarked) return same.slice(1)
    let left = same
    // Pictures all look alike here: several rows may stand for them.
    while (left.length > 0) {
      const copies = left.length
      const [row] = perhaps
        .filter((each) => each.channel === platform && isOf(each, chat))
        .sort((one, other) => fitness(other, copies) - fitness(one, copies))
      if (!row) break
      perhaps.splice(perhaps.indexOf(row), 1)
      left = left.slice(MOST_TRIES[row.class])
    }
    return left
  })
}

/** Rows that allow as many copies before others, those of the person before those of somebody unknown. */
function fitness(row: Delivery, copies: number): number {
  const spare = MOST_TRIES[row.class] - copies
  return (spare >= 0 ? 10 - spare : 0) + (row.member === null ? 0 : 0.5)
}

const MOST_TRIES = { reply: 2, scheduled: 1 }

/** Whether a row went to this chat; who joined later was nobody when the row was written. */
function isOf(row: Delivery, chat: string): boolean {
  if (row.chat === 'group') return chat === GROUP
  return row.member === null ? row.class === 'reply' : row.member === chat
}
