import { eq } from 'drizzle-orm'
import type { FileReference } from '../channels/channel-adapter.ts'
import type { Tools } from '../commands/command.ts'
import { attachments } from './schema/index.ts'

type Work = Pick<Tools, 'tx' | 'vault' | 'now' | 'machineNow'>

/** Where `attachments.source_sealed` of a row is sealed; the fetching job opens it again. */
export const attachmentSourcePlace = (id: string) => `attachments.source_sealed:${id}`

/**
 * Remembers a photo or file that came in with an answer, under the id that the answer keeps. A job fetches
 * it: filing never waits.
 */
export async function saveAttachment(
  work: Work,
  attachment: { id: string; treeId: string; assignmentId: string; botId: string; file: FileReference },
): Promise<void> {
  const { file, ...columns } = attachment
  await work.tx.insert(attachments).values({
    ...columns,
    sourceSealed: work.vault.seal(attachmentSourcePlace(columns.id), file.source),
    state: 'waiting',
    mime: file.mime ?? null,
    size: file.size ?? null,
    nextAttemptAt: work.machineNow,
    createdAt: work.now,
  })
}

/** State of the attachments of an assignment, without their content. */
export async function listAttachments(
  work: Pick<Work, 'tx'>,
  assignmentId: string,
): Promise<{ id: string; state: string; mime: string | null; size: number | null }[]> {
  return work.tx
    .select({
      id: attachments.id,
      state: attachments.state,
      mime: attachments.mime,
      size: attachments.size,
    })
    .from(attachments)
    .where(eq(attachments.assignmentId, assignmentId))
    .orderBy(attachments.id)
}
