import { sql } from 'drizzle-orm'
import type { Tx } from '../database.ts'

/** How much is kept about a person, as counts. */
export interface OwnDataFigures {
  filed: number
  drafts: number
  deeds: number
  attachments: number
  topics: number
  /** How often somebody else looked at, changed or took away something about the person. */
  seenByOthers: number
}

/** Counts what is kept about a person, for the overview that the person asks for. */
export async function countOwnData(tx: Tx, personId: string): Promise<OwnDataFigures> {
  const [row] = await tx.execute<Record<keyof OwnDataFigures, number>>(sql`
    select
      (select count(*)::int from submissions s join assignments a on a.id = s.assignment_id
        where a.person_id = ${personId}) as filed,
      (select count(*)::int from drafts where person_id = ${personId}
        and state in ('open', 'awaiting-signature')) as drafts,
      (select count(*)::int from deeds where person_id = ${personId} and dropped_at is null) as deeds,
      (select count(*)::int from attachments f join assignments a on a.id = f.assignment_id
        where a.person_id = ${personId} and f.state <> 'refused') as attachments,
      (select count(*)::int from topic_acknowledgements where person_id = ${personId}) as topics,
      (select count(*)::int from audit where about_person_id = ${personId}
        and actor_person_id is distinct from ${personId}::uuid) as "seenByOthers"`)
  return row!
}
