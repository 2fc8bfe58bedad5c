import { createHash, timingSafeEqual } from 'node:crypto'

/** Whether a webhook call carries our secret; constant time. An empty secret of ours matches nothing. */
export function isWebhookSecret(given: string | null | undefined, expected: string): boolean {
  if (!given || !expected) return false
  const digest = (text: string): Buffer => createHash('sha256').update(text).digest()
  return timingSafeEqual(digest(given), digest(expected))
}
