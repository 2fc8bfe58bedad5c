import { eq } from 'drizzle-orm'
import type { PersonView } from '../domain/person.ts'
import type { Day } from '../time.ts'
import type { Tx } from './database.ts'
import { listPersonViews } from './people.ts'
import { people } from './schema/index.ts'

/** Everybody of a tree as of a day, by code. */
export async function listTreePeople(tx: Tx, treeId: string, day: Day): Promise<PersonView[]> {
  const rows = await tx.select({ id: people.id }).from(people).where(eq(people.treeId, treeId))
  return listPersonViews(
    tx,
    rows.map((row) => row.id),
    day,
  )
}
