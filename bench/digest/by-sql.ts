import type { Sql } from 'postgres'
import type { Answers, FigureAnswer, LateAnswer } from './answers.ts'

/** The days of the bench: Monday, the Monday before, and the day three days before the pledge is due. */
export const MONDAY = '2026-03-16'
const LAST_MONDAY = '2026-03-09'
const BEFORE = '2026-03-09T07:30+07:00'

/** The same answers by hand-written SQL: as somebody would who needs nothing else. */
export async function answerBySql(sql: Sql, treeId: string): Promise<Answers> {
  await sql`drop table if exists scope, counts`
  await sql`
    create temp table scope as
    with recursive below as (
      select unit_id as root, unit_id from unit_versions where tree_id = ${treeId} and valid_to is null
      union all
      select below.root, v.unit_id from below join unit_versions v on v.parent_id = below.unit_id and v.valid_to is null
    ), readers as (
      select distinct p.person_id, p.unit_id from posts p
      where p.tree_id = ${treeId} and p.role in ('office', 'leader', 'secretary') and p.valid_to is null
        and exists (select 1 from accounts a join chats c on c.id = a.chat_id
          where a.person_id = p.person_id and a.state = 'linked' and c.state = 'active')
        and (select decision from consents x where x.person_id = p.person_id and x.purpose = 'messages'
          order by at desc limit 1) = 'granted'
    )
    select distinct r.person_id, b.unit_id from readers r join below b on b.root = r.unit_id`
  await sql`
    create temp table counts as
    select a.unit_id, a.obligation_id, a.period, a.person_id is not null as by_people, a.due_on,
      count(*)::int as total, (count(*) filter (where a.state = 'done'))::int as done,
      (count(*) filter (where a.state = 'done' and a.done_at >= ${BEFORE}::timestamptz))::int as fresh
    from assignments a
    where a.tree_id = ${treeId} and a.state in ('open', 'done') and a.due_on is not null
      and not a.before_bot and not a.voluntary
      and not exists (select 1 from consents c where c.person_id = a.person_id and c.purpose = 'messages'
        and c.decision in ('refused', 'withdrawn'))
    group by 1, 2, 3, 4, 5`
  const figures = await sql<FigureAnswer[]>`
    with lines as (
      select s.person_id, c.obligation_id, c.period, c.by_people, sum(c.total) as total, sum(c.done) as done,
        sum(c.fresh) as fresh from scope s join counts c using (unit_id) group by 1, 2, 3, 4
      having (max(c.due_on) >= ${MONDAY}::date - 30 or sum(c.done) < sum(c.total) or sum(c.fresh) > 0)
        and (max(c.due_on) <= ${MONDAY}::date + 14 or sum(c.done) > 0)
    ), sizes as (select person_id, count(*) as units from scope group by 1
    ), states as (
      select unit_id, bool_or(due_on < ${MONDAY} and done < total) as is_late,
        bool_or(due_on < ${LAST_MONDAY} and done - fresh < total) as was_late from counts group by 1
    ), agreed as (
      select distinct on (person_id) person_id, decision = 'granted' as agrees from consents
      where tree_id = ${treeId} and purpose = 'messages' order by person_id, at desc, id desc
    ), folk as (
      select m.unit_id, m.person_id, coalesce(a.state = 'linked' and g.agrees, false) as joined,
        coalesce(a.linked_at < ${BEFORE}::timestamptz and g.agrees, false) as joined_before
      from memberships m left join accounts a on a.person_id = m.person_id left join agreed g on g.person_id = m.person_id
      where m.tree_id = ${treeId} and m.valid_to is null
    ), all_figures as (
      select l.person_id, case when z.units > 1 then 'work' when l.by_people then 'people-work' else 'unit-work' end as kind,
        sum(l.done) as now, sum(l.total) as "of", sum(l.done - l.fresh) as before
      from lines l join sizes z using (person_id) group by 1, 2
      union all
      select s.person_id, 'late-units', count(*) filter (where is_late), count(*), count(*) filter (where was_late)
      from scope s join states using (unit_id) join sizes z using (person_id) where z.units > 1 group by 1
      union all
      select s.person_id, 'joined', count(distinct f.person_id) filter (where f.joined), count(distinct f.person_id),
        count(distinct f.person_id) filter (where f.joined_before) from scope s join folk f using (unit_id) group by 1
    )
    select person_id as person, kind, now::int, "of"::int, before::int from all_figures where "of" > 0`
  const late = await sql<LateAnswer[]>`
    select s.person_id as person, c.unit_id as unit, sum(c.total - c.done)::int as open,
      max(${MONDAY}::date - c.due_on)::int as days
    from scope s join counts c using (unit_id) where c.due_on < ${MONDAY} and c.done < c.total group by 1, 2`
  const nudges = await sql<{ person: string }[]>`
    with newest as (
      select distinct on (person_id) person_id, decision from consents
      where tree_id = ${treeId} and purpose = 'messages' order by person_id, at desc, id desc
    )
    select distinct a.person_id as person from assignments a join newest n on n.person_id = a.person_id and n.decision = 'granted'
      join accounts l on l.person_id = a.person_id and l.state = 'linked'
      join chats c on c.id = l.chat_id and c.state = 'active'
    where a.tree_id = ${treeId} and a.state = 'open' and a.due_on = ${MONDAY}::date + 3 and not a.before_bot
      and not a.voluntary`
  return { figures: [...figures], late: [...late], nudges: nudges.map(({ person }) => person) }
}
