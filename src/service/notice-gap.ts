import { formatDay, wallTime } from '../time.ts'
import { listOpenQuestions, savePollGap } from '../store/poll-gaps.ts'
import { withTools, type Parts } from '../tools.ts'

/** Shorter gaps come with every restart and rarely swallow anything. */
const THRESHOLD_MS = 15_000
const NOTICE_LIFE_MS = 60 * 60_000

/**
 * Nobody listened to a bot between two instants of machine time, and its platform keeps nothing: whoever
 * has an open question is told once from when to when, and asked to send again. Returns how many were told.
 */
export async function noticeGap(parts: Parts, botId: string, from: Date | null, to: Date): Promise<number> {
  if (!from || to.getTime() - from.getTime() <= THRESHOLD_MS) return 0
  const told = await withTools(parts, async ({ tx, newId, machineNow, now, say }) => {
    const id = newId()
    await savePollGap(tx, { id, botId, fromAt: from, toAt: to, toldAt: machineNow })
    const readers = await listOpenQuestions(tx, botId)
    // People live in product time.
    const shift = now.getTime() - machineNow.getTime()
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
  parts.log.warn(
    { bot: botId, gapMs: to.getTime() - from.getTime(), count: told },
    'nobody listened to this bot for a while',
  )
  return told
}

function wallClock(machine: Date, shiftMs: number): string {
  const { day, hour, minute } = wallTime(new Date(machine.getTime() + shiftMs))
  const clock = [hour, minute].map((part) => String(part).padStart(2, '0')).join(':')
  return `${clock} ${formatDay(day)}`
}
