import { and, desc, eq } from 'drizzle-orm'
import type { FormDefinition } from '../domain/form-definition.ts'
import type { Tx } from './database.ts'
import { formVersions } from './schema/index.ts'

/** A form as imported once; immutable. */
export interface FormVersion {
  id: string
  definition: FormDefinition
}

/** The newest version of a programme's form; null when it has no such form. */
export async function findNewestForm(tx: Tx, programmeId: string, code: string): Promise<FormVersion | null> {
  const [row] = await tx
    .select()
    .from(formVersions)
    .where(and(eq(formVersions.programmeId, programmeId), eq(formVersions.code, code)))
    .orderBy(desc(formVersions.number))
    .limit(1)
  return row ? { id: row.id, definition: row.content as FormDefinition } : null
}

/** The version that a draft or a filing was made with. Throws when there is none such. */
export async function getFormVersion(tx: Tx, id: string): Promise<FormVersion> {
  const [row] = await tx.select().from(formVersions).where(eq(formVersions.id, id))
  if (!row) throw new Error('no such form version')
  return { id: row.id, definition: row.content as FormDefinition }
}
