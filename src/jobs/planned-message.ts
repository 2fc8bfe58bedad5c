import type { Tools } from '../commands/command.ts'
import type { SayRequest } from '../outbox/say.ts'
import { type AuditEntry, recordAudit } from '../store/audit.ts'
import { listSaidKeys } from '../store/said-keys.ts'

/** A message that the clock asks for. Its key is said once, ever. */
export interface PlannedMessage {
  request: SayRequest & { class: 'scheduled'; uniqueKey: string }
  /** Drawn only once it is known that the message is said. */
  picture?: () => { name: string; mime: string; base64: string }
  /** What the reader sees by it of others, for the record. */
  audit?: AuditEntry | readonly AuditEntry[]
}

/** What of these was not said before. */
export async function withoutSaid<T>(
  tools: Pick<Tools, 'tx'>,
  planned: readonly T[],
  keyOf: (one: T) => string,
): Promise<T[]> {
  const said = await listSaidKeys(tools.tx, planned.map(keyOf))
  return planned.filter((one) => !said.has(keyOf(one)))
}

/** Says what was not said before, in the caller's transaction. Returns how many messages were queued. */
export async function sayPlanned(tools: Tools, planned: readonly PlannedMessage[]): Promise<number> {
  let queued = 0
  for (const { request, picture, audit } of await withoutSaid(
    tools,
    planned,
    (one) => one.request.uniqueKey,
  )) {
    const said = await tools.say(picture ? { ...request, file: picture() } : request)
    if (said === null) continue
    queued += 1
    for (const entry of [audit ?? []].flat()) await recordAudit(tools, entry)
  }
  return queued
}
