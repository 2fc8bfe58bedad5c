import { and, eq, inArray } from 'drizzle-orm'
import { givenNameOf, type PersonView, type Role } from '../domain/person.ts'
import type { Day } from '../time.ts'
import { holdsOn } from './as-of.ts'
import type { Tx } from './database.ts'
import { listPersonViews, postOf } from './people.ts'
import { memberships, people, posts, supervisions } from './schema/index.ts'

/** Everybody of a tree as of a day, by code; four queries however many they are. */
export async function listTreePeople(tx: Tx, treeId: string, day: Day): Promise<PersonView[]> {
  const rows = await tx.select().from(people).where(eq(people.treeId, treeId)).orderBy(people.code)
  const views = new Map<string, PersonView>(
    rows.map(({ id, code, fullName, language }) => [
      id,
      {
        id,
        treeId,
        code,
        fullName,
        givenName: givenNameOf(fullName),
        language: language === 'en' ? 'en' : 'vi',
        memberships: [],
        posts: [],
        supervises: [],
      },
    ]),
  )
  const belongs = await tx
    .select()
    .from(memberships)
    .where(and(eq(memberships.treeId, treeId), holdsOn(memberships, day)))
    .orderBy(memberships.validFrom, memberships.id)
  for (const { personId, unitId, category, exempt, workplace } of belongs)
    views.get(personId)?.memberships.push({ unitId, category, exempt, workplace })
  const held = await tx
    .select()
    .from(posts)
    .where(and(eq(posts.treeId, treeId), holdsOn(posts, day)))
    .orderBy(posts.validFrom, posts.id)
  for (const row of held) views.get(row.personId)?.posts.push(postOf(row))
  const supervised = await tx
    .select()
    .from(supervisions)
    .where(and(eq(supervisions.treeId, treeId), holdsOn(supervisions, day)))
    .orderBy(supervisions.id)
  for (const { personId, unitId } of supervised) views.get(personId)?.supervises.push(unitId)
  return [...views.values()]
}

/** Those of a tree who hold one of these roles or supervise a unit on a day, by code. */
export async function listHoldersOfTree(
  tx: Tx,
  treeId: string,
  roles: readonly Role[],
  day: Day,
): Promise<PersonView[]> {
  const held = await tx
    .selectDistinct({ id: posts.personId })
    .from(posts)
    .where(and(eq(posts.treeId, treeId), inArray(posts.role, [...roles]), holdsOn(posts, day)))
  const supervised = await tx
    .selectDistinct({ id: supervisions.personId })
    .from(supervisions)
    .where(and(eq(supervisions.treeId, treeId), holdsOn(supervisions, day)))
  return listPersonViews(
    tx,
    [...held, ...supervised].map(({ id }) => id),
    day,
  )
}
