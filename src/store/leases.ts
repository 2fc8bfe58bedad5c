import { and, eq, sql } from 'drizzle-orm'
import type { Database, Tx } from './database.ts'
import { leases } from './schema/index.ts'

/**
 * Takes or renews a lease for `ttlMs`; false while another holder has it. The database's clock decides, so
 * that replicas with wrong clocks agree.
 */
export async function claimLease(
  db: Database,
  name: string,
  holder: string,
  ttlMs: number,
): Promise<boolean> {
  const rows = await db.execute(sql`
    insert into leases as l (name, holder, until)
    values (${name}, ${holder}, clock_timestamp() + ${ttlMs} * interval '1 millisecond')
    on conflict (name) do update set holder = excluded.holder, until = excluded.until
    where l.holder = excluded.holder or l.until < clock_timestamp()
    returning name`)
  return rows.length > 0
}

/** Gives a lease back at once, so that another need not wait for its end. */
export async function releaseLease(db: Database, name: string, holder: string): Promise<void> {
  await db.delete(leases).where(and(eq(leases.name, name), eq(leases.holder, holder)))
}

/** Who holds what; `isOver` by the database's clock. */
export async function listLeases(db: Database): Promise<{ name: string; holder: string; isOver: boolean }[]> {
  return db
    .select({
      name: leases.name,
      holder: leases.holder,
      isOver: sql<boolean>`${leases.until} < clock_timestamp()`,
    })
    .from(leases)
    .orderBy(leases.name)
}

/** The database's own clock: leases go by it, so it must not be far from the machine's. */
export async function readDatabaseTime(tx: Tx): Promise<Date> {
  const [row] = await tx.execute<{ ms: string }>(
    sql`select (extract(epoch from clock_timestamp()) * 1000)::bigint as ms`,
  )
  return new Date(Number(row!.ms))
}
