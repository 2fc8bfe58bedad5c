import { and, eq, inArray, isNotNull, isNull } from 'drizzle-orm'
import { formState, whereStopped } from '../forms/index.ts'
import type { Tx } from './database.ts'
import { getForm } from './form-versions.ts'
import { assignments, drafts, obligations } from './schema/index.ts'
import type { Vault } from './vault.ts'

/** An unfinished form and where it waits. Whose it is stays here. */
export interface StoppedDraft {
  programmeId: string
  obligationCode: string
  /** Null: the form of one line that the product brings. */
  formVersionId: string | null
  unitId: string
  /** The unit owes it: one draft for all who file. */
  isOfUnit: boolean
  dueOn: string
  /** Null: everything is answered, it waits to be sent or signed. */
  question: number | null
  updatedAt: Date
}

/** Every unfinished form of these units for something that is still owed and has a date. */
export async function listStoppedDrafts(
  tx: Tx,
  vault: Vault,
  unitIds: readonly string[],
): Promise<StoppedDraft[]> {
  if (unitIds.length === 0) return []
  const rows = await tx
    .select({
      id: drafts.id,
      programmeId: obligations.programmeId,
      obligationCode: obligations.code,
      formVersionId: drafts.formVersionId,
      unitId: drafts.unitId,
      personId: assignments.personId,
      dueOn: assignments.dueOn,
      status: drafts.state,
      stateSealed: drafts.stateSealed,
      updatedAt: drafts.updatedAt,
    })
    .from(drafts)
    .innerJoin(assignments, eq(assignments.id, drafts.assignmentId))
    .innerJoin(obligations, eq(obligations.id, assignments.obligationId))
    .where(
      and(
        inArray(drafts.unitId, [...unitIds]),
        inArray(drafts.state, ['open', 'awaiting-signature']),
        eq(assignments.state, 'open'),
        isNull(assignments.closedAt),
        eq(assignments.beforeBot, false),
        isNotNull(assignments.dueOn),
      ),
    )
    .orderBy(drafts.unitId, drafts.id)
  const stopped: StoppedDraft[] = []
  for (const { id, personId, status, stateSealed, dueOn, ...row } of rows) {
    const read = formState.safeParse(JSON.parse(vault.open(`drafts.state_sealed:${id}`, stateSealed)))
    if (!read.success) continue
    const form = row.formVersionId === null ? null : await getForm(tx, row.formVersionId)
    const question = status === 'open' ? whereStopped(form, read.data) : null
    stopped.push({ ...row, isOfUnit: personId === null, dueOn: dueOn!, question })
  }
  return stopped
}
