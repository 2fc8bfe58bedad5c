import { and, eq, inArray, sql } from 'drizzle-orm'
import { givenNameOf, type PersonView, type Role } from '../domain/person.ts'
import { addDays, type Day } from '../time.ts'
import { holdsOn } from './as-of.ts'
import type { Tx } from './database.ts'
import { memberships, people, posts, supervisions } from './schema/index.ts'
import { isAnyOf } from './uuid-array.ts'

/** A person with memberships, posts and supervisions as of a day; null when there is no such person. */
export async function findPersonView(tx: Tx, personId: string, day: Day): Promise<PersonView | null> {
  const [found] = await listPersonViews(tx, [personId], day)
  return found ?? null
}

/** A person by the code of the roster, unique in a tree. */
export async function findPersonByCode(
  tx: Tx,
  treeId: string,
  code: string,
  day: Day,
): Promise<PersonView | null> {
  const [row] = await tx
    .select({ id: people.id })
    .from(people)
    .where(and(eq(people.treeId, treeId), eq(people.code, code)))
  return row ? findPersonView(tx, row.id, day) : null
}

/** These people as of a day, by code. Unknown ids are left out. */
export async function listPersonViews(tx: Tx, personIds: readonly string[], day: Day): Promise<PersonView[]> {
  if (personIds.length === 0) return []
  const ids = [...new Set(personIds)]
  // Sent in one go: a person is looked up with every message.
  const [rows, belongs, held, supervised] = await Promise.all([
    tx.select().from(people).where(isAnyOf(people.id, ids)).orderBy(people.code),
    tx
      .select()
      .from(memberships)
      .where(and(isAnyOf(memberships.personId, ids), holdsOn(memberships, day)))
      .orderBy(memberships.validFrom, memberships.id),
    tx
      .select()
      .from(posts)
      .where(and(isAnyOf(posts.personId, ids), holdsOn(posts, day)))
      .orderBy(posts.validFrom, posts.id),
    tx
      .select()
      .from(supervisions)
      .where(and(isAnyOf(supervisions.personId, ids), holdsOn(supervisions, day)))
      .orderBy(supervisions.id),
  ])

  const belongsOf = byPerson(belongs)
  const heldOf = byPerson(held)
  const supervisedOf = byPerson(supervised)
  return rows.map((row) => ({
    id: row.id,
    treeId: row.treeId,
    code: row.code,
    fullName: row.fullName,
    givenName: givenNameOf(row.fullName),
    language: row.language === 'en' ? 'en' : 'vi',
    memberships: (belongsOf.get(row.id) ?? []).map(({ unitId, category, exempt, workplace }) => ({
      unitId,
      category,
      exempt,
      workplace,
    })),
    posts: (heldOf.get(row.id) ?? []).map(postOf),
    supervises: (supervisedOf.get(row.id) ?? []).map((each) => each.unitId),
  }))
}

/** Who belongs to any of these units on a day, by code. */
export async function listMembersOf(tx: Tx, unitIds: readonly string[], day: Day): Promise<PersonView[]> {
  if (unitIds.length === 0) return []
  const rows = await tx
    .selectDistinct({ personId: memberships.personId })
    .from(memberships)
    .where(and(inArray(memberships.unitId, [...unitIds]), holdsOn(memberships, day)))
  return listPersonViews(
    tx,
    rows.map((row) => row.personId),
    day,
  )
}

/** Ids of everybody who belongs to one of these units on a day. */
export async function listMemberIds(tx: Tx, unitIds: readonly string[], day: Day): Promise<string[]> {
  const rows = await tx
    .selectDistinct({ personId: memberships.personId })
    .from(memberships)
    .where(
      and(sql`${memberships.unitId} = any(${`{${unitIds.join(',')}}`}::uuid[])`, holdsOn(memberships, day)),
    )
    .orderBy(memberships.personId)
  return rows.map((row) => row.personId)
}

/** Who holds one of these roles in a unit itself on a day, by code. */
export async function listHolders(
  tx: Tx,
  unitId: string,
  roles: readonly Role[],
  day: Day,
): Promise<PersonView[]> {
  const rows = await tx
    .selectDistinct({ personId: posts.personId })
    .from(posts)
    .where(and(eq(posts.unitId, unitId), inArray(posts.role, [...roles]), holdsOn(posts, day)))
  return listPersonViews(
    tx,
    rows.map((row) => row.personId),
    day,
  )
}

/** A post as of a day on which it holds. */
export function postOf(row: typeof posts.$inferSelect): PersonView['posts'][number] {
  const { unitId, role, position, positionRank, keyLeader, acting, validTo } = row
  return {
    unitId,
    role: role as Role,
    position,
    positionRank,
    keyLeader,
    ...(acting && validTo && { actingUntil: addDays(validTo, -1) }),
  }
}

function byPerson<Row extends { personId: string }>(rows: readonly Row[]): Map<string, Row[]> {
  const grouped = new Map<string, Row[]>()
  for (const row of rows) {
    const group = grouped.get(row.personId)
    if (group) group.push(row)
    else grouped.set(row.personId, [row])
  }
  return grouped
}
