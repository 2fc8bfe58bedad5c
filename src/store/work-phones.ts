import { sql } from 'drizzle-orm'
import type { Day } from '../time.ts'
import type { Tx } from './database.ts'
import { uuidArray } from './uuid-array.ts'
import type { Vault } from './vault.ts'

/** Whom one rings about a unit. */
export interface WorkPhone {
  personId: string
  role: 'secretary' | 'deputy'
  phone: string
}

/** The telephone of each unit's secretary, else deputy, as far as the roster gives one. */
export async function listWorkPhones(
  tx: Tx,
  vault: Vault,
  unitIds: readonly string[],
  day: Day,
): Promise<Map<string, WorkPhone>> {
  if (unitIds.length === 0) return new Map()
  const rows = await tx.execute<{
    unit_id: string
    id: string
    role: WorkPhone['role']
    phone_sealed: string
  }>(sql`
    select distinct on (s.unit_id) s.unit_id, p.id, s.role, p.phone_sealed
    from posts s join people p on p.id = s.person_id
    where s.unit_id = any(${uuidArray(unitIds)}) and s.role in ('secretary', 'deputy') and p.phone_sealed is not null
      and s.valid_from <= ${day} and (s.valid_to is null or s.valid_to > ${day})
    order by s.unit_id, s.role = 'deputy', s.valid_from, s.id`)
  return new Map(
    [...rows].map((row) => [
      row.unit_id,
      {
        personId: row.id,
        role: row.role,
        phone: vault.open(`people.phone_sealed:${row.id}`, row.phone_sealed),
      },
    ]),
  )
}
