import { and, desc, eq } from 'drizzle-orm'
import type { FormDefinition } from '../domain/form-definition.ts'
import type { Tx } from './database.ts'
import { formVersions } from './schema/index.ts'

/**
 * The stored version of a form as a published programme holds it: a programme that was imported since, and
 * not published yet, changes nothing. Both come from jsonb, which puts keys in one order.
 */
export async function findPublishedForm(
  tx: Tx,
  programmeId: string,
  published: FormDefinition,
): Promise<{ id: string; content: FormDefinition } | null> {
  const rows = await tx
    .select({ id: formVersions.id, content: formVersions.content })
    .from(formVersions)
    .where(and(eq(formVersions.programmeId, programmeId), eq(formVersions.code, published.code)))
    .orderBy(desc(formVersions.number))
  const wanted = JSON.stringify(published)
  const found = rows.find(({ content }) => JSON.stringify(content) === wanted)
  return found ? { id: found.id, content: published } : null
}
