import { sql } from 'drizzle-orm'
import type { Span } from '../domain/roll-up.ts'
import type { SessionReport } from '../domain/table-world.ts'
import { formAnswers, readReportWords } from '../forms/index.ts'
import type { Day } from '../time.ts'
import { withClosedUnits } from './closed-units.ts'
import type { Tx } from './database.ts'
import { getForm } from './form-versions.ts'
import { uuidArray } from './uuid-array.ts'
import type { Vault } from './vault.ts'

/**
 * The reports that these units filed for these obligations within a span, by unit and day: figures, days and
 * the words of proposals. Who may read the words is decided by the caller.
 */
export async function listSessionReports(
  tx: Tx,
  vault: Vault,
  query: {
    obligationIds: readonly string[]
    unitIds: readonly string[]
    span: Span
    /** The tree is read as of this day. */
    day: Day
    locale: 'vi' | 'en'
  },
): Promise<SessionReport[]> {
  const { obligationIds, span, locale } = query
  if (obligationIds.length === 0 || query.unitIds.length === 0) return []
  // Reports of a unit that was merged stand with the one in which it goes on.
  const { unitIds, homeOf } = await withClosedUnits(tx, query.unitIds, query.day)
  const rows = await tx.execute<{
    unit_id: string
    period: string
    day: string
    late: boolean
    version_id: string
    form_version_id: string | null
    answers_sealed: string
    figures: Record<string, number> | null
  }>(sql`
    select a.unit_id, a.period, coalesce(a.due_on, (a.done_at at time zone a.due_zone)::date)::text as day,
      v.late, v.id as version_id, v.form_version_id, v.answers_sealed,
      (select jsonb_object_agg(m.name, m.value) from measures m where m.submission_version_id = v.id) as figures
    from assignments a join submissions s on s.assignment_id = a.id
      join submission_versions v on v.submission_id = s.id and v.number = s.current_number
    where a.obligation_id = any(${uuidArray(obligationIds)}) and a.unit_id = any(${uuidArray(unitIds)})
      and a.person_id is null and a.state = 'done'
      and coalesce(a.due_on, (a.done_at at time zone a.due_zone)::date) between ${span.from} and ${span.to}
    order by a.unit_id, a.due_on, a.id`)
  const reports: SessionReport[] = []
  for (const row of rows) {
    const read = formAnswers.safeParse(
      JSON.parse(vault.open(`submission_versions.answers_sealed:${row.version_id}`, row.answers_sealed)),
    )
    const words =
      row.form_version_id !== null && read.success
        ? readReportWords(await getForm(tx, row.form_version_id), read.data, locale)
        : { heldOn: null, handbookOn: null, grade: null, proposals: null }
    reports.push({
      unitId: homeOf(row.unit_id),
      period: row.period,
      day: row.day,
      late: row.late,
      figures: row.figures ?? {},
      ...words,
    })
  }
  return reports
}
