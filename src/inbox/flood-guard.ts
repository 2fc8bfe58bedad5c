import type { Update } from '../channels/channel-adapter.ts'
import { bucketWait, refillBucket, type BucketRule, type TokenBucket } from '../domain/token-bucket.ts'

/** Keeps one chat from drowning the others. */
export interface FloodGuard {
  /**
   * `warn` once, then `drop` until the chat calms down. By the platform's times, so that a backlog passes, or
   * by when it came here, so that a platform whose clock stands still silences nobody: the kinder counts.
   */
  judge(update: Update): 'keep' | 'warn' | 'drop'
}

const RULES: Record<'private' | 'group', BucketRule> = {
  private: { perSecond: 1, capacity: 60 },
  group: { perSecond: 5, capacity: 300 },
}
const MOST_CHATS = 20_000

/**
 * Generous: sixty messages at a stroke and one a second after that; groups five times as much. `machine`:
 * machine time.
 */
export function createFloodGuard(machine: () => Date): FloodGuard {
  const chats = new Map<string, { buckets: TokenBucket[]; warned: boolean }>()
  return {
    judge: (update) => {
      // Being blocked, moved or removed is never noise.
      if (!['text', 'edited-text', 'photo', 'document', 'button', 'unsupported'].includes(update.body.kind)) {
        return 'keep'
      }
      const rule = RULES[update.chat.kind]
      const times = [Date.parse(update.sentAt), machine().getTime()]
      const key = `${update.botId}:${update.chat.externalId}`
      const known = chats.get(key) ?? {
        buckets: times.map((at) => ({ tokens: rule.capacity, at })),
        warned: false,
      }
      if (chats.size > MOST_CHATS) chats.clear()
      const buckets = known.buckets.map((bucket, index) => refillBucket(bucket, rule, times[index]!))
      if (buckets.some((bucket) => bucketWait(bucket, rule, bucket.at) === 0)) {
        const taken = buckets.map(({ tokens, at }) => ({ tokens: Math.max(0, tokens - 1), at }))
        chats.set(key, { buckets: taken, warned: false })
        return 'keep'
      }
      chats.set(key, { buckets, warned: true })
      return known.warned ? 'drop' : 'warn'
    },
  }
}
