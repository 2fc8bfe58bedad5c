import { and, eq, inArray, isNotNull } from 'drizzle-orm'
import type { Day } from '../time.ts'
import type { Tx } from './database.ts'
import { assignments, obligations } from './schema/index.ts'

/** A thing owed in a programme, as rows tell it. */
export interface OwedRow {
  assignmentId: string
  programmeId: string
  obligationId: string
  obligationCode: string
  period: string
  unitId: string
  personId: string | null
  dueOn: Day | null
  duePhrase: string
  opensOn: Day | null
  state: 'open' | 'done'
  voluntary: boolean
  beforeBot: boolean
  doneAt: Date | null
}

/** Everything with a day that is owed in these programmes and was not withdrawn, by unit and day. */
export async function listOwed(tx: Tx, programmeIds: readonly string[]): Promise<OwedRow[]> {
  if (programmeIds.length === 0) return []
  const rows = await tx
    .select({
      assignmentId: assignments.id,
      programmeId: obligations.programmeId,
      obligationId: obligations.id,
      obligationCode: obligations.code,
      period: assignments.period,
      unitId: assignments.unitId,
      personId: assignments.personId,
      dueOn: assignments.dueOn,
      duePhrase: assignments.duePhrase,
      opensOn: assignments.opensOn,
      state: assignments.state,
      voluntary: assignments.voluntary,
      beforeBot: assignments.beforeBot,
      doneAt: assignments.doneAt,
    })
    .from(assignments)
    .innerJoin(obligations, eq(obligations.id, assignments.obligationId))
    .where(
      and(
        inArray(obligations.programmeId, [...programmeIds]),
        inArray(assignments.state, ['open', 'done']),
        isNotNull(assignments.dueOn),
      ),
    )
    .orderBy(assignments.unitId, assignments.dueOn, assignments.id)
  return rows.map((row) => ({ ...row, state: row.state as 'open' | 'done' }))
}
