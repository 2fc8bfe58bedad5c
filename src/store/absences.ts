import { and, eq, gt, inArray, lte } from 'drizzle-orm'
import { addDays, type Day, dayOf } from '../time.ts'
import type { StoreTools } from './audit.ts'
import type { Tx } from './database.ts'
import { absences } from './schema/index.ts'

/**
 * Who of a tree (or of these people) is away on a day, with the last day of it: not reminded meanwhile, and what
 * they still owe is not counted as missing. What they filed counts as everybody's.
 */
export async function listAway(
  tx: Tx,
  treeId: string,
  day: Day,
  personIds?: readonly string[],
): Promise<Map<string, Day>> {
  const rows = await tx
    .select({ personId: absences.personId, validTo: absences.validTo })
    .from(absences)
    .where(
      and(
        eq(absences.treeId, treeId),
        lte(absences.validFrom, day),
        gt(absences.validTo, day),
        personIds && inArray(absences.personId, [...personIds]),
      ),
    )
    .orderBy(absences.validTo)
  return new Map(rows.map(({ personId, validTo }) => [personId, addDays(validTo, -1)]))
}

/** From today until a day, that one included, the person is away; null: is here. What was noted before ends. */
export async function saveAbsence(
  { tx, now, newId }: StoreTools,
  person: { id: string; treeId: string },
  until: Day | null,
): Promise<void> {
  const today = dayOf(now)
  const current = await tx
    .select()
    .from(absences)
    .where(and(eq(absences.personId, person.id), gt(absences.validTo, today)))
  for (const { id, validFrom } of current) {
    if (validFrom >= today) await tx.delete(absences).where(eq(absences.id, id))
    else await tx.update(absences).set({ validTo: today }).where(eq(absences.id, id))
  }
  if (until === null || until < today) return
  await tx.insert(absences).values({
    id: newId(),
    treeId: person.treeId,
    personId: person.id,
    validFrom: today,
    validTo: addDays(until, 1),
    createdAt: now,
  })
}
