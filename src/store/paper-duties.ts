import { and, eq, inArray, sql } from 'drizzle-orm'
import { type Day, dayOf } from '../time.ts'
import type { Tx } from './database.ts'
import { assignments, people, submissions, submissionVersions } from './schema/index.ts'
import { uuidArray } from './uuid-array.ts'
import type { Vault } from './vault.ts'

/** People of a tree by the codes of its roster. */
export async function listPeopleByCode(
  tx: Tx,
  treeId: string,
  codes: readonly string[],
): Promise<{ id: string; treeId: string; code: string; fullName: string }[]> {
  return tx
    .select({ id: people.id, treeId: people.treeId, code: people.code, fullName: people.fullName })
    .from(people)
    .where(
      and(
        eq(people.treeId, treeId),
        sql`${people.code} in (select jsonb_array_elements_text(${JSON.stringify(codes)}::jsonb))`,
      ),
    )
    .orderBy(people.code)
}

/** One duty with what was filed for it, opened where it came from paper. */
export interface PaperDutyRow {
  assignmentId: string
  treeId: string
  obligationId: string
  period: string
  personId: string | null
  unitId: string
  dueOn: Day | null
  dueZone: string
  beforeBot: boolean
  state: 'open' | 'done' | 'withdrawn'
  filed: {
    isPaper: boolean
    state: string
    day: Day
    formVersionId: string | null
    /** Null unless it came from paper. */
    answers: unknown
  } | null
}

/** The duties of these obligations that these people and units have or had. */
export async function listPaperDuties(
  { tx, vault }: { tx: Tx; vault: Vault },
  query: { obligationIds: readonly string[]; personIds: readonly string[]; unitIds: readonly string[] },
): Promise<PaperDutyRow[]> {
  const { obligationIds, personIds, unitIds } = query
  if (obligationIds.length === 0) return []
  const rows = await tx
    .select({ assignment: assignments, submission: submissions, version: submissionVersions })
    .from(assignments)
    .leftJoin(submissions, eq(submissions.assignmentId, assignments.id))
    .leftJoin(
      submissionVersions,
      and(
        eq(submissionVersions.submissionId, submissions.id),
        eq(submissionVersions.number, submissions.currentNumber),
      ),
    )
    .where(
      and(
        inArray(assignments.obligationId, [...obligationIds]),
        sql`(${assignments.personId} = any(${uuidArray(personIds)})
          or (${assignments.personId} is null and ${assignments.unitId} = any(${uuidArray(unitIds)})))`,
      ),
    )
    .orderBy(assignments.period, assignments.id)
  return rows.map(({ assignment, submission, version }) => ({
    assignmentId: assignment.id,
    treeId: assignment.treeId,
    obligationId: assignment.obligationId,
    period: assignment.period,
    personId: assignment.personId,
    unitId: assignment.unitId,
    dueOn: assignment.dueOn,
    dueZone: assignment.dueZone,
    beforeBot: assignment.beforeBot,
    state: assignment.state as PaperDutyRow['state'],
    filed:
      submission && version
        ? {
            isPaper: version.source === 'paper',
            state: submission.state,
            day: dayOf(version.filedAt, assignment.dueZone),
            formVersionId: version.formVersionId,
            answers:
              version.source === 'paper'
                ? (JSON.parse(
                    vault.open(`submission_versions.answers_sealed:${version.id}`, version.answersSealed),
                  ) as unknown)
                : null,
          }
        : null,
  }))
}
