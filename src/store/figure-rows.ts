import { sql } from 'drizzle-orm'
import type { Span } from '../domain/roll-up.ts'
import type { Day } from '../time.ts'
import type { Tx } from './database.ts'
import { uuidArray } from './uuid-array.ts'

/** A row behind a figure: who and what it is about, by codes, and what it adds. */
export type FigureRow = Record<string, string | number | boolean | null>

export interface RowQuery {
  unitIds: readonly string[]
  span: Span
}

/** Assignments of a span with everything that decides whether they count. */
export async function listCountedRows(tx: Tx, { unitIds, span }: RowQuery): Promise<FigureRow[]> {
  const rows = await tx.execute<FigureRow>(sql`
    select u.code as unit, p.code as member, g.code as programme, o.code as obligation, a.period,
      a.due_on::text as due, a.state, a.voluntary, a.before_bot,
      to_char(a.done_at at time zone a.due_zone, 'YYYY-MM-DD"T"HH24:MI') as done_at,
      (a.done_at at time zone a.due_zone)::date > a.due_on as late, s.code as receipt,
      (select c.decision in ('refused', 'withdrawn') from consents c where c.person_id = a.person_id
        and c.purpose = 'messages' order by c.at desc, c.id desc limit 1) as refuses, a.id
    from assignments a join units u on u.id = a.unit_id join obligations o on o.id = a.obligation_id
      join programmes g on g.id = o.programme_id
      left join people p on p.id = a.person_id left join submissions s on s.assignment_id = a.id
    where a.unit_id = any(${uuidArray(unitIds)}) and a.state in ('open', 'done') and g.state = 'live'
      and coalesce(a.due_on, (a.done_at at time zone a.due_zone)::date) between ${span.from} and ${span.to}
    order by u.code, a.due_on, o.code, a.period, p.code`)
  return [...rows]
}

/** Figures read from what was filed in a span, the version that counts. */
export async function listMeasureRows(tx: Tx, { unitIds, span }: RowQuery): Promise<FigureRow[]> {
  const rows = await tx.execute<FigureRow>(sql`
    select m.name, u.code as unit, o.code as obligation, a.period, s.code as receipt, v.number as version,
      m.value::float8 as value
    from assignments a join units u on u.id = a.unit_id join obligations o on o.id = a.obligation_id
      join programmes g on g.id = o.programme_id join submissions s on s.assignment_id = a.id
      join submission_versions v on v.submission_id = s.id and v.number = s.current_number
      join measures m on m.submission_version_id = v.id
    where a.unit_id = any(${uuidArray(unitIds)}) and a.state = 'done' and g.state = 'live'
      and coalesce(a.due_on, (a.done_at at time zone a.due_zone)::date) between ${span.from} and ${span.to}
    order by m.name, u.code, o.code, a.period, s.code`)
  return [...rows]
}

/** Units of a tree on a day. */
export interface DayQuery {
  treeId: string
  unitIds: readonly string[]
  day: Day
}

/** What the weekly figures count: owed with a date, and owed by nobody who refuses or is away. */
export async function listOwedRows(tx: Tx, { treeId, unitIds, day }: DayQuery): Promise<FigureRow[]> {
  const rows = await tx.execute<FigureRow>(sql`
    with refusing as (
      select person_id from (
        select distinct on (person_id) person_id, decision from consents
        where tree_id = ${treeId} and purpose = 'messages' order by person_id, at desc, id desc
      ) newest where decision in ('refused', 'withdrawn')
    )
    select u.code as unit, p.code as member, g.code as programme, o.code as obligation, o.id as obligation_id,
      a.period, a.due_on::text as due, a.state,
      to_char(a.done_at at time zone a.due_zone, 'YYYY-MM-DD"T"HH24:MI') as done_at, s.code as receipt, a.id
    from assignments a join units u on u.id = a.unit_id join obligations o on o.id = a.obligation_id
      join programmes g on g.id = o.programme_id
      left join people p on p.id = a.person_id left join submissions s on s.assignment_id = a.id
    where a.unit_id = any(${uuidArray(unitIds)}) and a.state in ('open', 'done') and a.due_on is not null
      and not a.before_bot and not a.voluntary and g.state = 'live' and g.live_from <= ${day}
      and not exists (select 1 from refusing r where r.person_id = a.person_id)
      and (a.state = 'done' or not exists (select 1 from absences v where v.person_id = a.person_id
        and v.valid_from <= ${day} and v.valid_to > ${day}))
    order by u.code, a.due_on, o.code, a.period, p.code`)
  return [...rows]
}

/** Everybody who belongs to these units on a day, once, with whether they joined and agreed to messages. */
export async function listBelongingRows(tx: Tx, { treeId, unitIds, day }: DayQuery): Promise<FigureRow[]> {
  const rows = await tx.execute<FigureRow>(sql`
    select p.code as member, string_agg(u.code, ',' order by u.code) as units,
      exists (select 1 from accounts a where a.person_id = p.id and a.state = 'linked') as joined,
      coalesce((select c.decision from consents c where c.person_id = p.id and c.purpose = 'messages'
        order by c.at desc, c.id desc limit 1) = 'granted', false) as agreed
    from memberships m join people p on p.id = m.person_id join units u on u.id = m.unit_id
    where m.tree_id = ${treeId} and m.unit_id = any(${uuidArray(unitIds)}) and m.valid_from <= ${day}
      and (m.valid_to is null or m.valid_to > ${day})
    group by p.id order by p.code`)
  return [...rows]
}
