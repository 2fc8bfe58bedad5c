import { sql } from 'drizzle-orm'
import type { DataQuality } from '../domain/describe-quality.ts'
import { foldVietnamese } from '../domain/vietnamese-fold.ts'
import type { Day } from '../time.ts'
import type { Tx } from './database.ts'
import { uuidArray } from './uuid-array.ts'
import type { Vault } from './vault.ts'

/** One person in one unit, as far as the list asks. */
interface FolkRow {
  id: string
  code: string
  full_name: string
  phone_sealed: string | null
  unit_id: string | null
  has_account: boolean
}

/** What is missing or doubled in the roster of these units on a day; units in their order. */
export async function findDataQuality(
  tx: Tx,
  vault: Vault,
  scope: { treeId: string; units: readonly { id: string; name: string }[]; day: Day; isWholeTree: boolean },
): Promise<DataQuality> {
  const { treeId, units, day } = scope
  const ids = uuidArray(units.map(({ id }) => id))
  const folk = [
    ...(await tx.execute<FolkRow & Record<string, unknown>>(sql`
      select p.id, p.code, p.full_name, p.phone_sealed, m.unit_id,
        exists (select 1 from accounts a where a.person_id = p.id and a.state = 'linked') as has_account
      from people p left join memberships m on m.person_id = p.id and m.valid_from <= ${day}
        and (m.valid_to is null or m.valid_to > ${day})
      where p.tree_id = ${treeId} and (m.unit_id = any(${ids}) or (m.unit_id is null and ${scope.isWholeTree}
        and not exists (select 1 from posts s where s.person_id = p.id and s.valid_from <= ${day}
          and (s.valid_to is null or s.valid_to > ${day}))))
      order by p.code`)),
  ]
  const secretaries = await unitIdsOf(
    tx,
    sql`
    select distinct unit_id from posts where unit_id = any(${ids}) and role = 'secretary'
      and valid_from <= ${day} and (valid_to is null or valid_to > ${day})`,
  )
  const groups = await unitIdsOf(
    tx,
    sql`
    select distinct unit_id from group_bindings where unit_id = any(${ids}) and state = 'bound'`,
  )
  const members = new Map<string, FolkRow[]>()
  for (const row of folk) {
    if (row.unit_id === null) continue
    members.set(row.unit_id, [...(members.get(row.unit_id) ?? []), row])
  }
  const peopled = units.filter(({ id }) => members.has(id))
  const lacking = (lacks: (row: FolkRow) => boolean) =>
    peopled.flatMap(({ id, name }) => {
      const all = members.get(id)!
      const count = all.filter(lacks).length
      return count === 0 ? [] : [{ unit: name, count, members: all.length }]
    })
  return {
    withoutSecretary: peopled.filter(({ id }) => !secretaries.has(id)).map(({ name }) => name),
    withoutGroup: peopled.filter(({ id }) => !groups.has(id)).map(({ name }) => name),
    withoutAccount: lacking((row) => !row.has_account),
    withoutPhone: lacking((row) => row.phone_sealed === null),
    duplicates: duplicatesOf(folk, vault),
    withoutUnit: folk.filter((row) => row.unit_id === null).map(({ code }) => code),
  }
}

async function unitIdsOf(tx: Tx, query: ReturnType<typeof sql>): Promise<Set<string>> {
  const rows = await tx.execute<{ unit_id: string }>(query)
  return new Set([...rows].map((row) => row.unit_id))
}

/** The same name in the same unit, or the same name with the same number. */
function duplicatesOf(folk: readonly FolkRow[], vault: Vault): DataQuality['duplicates'] {
  const byName = new Map<string, FolkRow[]>()
  for (const row of folk) {
    const name = foldVietnamese(row.full_name)
    byName.set(name, [...(byName.get(name) ?? []), row])
  }
  const found: DataQuality['duplicates'] = []
  for (const rows of byName.values()) {
    if (new Set(rows.map(({ id }) => id)).size < 2) continue
    const twins = rows.filter((row) =>
      rows.some((other) => other.id !== row.id && areTwins(row, other, vault)),
    )
    const codes = [...new Set(twins.map(({ code }) => code))]
    if (codes.length > 1) found.push({ name: twins[0]!.full_name, codes })
  }
  return found
}

function areTwins(one: FolkRow, other: FolkRow, vault: Vault): boolean {
  if (one.unit_id !== null && one.unit_id === other.unit_id) return true
  if (one.phone_sealed === null || other.phone_sealed === null) return false
  const numberOf = ({ id, phone_sealed }: FolkRow) =>
    vault.open(`people.phone_sealed:${id}`, phone_sealed!).replaceAll(/\D/g, '')
  return numberOf(one) === numberOf(other)
}
