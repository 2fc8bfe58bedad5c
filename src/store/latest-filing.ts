import { and, desc, eq, gte, or } from 'drizzle-orm'
import type { Tx } from './database.ts'
import { submissions, submissionVersions } from './schema/index.ts'

/** Code of what this person filed (or entered) last since an instant of product time; null: nothing. */
export async function findLatestFiling(tx: Tx, personId: string, since: Date): Promise<string | null> {
  const byPerson = or(eq(submissionVersions.filedBy, personId), eq(submissionVersions.enteredBy, personId))
  const [row] = await tx
    .select({ code: submissions.code })
    .from(submissionVersions)
    .innerJoin(submissions, eq(submissions.id, submissionVersions.submissionId))
    .where(and(byPerson, gte(submissionVersions.filedAt, since)))
    .orderBy(desc(submissionVersions.filedAt), desc(submissionVersions.id))
    .limit(1)
  return row?.code ?? null
}
