import type { Tools } from '../commands/command.ts'
import { wordsOf } from '../domain/form-definition.ts'
import type { UnitView } from '../domain/person.ts'
import { listTopicSpans } from '../domain/plan-topics.ts'
import { type Quarter, quarterSpan } from '../domain/roll-up-span.ts'
import { planTables } from '../domain/roll-up-table.ts'
import type { TableBook } from '../domain/table.ts'
import { listLiveProgrammes } from '../store/live-programmes.ts'
import { listRollUpFacts } from '../store/roll-up-facts.ts'
import { listSessionReports } from '../store/session-reports.ts'
import { listTreeReach } from '../store/unit-signs.ts'
import { addDays, dayOf, formatDay, wallTime } from '../time.ts'

/** Which figures are taken out, by whom. */
export interface BookRequest {
  treeId: string
  /** In the order of the rows. */
  units: readonly UnitView[]
  year: number
  quarter: Quarter
  locale: 'vi' | 'en'
  /** Code of the person, or words for the operator: stands on every sheet. */
  reader: string
  /** Whether the reader may see what units proposed in their reports. */
  withProposals: boolean
}

/** The tables of one quarter. Whether they may be taken was decided before. */
export async function makeTableBook(
  { tx, vault, now, t: translate }: Pick<Tools, 'tx' | 'vault' | 'now' | 't'>,
  request: BookRequest,
): Promise<TableBook> {
  const { treeId, units, year, quarter, locale, reader, withProposals } = request
  const t = (key: string, values?: Record<string, string | number>) => translate(locale, key, values)
  const today = dayOf(now, units[0]?.zone)
  const unitIds = units.map(({ id }) => id)
  // The trend looks back four quarters.
  const span = { from: addDays(quarterSpan(year, quarter).from, -276), to: `${year}-12-31` }
  const facts = await listRollUpFacts(tx, { treeId, unitIds, span, day: today, locale })
  const obligationIds = [
    ...new Set(
      facts.rounds.filter(({ kind }) => kind === 'session-report').map(({ obligationId }) => obligationId),
    ),
  ]
  const reports = await listSessionReports(tx, vault, { obligationIds, unitIds, span, day: today, locale })
  const reach = await listTreeReach(tx, treeId, { day: today, before: now })
  const { hour, minute } = wallTime(now, units[0]?.zone)
  return {
    tables: planTables(
      {
        facts,
        reports: withProposals ? reports : reports.map((report) => ({ ...report, proposals: null })),
        units,
        members: new Map([...reach.units].map(([unitId, { members }]) => [unitId, members])),
        year,
        quarter,
        topic: await topicOf({ tx }, treeId, year, quarter, locale),
      },
      t,
    ),
    note: t('table-note', {
      time: `${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`,
      day: formatDay(today),
      reader,
    }),
  }
}

/** The topic that the programme fixes for the quarter. */
async function topicOf(
  { tx }: Pick<Tools, 'tx'>,
  treeId: string,
  year: number,
  quarter: Quarter,
  locale: 'vi' | 'en',
): Promise<string | null> {
  const { from, to } = quarterSpan(year, quarter)
  for (const { content } of await listLiveProgrammes(tx, treeId)) {
    const span = listTopicSpans(content).find(
      (one) => one.kind === 'quarter' && one.mode !== 'list' && one.from <= to && one.to >= from,
    )
    if (span) return wordsOf(span.topic.title, locale)
  }
  return null
}
