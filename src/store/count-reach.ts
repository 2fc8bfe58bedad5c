import { sql } from 'drizzle-orm'
import type { Day } from '../time.ts'
import type { Tx } from './database.ts'
import { listSecretaryUnits, outsiders } from './reach.ts'
import { uuidArray } from './uuid-array.ts'

/** How many people of a unit the bot is to talk to, and does. */
export interface ReachCount {
  members: number
  /** Of the members: those whom the bot talks to. */
  reached: number
  /** Of those: who joined and did not leave. */
  joined: number
  /** Members who joined and whom it no longer talks to. */
  silenced: number
}

/** These counts by unit; units without members are left out. */
export async function countReach(
  tx: Tx,
  treeId: string,
  day: Day,
  unitIds?: readonly string[],
): Promise<Map<string, ReachCount>> {
  const closed = await listSecretaryUnits(tx, treeId, day)
  const inUnits = unitIds && sql`and m.unit_id = any(${uuidArray(unitIds)})`
  const rows = await tx.execute<{ unit_id: string } & Record<keyof ReachCount, number>>(sql`
    with outside as (${outsiders(treeId, closed, day)}), linked as (
      select distinct person_id from accounts where tree_id = ${treeId} and state = 'linked'
    )
    select m.unit_id, count(distinct m.person_id)::int as members,
      (count(distinct m.person_id) filter (where o.person_id is null))::int as reached,
      (count(distinct l.person_id) filter (where o.person_id is null))::int as joined,
      (count(distinct l.person_id) filter (where o.person_id is not null))::int as silenced
    from memberships m left join outside o on o.person_id = m.person_id
      left join linked l on l.person_id = m.person_id
    where m.tree_id = ${treeId} and m.valid_from <= ${day} and (m.valid_to is null or m.valid_to > ${day})
      ${inUnits ?? sql``}
    group by m.unit_id`)
  return new Map([...rows].map(({ unit_id: unitId, ...counts }) => [unitId, counts]))
}
