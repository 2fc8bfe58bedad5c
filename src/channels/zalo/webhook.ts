import { z } from 'zod'
import type { ZaloAnswer, ZaloApi } from './zalo-api.ts'
import { zaloError } from './zalo-error.ts'

const verification = z.looseObject({
  ok: z.boolean(),
  outcome: z.string().optional().catch(undefined),
  hint: z.string().optional().catch(undefined),
})
const settled = z.looseObject({ verification: verification.optional().catch(undefined) })
const info = z.looseObject({ url: z.string().optional().catch(undefined) })

/** Daily cap of `setWebhook` and `testWebhook`. */
const DAILY_CAP = 426

export interface WebhookState {
  ok: boolean
  /** For the operator, in Zalo's words. */
  hint: string
}

/** Registers the URL. Zalo keeps it even when its own probe fails, so `ok` tells the probe's outcome. */
export async function setZaloWebhook(
  api: ZaloApi,
  { url, secret }: { url: string; secret: string },
  timeoutMs: number,
): Promise<WebhookState> {
  const answer = await api.call('setWebhook', { url, secret_token: secret }, { timeoutMs })
  if (answer.kind !== 'ok') return refused(answer)
  const probe = settled.safeParse(answer.result).data?.verification
  if (probe) return outcome(probe)
  // Older servers do not probe by themselves, and may not know how to.
  const test = await api.call('testWebhook', {}, { timeoutMs })
  const tested = test.kind === 'ok' ? verification.safeParse(test.result).data : undefined
  return tested ? outcome(tested) : { ok: true, hint: 'not verified' }
}

/** Removes the webhook; having none is fine. Throws `SendError`. */
export async function removeZaloWebhook(api: ZaloApi, timeoutMs: number): Promise<void> {
  const answer = await api.call('deleteWebhook', {}, { timeoutMs })
  if (answer.kind !== 'ok' && !isNone(answer)) throw zaloError(answer, true)
}

/** The URL that Zalo calls now; null for none. Throws `SendError`. */
export async function zaloWebhookUrl(api: ZaloApi, timeoutMs: number): Promise<string | null> {
  const answer = await api.call('getWebhookInfo', {}, { timeoutMs })
  if (answer.kind === 'ok') return info.safeParse(answer.result).data?.url || null
  if (isNone(answer)) return null
  throw zaloError(answer, true)
}

/** "No webhook" is an empty URL, 400 or 404, depending on who reports. */
function isNone(answer: ZaloAnswer): boolean {
  return answer.kind === 'refused' && (answer.code === 400 || answer.code === 404)
}

function outcome(probe: z.infer<typeof verification>): WebhookState {
  if (probe.ok) return { ok: true, hint: '' }
  return { ok: false, hint: [probe.outcome, probe.hint].filter(Boolean).join(': ') }
}

function refused(answer: Exclude<ZaloAnswer, { kind: 'ok' }>): WebhookState {
  if (answer.kind === 'refused' && answer.code === DAILY_CAP)
    return { ok: false, hint: 'daily limit reached (426)' }
  const error = zaloError(answer, true)
  if (error.failure === 'rejected') return { ok: false, hint: error.code }
  throw error
}
