import { and, count, eq, inArray } from 'drizzle-orm'
import type { Tools } from '../commands/command.ts'
import { topicAcknowledgements } from './schema/index.ts'

type Work = Pick<Tools, 'tx' | 'now' | 'newId'>

/** "Đã nghiên cứu", once per person and topic; false when it had been said before. */
export async function saveTopicAcknowledgement(
  work: Work,
  acknowledgement: {
    treeId: string
    programmeId: string
    topicCode: string
    personId: string
    accountId: string | null
  },
): Promise<boolean> {
  const saved = await work.tx
    .insert(topicAcknowledgements)
    .values({ ...acknowledgement, id: work.newId(), at: work.now })
    .onConflictDoNothing()
    .returning({ id: topicAcknowledgements.id })
  return saved.length === 1
}

/** When a person said it; null: not yet. */
export async function findTopicAcknowledgement(
  work: Pick<Work, 'tx'>,
  programmeId: string,
  topicCode: string,
  personId: string,
): Promise<Date | null> {
  const [row] = await work.tx
    .select({ at: topicAcknowledgements.at })
    .from(topicAcknowledgements)
    .where(
      and(
        eq(topicAcknowledgements.programmeId, programmeId),
        eq(topicAcknowledgements.topicCode, topicCode),
        eq(topicAcknowledgements.personId, personId),
      ),
    )
  return row?.at ?? null
}

/** How many of these people said it. */
export async function countTopicAcknowledgements(
  work: Pick<Work, 'tx'>,
  programmeId: string,
  topicCode: string,
  personIds: readonly string[],
): Promise<number> {
  if (personIds.length === 0) return 0
  const [row] = await work.tx
    .select({ people: count() })
    .from(topicAcknowledgements)
    .where(
      and(
        eq(topicAcknowledgements.programmeId, programmeId),
        eq(topicAcknowledgements.topicCode, topicCode),
        inArray(topicAcknowledgements.personId, [...personIds]),
      ),
    )
  return row?.people ?? 0
}
