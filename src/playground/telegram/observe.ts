import type { Callback, Entry } from './model.ts'
import { isInChat, type World } from './world.ts'

/** A line of the transcript with what became of it. */
export interface EntryView extends Entry {
  /** Updates that told bots about it. */
  updates: {
    bot: number
    updateId: number
    kind: string
    deliveredAt: number[]
    confirmedAt: number | null
    lost: string | null
  }[]
  /** Every delivery of its updates to a living caller, ms. */
  deliveredAt: number[]
  /** When the first of its updates was confirmed (by offset, or by the webhook's 2xx). */
  confirmedAt: number | null
  /** For a pressed button: what the bot answered. */
  answer: Callback['answer']
}

/** Copies of lines, joined with their updates and answers. */
export function viewEntries(world: World, entries: Entry[]): EntryView[] {
  const wanted = new Set(entries.map((entry) => entry.seq))
  const updates = world.updates.values().filter((update) => update.entry !== null && wanted.has(update.entry))
  return entries.map((entry) => {
    const own = updates.filter((update) => update.entry === entry.seq)
    const confirmed = own.map((update) => update.confirmedAt).filter((at) => at !== null)
    return structuredClone({
      ...entry,
      updates: own.map(({ bot, updateId, kind, deliveredAt, confirmedAt, lost }) => ({
        bot,
        updateId,
        kind,
        deliveredAt,
        confirmedAt,
        lost,
      })),
      deliveredAt: own.flatMap((update) => update.deliveredAt),
      confirmedAt: confirmed.length > 0 ? Math.min(...confirmed) : null,
      answer: entry.callback === null ? null : (world.callbacks.get(entry.callback)?.answer ?? null),
    })
  })
}

export function viewEntry(world: World, entry: Entry): EntryView {
  return viewEntries(world, [entry])[0]!
}

/** One chat, oldest first; every chat when none is named. `bot` tells private chats of one person apart. */
export function transcriptOf(world: World, chat?: number, bot?: number): EntryView[] {
  const lines = world.transcript
    .all()
    .filter((entry) => chat === undefined || entry.chat === chat)
    .filter((entry) => bot === undefined || isInChat(entry, entry.chat, bot))
  return viewEntries(world, lines)
}
