import { formatDay, wallTime } from '../time.ts'
import { listOpenQuestions, savePollGap } from '../store/poll-gaps.ts'
import { withTools, type Parts } from '../tools.ts'

/** A restart: it may have swallowed something of those who were writing just then. */
const SHORT_MS = 4_000
/** Long enough for anybody with an open question to have written. */
const LONG_MS = 15_000
const ACTIVE_MS = 10 * 60_000
const NOTICE_LIFE_MS = 60 * 60_000

/**
 * Nobody listened to a bot between two instants of machine time, and its platform keeps nothing: whoever
 * has an open question (after a short gap: and was answering it) is told once from when to when, and asked
 * to send again. Returns how many were told.
 */
export async function noticeGap(parts: Parts, botId: string, from: Date | null, to: Date): Promise<number> {
  const gapMs = from ? to.getTime() - from.getTime() : 0
  if (!from || gapMs <= SHORT_MS) return 0
  const told = await withTools(parts, async ({ tx, newId, machineNow, now, say }) => {
    const id = newId()
    await savePollGap(tx, { id, botId, fromAt: from, toAt: to, toldAt: machineNow })
    // People live in product time.
    const shift = now.getTime() - machineNow.getTime()
    const activeSince = gapMs > LONG_MS ? null : new Date(from.getTime() + shift - ACTIVE_MS)
    const readers = await listOpenQuestions(tx, botId, activeSince)
    const values = { from: wallClock(from, shift), to: wallClock(to, shift) }
    for (const { chatId, accountId, personId, locale } of readers) {
      await say({
        to: { chatId, botId, kind: 'private', personId, accountId, locale },
        words: { key: 'gap-resend', values },
        class: 'reply',
        topic: 'notice',
        uniqueKey: `gap:${id}:${chatId}`,
        staleAt: new Date(machineNow.getTime() + NOTICE_LIFE_MS),
      })
    }
    return readers.length
  })
  parts.log.warn({ bot: botId, gapMs, count: told }, 'nobody listened to this bot for a while')
  return told
}

function wallClock(machine: Date, shiftMs: number): string {
  const { day, hour, minute } = wallTime(new Date(machine.getTime() + shiftMs))
  const clock = [hour, minute].map((part) => String(part).padStart(2, '0')).join(':')
  return `${clock} ${formatDay(day)}`
}
