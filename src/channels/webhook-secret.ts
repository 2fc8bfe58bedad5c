import { createHash, timingSafeEqual } from 'node:crypto'

/** Whether a webhook call carries our secret; constant time. An empty secret of ours matches nothing. */
export function isWebhookSecret(given: string | null | undefined, expected: string): boolean {
  return Boolean(given && expected) && timingSafeEqual(digest(given ?? ''), digest(expected))
}

/** Equal lengths for every text, so that not even the length is told. */
function digest(text: string): Buffer {
  return createHash('sha256').update(text).digest()
}
