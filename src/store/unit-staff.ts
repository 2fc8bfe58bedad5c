import { and, countDistinct, eq, sql } from 'drizzle-orm'
import type { Role } from '../domain/person.ts'
import type { UnitPost } from '../domain/unit-speakers.ts'
import type { Day } from '../time.ts'
import { holdsOn } from './as-of.ts'
import type { Tx } from './database.ts'
import { memberships, people, posts } from './schema/index.ts'

/** A unit's size and posts as of a day. */
export interface UnitStaff {
  members: number
  posts: UnitPost[]
}

/** Sizes and posts of the units of a tree on a day; units without anybody are left out. */
export async function listUnitStaff(tx: Tx, treeId: string, day: Day): Promise<Map<string, UnitStaff>> {
  const sizes = await tx
    .select({ unitId: memberships.unitId, members: countDistinct(memberships.personId) })
    .from(memberships)
    .where(and(eq(memberships.treeId, treeId), holdsOn(memberships, day)))
    .groupBy(memberships.unitId)
  const held = await tx
    .select({ unitId: posts.unitId, personId: posts.personId, role: posts.role })
    .from(posts)
    .where(and(eq(posts.treeId, treeId), holdsOn(posts, day)))
    .orderBy(posts.validFrom, posts.id)
  const staff = new Map<string, UnitStaff>(
    sizes.map(({ unitId, members }) => [unitId, { members, posts: [] }]),
  )
  for (const { role, ...post } of held) {
    const unit = staff.get(post.unitId) ?? { members: 0, posts: [] }
    unit.posts.push({ ...post, role: role as Role })
    staff.set(post.unitId, unit)
  }
  return staff
}

/** Full name of a unit's secretary on a day; null where there is none. */
export async function findSecretary(tx: Tx, unit: { id: string }, day: Day): Promise<string | null> {
  const [row] = await tx
    .select({ fullName: people.fullName })
    .from(posts)
    .innerJoin(people, eq(people.id, posts.personId))
    .where(
      and(
        eq(posts.unitId, unit.id),
        eq(posts.role, 'secretary'),
        eq(posts.acting, false),
        holdsOn(posts, day),
      ),
    )
    .orderBy(posts.validFrom, posts.id)
    .limit(1)
  return row?.fullName ?? null
}

/** Full names of these people by id, in the order of the roster. */
export async function listNames(tx: Tx, personIds: readonly string[]): Promise<Map<string, string>> {
  if (personIds.length === 0) return new Map()
  const rows = await tx
    .select({ id: people.id, fullName: people.fullName })
    .from(people)
    .where(sql`${people.id} = any(${`{${[...new Set(personIds)].join(',')}}`}::uuid[])`)
    .orderBy(people.code)
  return new Map(rows.map(({ id, fullName }) => [id, fullName]))
}
