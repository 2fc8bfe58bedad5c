import { eq, type SQL, sql } from 'drizzle-orm'
import { type Reach, REACHED_ROLES, reachesOf } from '../domain/reach.ts'
import type { Day } from '../time.ts'
import type { Tx } from './database.ts'
import { units } from './schema/index.ts'
import { listUnits } from './units.ts'
import { uuidArray } from './uuid-array.ts'

/** The reach that holds in every unit of a tree on a day. */
export async function listReaches(tx: Tx, treeId: string, day: Day): Promise<Map<string, Reach>> {
  return reachesOf(await listUnits(tx, treeId, day))
}

/** What a unit says itself from now on; null: as above it. */
export async function saveReach(tx: Tx, unitId: string, reach: Reach | null): Promise<void> {
  await tx.update(units).set({ reach }).where(eq(units.id, unitId))
}

/** Units whose members the bot does not talk to. */
export async function listSecretaryUnits(tx: Tx, treeId: string, day: Day): Promise<string[]> {
  return secretaryUnits(await listReaches(tx, treeId, day))
}

export function secretaryUnits(reaches: ReadonlyMap<string, Reach>): string[] {
  return [...reaches].filter(([, reach]) => reach === 'secretary').map(([unitId]) => unitId)
}

/**
 * Members whom the bot does not talk to on a day: all their units are of `secretary` reach, and they hold no
 * post that is talked to. One query; none where every unit is open.
 */
export async function listOutsiders(tx: Tx, treeId: string, day: Day): Promise<Set<string>> {
  const closed = await listSecretaryUnits(tx, treeId, day)
  if (closed.length === 0) return new Set()
  const rows = await tx.execute<{ person_id: string }>(outsiders(treeId, closed, day))
  return new Set([...rows].map((row) => row.person_id))
}

/** `select person_id …` of `listOutsiders`, for queries that count. `closed`: from `listSecretaryUnits`. */
export function outsiders(treeId: string, closed: readonly string[], day: Day): SQL {
  const holds = (row: string) =>
    sql`${sql.raw(row)}.valid_from <= ${day} and (${sql.raw(row)}.valid_to is null or ${sql.raw(row)}.valid_to > ${day})`
  const roles = sql.raw(REACHED_ROLES.map((role) => `'${role}'`).join(', '))
  return sql`
    select m.person_id from memberships m
    where m.tree_id = ${treeId} and ${holds('m')}
      and not exists (select 1 from posts p
        where p.person_id = m.person_id and p.role in (${roles}) and ${holds('p')})
      and not exists (select 1 from supervisions s where s.person_id = m.person_id and ${holds('s')})
    group by m.person_id
    having bool_and(m.unit_id = any(${uuidArray(closed)}))`
}
