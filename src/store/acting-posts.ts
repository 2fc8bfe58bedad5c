import { and, eq, gt, lte } from 'drizzle-orm'
import { addDays, type Day, dayOf } from '../time.ts'
import type { StoreTools } from './audit.ts'
import { holdsOn } from './as-of.ts'
import type { Tx } from './database.ts'
import { posts } from './schema/index.ts'

/** From today until a day, that one included, the person has the rights of the post; it ends by itself. */
export async function saveActingPost(
  tools: StoreTools,
  post: { treeId: string; personId: string; unitId: string; role: 'secretary' | 'deputy'; until: Day },
): Promise<void> {
  const { until, ...row } = post
  await endActingPosts(tools, post)
  await tools.tx.insert(posts).values({
    id: tools.newId(),
    ...row,
    acting: true,
    validFrom: dayOf(tools.now),
    validTo: addDays(until, 1),
  })
}

/** Ends what the person stands in for in this unit, today. */
export async function endActingPosts(
  { tx, now }: StoreTools,
  { personId, unitId }: { personId: string; unitId: string },
): Promise<void> {
  const today = dayOf(now)
  const own = and(
    eq(posts.personId, personId),
    eq(posts.unitId, unitId),
    eq(posts.acting, true),
    holdsOn(posts, today),
  )
  for (const row of await tx.select().from(posts).where(own)) {
    if (row.validFrom >= today) await tx.delete(posts).where(eq(posts.id, row.id))
    else await tx.update(posts).set({ validTo: today }).where(eq(posts.id, row.id))
  }
}

/** A post that somebody stood in for and that is over. */
export interface EndedPost {
  id: string
  personId: string
  unitId: string
  role: string
  /** First day without it. */
  endedOn: Day
}

/** Acting posts of a tree that ended on a day of this span, the last day included. */
export async function listEndedPosts(
  tx: Tx,
  treeId: string,
  span: { after: Day; to: Day },
): Promise<EndedPost[]> {
  const rows = await tx
    .select()
    .from(posts)
    .where(
      and(
        eq(posts.treeId, treeId),
        eq(posts.acting, true),
        gt(posts.validTo, span.after),
        lte(posts.validTo, span.to),
      ),
    )
  return rows.map(({ id, personId, unitId, role, validTo }) => ({
    id,
    personId,
    unitId,
    role,
    endedOn: validTo!,
  }))
}
