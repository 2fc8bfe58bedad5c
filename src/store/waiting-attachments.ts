import { and, asc, eq, lte } from 'drizzle-orm'
import { attachmentSourcePlace } from './attachments.ts'
import type { Database } from './database.ts'
import { attachments } from './schema/index.ts'
import type { Vault } from './vault.ts'

/** A file that somebody sent and that is still to be fetched. */
export interface WaitingAttachment {
  id: string
  botId: string
  source: string
  attempts: number
}

/** Files whose next try is due (machine time), oldest first. */
export async function listWaitingAttachments(
  db: Database,
  vault: Vault,
  machineNow: Date,
  limit: number,
): Promise<WaitingAttachment[]> {
  const rows = await db
    .select()
    .from(attachments)
    .where(and(eq(attachments.state, 'waiting'), lte(attachments.nextAttemptAt, machineNow)))
    .orderBy(asc(attachments.nextAttemptAt))
    .limit(limit)
  return rows.map(({ id, botId, attempts, sourceSealed }) => ({
    id,
    botId,
    attempts,
    source: vault.open(attachmentSourcePlace(id), sourceSealed),
  }))
}

/** Keeps the bytes, sealed, with the kind that they really are. */
export async function saveFetched(
  db: Database,
  vault: Vault,
  id: string,
  file: { mime: string; bytes: Buffer },
): Promise<void> {
  await db
    .update(attachments)
    .set({
      state: 'stored',
      stateReason: null,
      mime: file.mime,
      size: file.bytes.length,
      contentSealed: vault.sealBytes(`attachments.content_sealed:${id}`, file.bytes),
      nextAttemptAt: null,
    })
    .where(eq(attachments.id, id))
}

/** `nextAttemptAt` null: it is refused for good, and `reason` says why. */
export async function saveNotFetched(
  db: Database,
  id: string,
  failure: { attempts: number; reason: string; nextAttemptAt: Date | null },
): Promise<void> {
  const { attempts, reason, nextAttemptAt } = failure
  await db
    .update(attachments)
    .set({
      attempts,
      stateReason: reason,
      nextAttemptAt,
      ...(nextAttemptAt === null && { state: 'refused' }),
    })
    .where(eq(attachments.id, id))
}
