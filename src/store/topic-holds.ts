import { and, desc, eq, gt, isNull, or } from 'drizzle-orm'
import type { Day } from '../time.ts'
import type { StoreTools } from './audit.ts'
import type { Tx } from './database.ts'
import { topicHolds } from './schema/index.ts'

export interface TopicHold {
  programmeId: string
  topicCode: string
  /** The day on which it goes out after all; null: when the office says so. */
  until: Day | null
}

/** Topics that are not sent on a day, because the office holds them back. */
export async function listTopicHolds(tx: Tx, programmeId: string, day: Day): Promise<TopicHold[]> {
  const rows = await tx
    .select()
    .from(topicHolds)
    .where(
      and(
        eq(topicHolds.programmeId, programmeId),
        isNull(topicHolds.releasedAt),
        or(isNull(topicHolds.until), gt(topicHolds.until, day)),
      ),
    )
    .orderBy(desc(topicHolds.heldAt), desc(topicHolds.id))
  return rows.map(({ topicCode, until }) => ({ programmeId, topicCode, until }))
}

/** Holds a topic back; an earlier hold of it is over. */
export async function saveTopicHold(tools: StoreTools, hold: TopicHold & { by: string }): Promise<void> {
  await releaseTopic(tools, hold)
  const { by, ...row } = hold
  await tools.tx.insert(topicHolds).values({ ...row, id: tools.newId(), heldBy: by, heldAt: tools.now })
}

/** Lets a topic go out after all. */
export async function releaseTopic(
  { tx, now }: Pick<StoreTools, 'tx' | 'now'>,
  { programmeId, topicCode }: Pick<TopicHold, 'programmeId' | 'topicCode'>,
): Promise<void> {
  await tx
    .update(topicHolds)
    .set({ releasedAt: now })
    .where(
      and(
        eq(topicHolds.programmeId, programmeId),
        eq(topicHolds.topicCode, topicCode),
        isNull(topicHolds.releasedAt),
      ),
    )
}
