import { and, asc, between, eq, inArray, isNull, or, sql } from 'drizzle-orm'
import { type Day, DEFAULT_ZONE } from '../time.ts'
import type { Tx } from './database.ts'
import { uuidArray } from './uuid-array.ts'
import { assignments, obligations } from './schema/index.ts'

/** One day on which something of an obligation that is still open falls due. */
export interface DueDay {
  programmeId: string
  obligationId: string
  obligationCode: string
  dueOn: Day
  dueZone: string
  opensOn: Day | null
}

/** The days within a span on which anything that is still open in these programmes falls due. */
export async function listDueDays(
  tx: Tx,
  programmeIds: readonly string[],
  span: { from: Day; to: Day },
): Promise<DueDay[]> {
  if (programmeIds.length === 0) return []
  const rows = await tx
    .selectDistinct({
      programmeId: obligations.programmeId,
      obligationId: obligations.id,
      obligationCode: obligations.code,
      dueOn: assignments.dueOn,
      dueZone: assignments.dueZone,
      opensOn: assignments.opensOn,
    })
    .from(assignments)
    .innerJoin(obligations, eq(obligations.id, assignments.obligationId))
    .where(
      and(
        inArray(obligations.programmeId, [...programmeIds]),
        eq(assignments.state, 'open'),
        isNull(assignments.closedAt),
        eq(assignments.beforeBot, false),
        between(assignments.dueOn, span.from, span.to),
      ),
    )
  return rows.map((row) => ({ ...row, dueOn: row.dueOn! }))
}

/** A thing owed, as rows tell it. */
export interface OwedRow {
  assignmentId: string
  obligationId: string
  period: string
  unitId: string
  personId: string | null
  dueOn: Day | null
  duePhrase: string
  opensOn: Day | null
  state: 'open' | 'done'
  voluntary: boolean
  beforeBot: boolean
}

const owedRow = {
  assignmentId: assignments.id,
  obligationId: assignments.obligationId,
  period: assignments.period,
  unitId: assignments.unitId,
  personId: assignments.personId,
  dueOn: assignments.dueOn,
  duePhrase: assignments.duePhrase,
  opensOn: assignments.opensOn,
  state: assignments.state,
  voluntary: assignments.voluntary,
  beforeBot: assignments.beforeBot,
}

/** Things owed by their ids, those that are open or done, with the obligation's code. */
export async function listOwedById(
  tx: Tx,
  ids: readonly string[],
): Promise<(OwedRow & { programmeId: string; obligationCode: string })[]> {
  if (ids.length === 0) return []
  const rows = await tx
    .select({ ...owedRow, programmeId: obligations.programmeId, obligationCode: obligations.code })
    .from(assignments)
    .innerJoin(obligations, eq(obligations.id, assignments.obligationId))
    .where(
      and(
        inArray(assignments.id, [...ids]),
        or(eq(assignments.state, 'done'), and(eq(assignments.state, 'open'), isNull(assignments.closedAt))),
      ),
    )
  return rows.map((row) => ({ ...row, state: row.state as 'open' | 'done' }))
}

/** Everything of these obligations that is due on these days and was not withdrawn, by unit and day. */
export async function listOwedOn(
  tx: Tx,
  days: readonly { obligationId: string; dueOn: Day }[],
): Promise<OwedRow[]> {
  if (days.length === 0) return []
  // As many things as a tree has people: a row for each round of each unit carries its things as lists.
  const rows = await tx.execute<RoundRow & Record<string, unknown>>(sql`
    select unit_id, due_on, obligation_id, period, due_phrase, opens_on, state, voluntary, before_bot,
      string_agg(id::text, ',' order by id) as ids,
      string_agg(coalesce(person_id::text, ''), ',' order by id) as people
    from assignments
    where (obligation_id, due_on) in (
        select * from unnest(${uuidArray(days.map(({ obligationId }) => obligationId))},
          ${`{${days.map(({ dueOn }) => dueOn).join(',')}}`}::date[]))
      -- What is still open of a closed round is asked for no more.
      and (state = 'done' or (state = 'open' and closed_at is null))
    group by unit_id, due_on, obligation_id, period, due_phrase, opens_on, state, voluntary, before_bot
    order by unit_id, due_on, obligation_id, period`)
  return [...rows].flatMap(thingsOf)
}

/** The first deadline among things owed, with the zone in which its day ends. */
export async function findEarliestDue(
  tx: Tx,
  ids: readonly string[],
): Promise<{ dueOn: Day | null; zone: string }> {
  const [row] = await tx
    .select({ dueOn: assignments.dueOn, zone: assignments.dueZone })
    .from(assignments)
    .where(inArray(assignments.id, [...ids]))
    .orderBy(asc(assignments.dueOn))
    .limit(1)
  return row ?? { dueOn: null, zone: DEFAULT_ZONE }
}

interface RoundRow {
  unit_id: string
  due_on: Day
  obligation_id: string
  period: string
  due_phrase: string
  opens_on: Day | null
  state: 'open' | 'done'
  voluntary: boolean
  before_bot: boolean
  /** Ids with commas, and in the same order who owes each: nothing where the unit does. */
  ids: string
  people: string
}

function thingsOf(row: RoundRow): OwedRow[] {
  const people = row.people.split(',')
  return row.ids.split(',').map((assignmentId, index) => ({
    assignmentId,
    obligationId: row.obligation_id,
    period: row.period,
    unitId: row.unit_id,
    personId: people[index] || null,
    dueOn: row.due_on,
    duePhrase: row.due_phrase,
    opensOn: row.opens_on,
    state: row.state,
    voluntary: row.voluntary,
    beforeBot: row.before_bot,
  }))
}
