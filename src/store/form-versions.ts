import { and, desc, eq } from 'drizzle-orm'
import type { FormDefinition } from '../domain/form-definition.ts'
import type { Tx } from './database.ts'
import { formVersions } from './schema/index.ts'

/**
 * Id of the stored version of a form as a published programme holds it: a programme that was imported since, and
 * not published yet, changes nothing. Both come from jsonb, which puts keys in one order.
 */
export async function findPublishedForm(
  tx: Tx,
  programmeId: string,
  published: FormDefinition,
): Promise<string | null> {
  const rows = await tx
    .select({ id: formVersions.id, content: formVersions.content })
    .from(formVersions)
    .where(and(eq(formVersions.programmeId, programmeId), eq(formVersions.code, published.code)))
    .orderBy(desc(formVersions.number))
  const wanted = JSON.stringify(published)
  return rows.find(({ content }) => JSON.stringify(content) === wanted)?.id ?? null
}

/** Versions never change (a trigger refuses it): each is read once, since every answer needs one. */
const known = new Map<string, FormDefinition>()
const MOST_KNOWN = 1000

/** The form that a draft or filing was made with. Throws when there is none such. */
export async function getForm(tx: Tx, formVersionId: string): Promise<FormDefinition> {
  const before = known.get(formVersionId)
  if (before) return before
  const [row] = await tx.select().from(formVersions).where(eq(formVersions.id, formVersionId))
  if (!row) throw new Error('no such form version')
  if (known.size >= MOST_KNOWN) known.clear()
  const form = row.content as FormDefinition
  known.set(formVersionId, form)
  return form
}
