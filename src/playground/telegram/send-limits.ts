import { refusals } from './api-error.ts'

/**
 * Flood control after core.telegram.org/bots/faq ("My bot is hitting limits"): about one message a second in
 * one chat with short bursts allowed, at most 20 a minute in one group, about 30 a second over all chats.
 * Edits in a group have a minute of their own, as grammY's flood page reports.
 */
const OVERALL_PER_SECOND = 30
const GROUP_PER_MINUTE = 20
const PRIVATE_BURST = 3

export interface SendLimits {
  /** Counts a send or an edit, or refuses it with 429 and `retry_after` (whole seconds). */
  spend(bot: number, chat: number, kind: 'message' | 'edit'): void
}

export function sendLimits(isOn: boolean, now: () => number): SendLimits {
  const windows = new Map<string, number[]>()
  const buckets = new Map<string, { tokens: number; at: number }>()

  const recent = (key: string, spanMs: number): number[] => {
    const kept = (windows.get(key) ?? []).filter((at) => at > now() - spanMs)
    windows.set(key, kept)
    return kept
  }
  const checkWindow = (key: string, spanMs: number, limit: number): void => {
    const sent = recent(key, spanMs)
    if (sent.length < limit) return
    throw refusals.retryAfter(Math.max(1, Math.ceil((sent[0]! + spanMs - now()) / 1000)))
  }
  const refilled = (key: string): { tokens: number; at: number } => {
    const bucket = buckets.get(key) ?? { tokens: PRIVATE_BURST, at: now() }
    bucket.tokens = Math.min(PRIVATE_BURST, bucket.tokens + (now() - bucket.at) / 1000)
    bucket.at = now()
    buckets.set(key, bucket)
    return bucket
  }
  return {
    spend: (bot, chat, kind) => {
      if (!isOn) return
      if (kind === 'edit') {
        if (chat > 0) return
        const edits = `${bot}/edits/${chat}`
        checkWindow(edits, 60_000, GROUP_PER_MINUTE)
        recent(edits, 60_000).push(now())
        return
      }
      checkWindow(`${bot}`, 1000, OVERALL_PER_SECOND)
      if (chat < 0) {
        checkWindow(`${bot}/${chat}`, 60_000, GROUP_PER_MINUTE)
        recent(`${bot}/${chat}`, 60_000).push(now())
      } else {
        const bucket = refilled(`${bot}/${chat}`)
        if (bucket.tokens < 1) throw refusals.retryAfter(1)
        bucket.tokens -= 1
      }
      recent(`${bot}`, 1000).push(now())
    },
  }
}
