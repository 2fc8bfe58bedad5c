import type { Tools } from '../commands/command.ts'
import type { HeldBack } from '../domain/nudge-world.ts'
import type { SayRequest } from '../outbox/say.ts'
import { type AuditEntry, recordAudit } from '../store/audit.ts'
import {
  listSaidReminders,
  lockReminders,
  type ReminderRow,
  saveLivingPost,
  saveReminders,
} from '../store/reminders.ts'
import { listSaidKeys } from '../store/said-keys.ts'

/** A message that the clock asks for. Its key is said once, ever. */
export interface PlannedMessage {
  request: SayRequest & { class: 'scheduled'; uniqueKey: string }
  /** Drawn only once it is known that the message is said. */
  picture?: () => { name: string; mime: string; base64: string }
  /** What the reader sees by it of others, for the record. */
  audit?: AuditEntry | readonly AuditEntry[]
  /** The reminders that it carries: each is said once, whichever message it stands in. */
  reminders?: { treeId: string; batchId: string; rows: readonly ReminderRow[] }
  /** A group post that stays and is changed: the post that stands already, and what it shows then. */
  living?: { outboxId: string | null; digest: string }
}

/** What a planner found to be said now, and what it holds back. */
export interface Planned {
  messages: PlannedMessage[]
  held: HeldBack[]
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
  const fresh = await withoutSaid(tools, planned, (one) => one.request.uniqueKey)
  for (const message of await withoutSaidReminders(tools, fresh)) {
    const { request, picture } = message
    const outboxId = await tools.say(picture ? { ...request, file: picture() } : request)
    if (outboxId === null) continue
    queued += 1
    await keep(tools, message, outboxId)
    for (const entry of [message.audit ?? []].flat()) await recordAudit(tools, entry)
  }
  return queued
}

/** Somebody else may have said some of it since it was planned: then the rest is planned anew. */
async function withoutSaidReminders(
  { tx }: Tools,
  planned: readonly PlannedMessage[],
): Promise<PlannedMessage[]> {
  const trees = new Set(planned.flatMap(({ reminders }) => reminders?.treeId ?? []))
  if (trees.size === 0) return [...planned]
  for (const treeId of [...trees].sort()) await lockReminders(tx, treeId)
  const keys = planned.flatMap(({ reminders }) => reminders?.rows.map(({ key }) => key) ?? [])
  const said = await listSaidReminders(tx, keys)
  return planned.filter(({ reminders }) => !reminders?.rows.some(({ key }) => said.has(key)))
}

async function keep(
  { tx, now, machineNow }: Tools,
  { reminders, living }: PlannedMessage,
  saidId: string,
): Promise<void> {
  const outboxId = living?.outboxId ?? saidId
  if (reminders) await saveReminders(tx, { outboxId, batchId: reminders.batchId, at: now }, reminders.rows)
  if (living) await saveLivingPost(tx, { outboxId, digest: living.digest, changedAt: machineNow })
}
