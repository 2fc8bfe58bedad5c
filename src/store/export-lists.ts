import { and, asc, eq, inArray, ne, sql } from 'drizzle-orm'
import type { Day } from '../time.ts'
import { holdsOn } from './as-of.ts'
import type { Tx } from './database.ts'
import { listSecretaryUnits, outsiders } from './reach.ts'
import {
  assignments,
  obligations,
  people,
  programmes,
  submissions,
  units,
  unitVersions,
} from './schema/index.ts'
import { uuidArray } from './uuid-array.ts'

/** What is owed in these units and how it stands, by unit, day and person. Withdrawn things are left out. */
export async function listWorkRows(tx: Tx, unitIds: readonly string[], day: Day) {
  return tx
    .select({
      unit: unitVersions.name,
      member: people.code,
      name: people.fullName,
      personId: people.id,
      programme: programmes.code,
      obligation: obligations.code,
      period: assignments.period,
      dueOn: assignments.dueOn,
      state: assignments.state,
      doneAt: assignments.doneAt,
      zone: assignments.dueZone,
      code: submissions.code,
    })
    .from(assignments)
    .innerJoin(obligations, eq(obligations.id, assignments.obligationId))
    .innerJoin(programmes, eq(programmes.id, obligations.programmeId))
    .innerJoin(units, eq(units.id, assignments.unitId))
    .innerJoin(unitVersions, and(eq(unitVersions.unitId, units.id), holdsOn(unitVersions, day)))
    .leftJoin(people, eq(people.id, assignments.personId))
    .leftJoin(submissions, eq(submissions.assignmentId, assignments.id))
    .where(and(inArray(assignments.unitId, [...unitIds]), ne(assignments.state, 'withdrawn')))
    .orderBy(asc(units.code), asc(assignments.dueOn), asc(obligations.code), asc(people.code))
}

/** How every member of these units stands to the bot: `joined`, `absent`, `refused`, `outside` its reach. */
export async function listJoinedRows(tx: Tx, treeId: string, unitIds: readonly string[], day: Day) {
  const closed = await listSecretaryUnits(tx, treeId, day)
  const rows = await tx.execute<{ unit: string; member: string; name: string; state: string }>(sql`
    with outside as (${outsiders(treeId, closed, day)}), linked as (
      select distinct person_id from accounts where tree_id = ${treeId} and state = 'linked'
    ), answers as (
      select distinct on (person_id) person_id, decision from consents
      where tree_id = ${treeId} and purpose = 'messages' order by person_id, at desc, id desc
    )
    select v.name as unit, p.code as member, p.full_name as name,
      case when c.decision in ('refused', 'withdrawn') then 'refused' when l.person_id is not null then 'joined'
        when o.person_id is not null then 'outside' else 'absent' end as state
    from memberships m join people p on p.id = m.person_id join units u on u.id = m.unit_id
      join unit_versions v on v.unit_id = u.id and v.valid_from <= ${day} and (v.valid_to is null or v.valid_to > ${day})
      left join outside o on o.person_id = p.id left join linked l on l.person_id = p.id
      left join answers c on c.person_id = p.id
    where m.unit_id = any(${uuidArray(unitIds)})
      and m.valid_from <= ${day} and (m.valid_to is null or m.valid_to > ${day})
    order by u.code, p.code`)
  return [...rows]
}
