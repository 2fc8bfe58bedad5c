import { and, asc, eq, isNull, sql } from 'drizzle-orm'
import type { StoreTools } from '../audit.ts'
import type { Tx } from '../database.ts'
import { dataCases, erasures } from '../schema/index.ts'

/** A deletion that is decided, with its case where the database has it (a restored one may not). */
export interface DueErasure {
  personId: string
  decidedAt: Date
  case: { id: string; treeId: string; unitId: string; code: string; decidedBy: string | null } | null
}

/** Puts a deletion into the register; one that is there stays as it is. */
export async function saveErasure({ tx, now }: StoreTools, personId: string): Promise<void> {
  await tx.insert(erasures).values({ personId, decidedAt: now }).onConflictDoNothing()
}

/** What is decided and not done yet. */
export async function listDueErasures(tx: Tx): Promise<string[]> {
  const rows = await tx
    .select({ personId: erasures.personId })
    .from(erasures)
    .where(isNull(erasures.erasedAt))
    .orderBy(asc(erasures.decidedAt), asc(erasures.personId))
  return rows.map(({ personId }) => personId)
}

/** One of them for whoever carries it out; null when it is done or somebody else is at it. */
export async function claimErasure(tx: Tx, personId: string): Promise<DueErasure | null> {
  const [row] = await tx
    .select()
    .from(erasures)
    .where(and(eq(erasures.personId, personId), isNull(erasures.erasedAt)))
    .for('update', { skipLocked: true })
  if (!row) return null
  const [found] = await tx
    .select({
      id: dataCases.id,
      treeId: dataCases.treeId,
      unitId: dataCases.unitId,
      code: dataCases.code,
      decidedBy: dataCases.decidedBy,
    })
    .from(dataCases)
    .where(
      and(eq(dataCases.personId, personId), eq(dataCases.request, 'delete'), eq(dataCases.state, 'approved')),
    )
  return { personId, decidedAt: row.decidedAt, case: found ?? null }
}

/** It is done; its case is closed. */
export async function saveErased({ tx, now }: StoreTools, { personId, case: of }: DueErasure): Promise<void> {
  await tx.update(erasures).set({ erasedAt: now }).where(eq(erasures.personId, personId))
  if (of) await tx.update(dataCases).set({ state: 'done' }).where(eq(dataCases.id, of.id))
}

/** Whether the last words to a person are still on their way. */
export async function isStillSaying(tx: Tx, key: string): Promise<boolean> {
  const rows = await tx.execute(
    sql`select 1 from outbox where (key = ${key} or key like ${`${key}#%`}) and state in ('queued', 'sending')`,
  )
  return rows.length > 0
}

/** Every deletion that was ever decided: ids and days, for a copy outside the database. */
export async function listErasures(tx: Tx): Promise<{ personId: string; decidedAt: Date }[]> {
  return tx
    .select({ personId: erasures.personId, decidedAt: erasures.decidedAt })
    .from(erasures)
    .orderBy(asc(erasures.decidedAt), asc(erasures.personId))
}

/** Deletions that a restored database does not know or must do again. Returns how many. */
export async function bringErasures(
  { tx }: { tx: Tx },
  known: readonly { personId: string; decidedAt: Date }[],
): Promise<number> {
  let count = 0
  for (const { personId, decidedAt } of known) {
    const result = await tx.execute(sql`
      insert into erasures (person_id, decided_at) values (${personId}, ${decidedAt.toISOString()}::timestamptz)
      on conflict (person_id) do update set erased_at = null
      where exists (select 1 from people p where p.id = ${personId} and p.full_name <> '')`)
    count += result.count
  }
  return count
}
