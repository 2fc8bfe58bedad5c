import type { Update } from '../channels/channel-adapter.ts'
import { bucketWait, refillBucket, type BucketRule, type TokenBucket } from '../domain/token-bucket.ts'

/** Keeps one chat from drowning the others. */
export interface FloodGuard {
  /** `warn` once, then `drop` until the chat calms down. Reckoned by the platform's times, so that a backlog passes. */
  judge(update: Update): 'keep' | 'warn' | 'drop'
}

const RULES: Record<'private' | 'group', BucketRule> = {
  private: { perSecond: 1, capacity: 60 },
  group: { perSecond: 5, capacity: 300 },
}
const MOST_CHATS = 20_000

/** Generous: sixty messages at a stroke and one a second after that; groups five times as much. */
export function createFloodGuard(): FloodGuard {
  const chats = new Map<string, { bucket: TokenBucket; warned: boolean }>()
  return {
    judge: (update) => {
      // Being blocked, moved or removed is never noise.
      if (!['text', 'edited-text', 'photo', 'document', 'button', 'unsupported'].includes(update.body.kind)) {
        return 'keep'
      }
      const rule = RULES[update.chat.kind]
      const at = Date.parse(update.sentAt)
      const key = `${update.botId}:${update.chat.externalId}`
      const known = chats.get(key) ?? { bucket: { tokens: rule.capacity, at }, warned: false }
      if (chats.size > MOST_CHATS) chats.clear()
      const bucket = refillBucket(known.bucket, rule, at)
      if (bucketWait(bucket, rule, bucket.at) === 0) {
        chats.set(key, { bucket: { ...bucket, tokens: bucket.tokens - 1 }, warned: false })
        return 'keep'
      }
      chats.set(key, { bucket, warned: true })
      return known.warned ? 'drop' : 'warn'
    },
  }
}
