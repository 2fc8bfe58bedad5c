import { and, asc, eq, inArray, isNull, sql } from 'drizzle-orm'
import type { Day } from '../time.ts'
import type { StoreTools } from './audit.ts'
import { withClosedUnits } from './closed-units.ts'
import type { Tx } from './database.ts'
import {
  consents,
  people,
  proxyEntries,
  submissions,
  submissionVersions,
  assignments,
} from './schema/index.ts'
import type { Vault } from './vault.ts'

/** How a person who types nothing themselves agreed to it. */
export type ProxyConsentMethod = 'paper' | 'spoken'

/** One filling-in for a person without a telephone. */
export interface ProxyEntry {
  id: string
  assignmentId: string
  personId: string
  unitId: string
  enteredBy: string
  submissionVersionId: string | null
}

/** The entry that is being filled in for an assignment now; null when there is none. */
export async function findOpenProxyEntry(tx: Tx, assignmentId: string): Promise<ProxyEntry | null> {
  const [row] = await tx
    .select()
    .from(proxyEntries)
    .where(and(eq(proxyEntries.assignmentId, assignmentId), eq(proxyEntries.state, 'open')))
    .for('update')
  return row ?? null
}

/** Begins an entry. Whoever was filling it in before gives way: one at a time. */
export async function openProxyEntry(
  tools: StoreTools,
  entry: Omit<ProxyEntry, 'id' | 'submissionVersionId'> & { treeId: string; consentId: string },
): Promise<string> {
  await closeProxyEntry(tools, entry.assignmentId)
  const id = tools.newId()
  await tools.tx.insert(proxyEntries).values({ id, ...entry, state: 'open', createdAt: tools.now })
  return id
}

/** Nobody fills it in for the person any more: they go on themselves, or somebody else does. */
export async function closeProxyEntry({ tx }: Pick<StoreTools, 'tx'>, assignmentId: string): Promise<void> {
  await tx
    .update(proxyEntries)
    .set({ state: 'closed' })
    .where(and(eq(proxyEntries.assignmentId, assignmentId), eq(proxyEntries.state, 'open')))
}

/** What was filled in became this version. */
export async function fileProxyEntry(
  { tx }: Pick<StoreTools, 'tx'>,
  entryId: string,
  submissionVersionId: string,
): Promise<void> {
  await tx
    .update(proxyEntries)
    .set({ state: 'filed', submissionVersionId })
    .where(eq(proxyEntries.id, entryId))
}

/** What was filed for this person, counts, and was not answered yet; `unasked`: nor asked about. */
export async function listEntriesToConfirm(
  tx: Tx,
  personId: string,
  which: 'unasked' | 'unanswered',
): Promise<(ProxyEntry & { code: string })[]> {
  const rows = await tx
    .select({ entry: proxyEntries, code: submissions.code })
    .from(proxyEntries)
    .innerJoin(submissionVersions, eq(submissionVersions.id, proxyEntries.submissionVersionId))
    .innerJoin(
      submissions,
      and(
        eq(submissions.id, submissionVersions.submissionId),
        eq(submissions.currentNumber, submissionVersions.number),
      ),
    )
    .where(
      and(
        eq(proxyEntries.personId, personId),
        eq(proxyEntries.state, 'filed'),
        isNull(proxyEntries.answer),
        which === 'unasked' ? isNull(proxyEntries.askedAt) : undefined,
      ),
    )
    .orderBy(asc(proxyEntries.createdAt), asc(proxyEntries.id))
  return rows.map(({ entry, code }) => ({ ...entry, code }))
}

/** The person was asked about these; nobody asks again. */
export async function markAsked({ tx, now }: StoreTools, entryIds: readonly string[]): Promise<void> {
  await tx
    .update(proxyEntries)
    .set({ askedAt: now })
    .where(inArray(proxyEntries.id, [...entryIds]))
}

/** What the person says of what was filed for them. */
export async function answerEntry(
  { tx, now }: StoreTools,
  entryId: string,
  answer: 'confirmed' | 'disputed',
): Promise<void> {
  await tx.update(proxyEntries).set({ answer, answeredAt: now }).where(eq(proxyEntries.id, entryId))
}

/** How a version came about that somebody else typed. */
export interface ProxyMark {
  enteredBy: string
  method: ProxyConsentMethod
  witness: string | null
  answer: 'confirmed' | 'disputed' | null
  answeredAt: Date | null
}

/** The mark of a version that was entered for its person; null for any other. */
export async function findProxyMark(
  { tx, vault }: { tx: Tx; vault: Vault },
  submissionVersionId: string,
): Promise<ProxyMark | null> {
  const [row] = await tx
    .select({ entry: proxyEntries, consent: consents, enteredBy: people.fullName })
    .from(proxyEntries)
    .innerJoin(consents, eq(consents.id, proxyEntries.consentId))
    .innerJoin(people, eq(people.id, proxyEntries.enteredBy))
    .where(eq(proxyEntries.submissionVersionId, submissionVersionId))
  if (!row) return null
  const { entry, consent, enteredBy } = row
  return {
    enteredBy,
    method: consent.method as ProxyConsentMethod,
    witness:
      consent.witnessSealed === null
        ? null
        : vault.open(`consents.witness_sealed:${consent.id}`, consent.witnessSealed),
    answer: entry.answer as ProxyMark['answer'],
    answeredAt: entry.answeredAt,
  }
}

/** How much of what people of a unit filed was typed by somebody else. */
export interface ProxyCount {
  /** Filings that count and were entered for their person. */
  entered: number
  /** Of these, confirmed by the person later. */
  confirmed: number
}

/**
 * Filings by proxy of these units, counted by unit: only the version that counts, only what people owe.
 * Units without any are left out. For digests, `/tiendo` and exports, which show them apart.
 */
export async function countProxyFilings(
  tx: Tx,
  asked: readonly string[],
  day: Day,
): Promise<Map<string, ProxyCount>> {
  if (asked.length === 0) return new Map()
  const { unitIds, homeOf } = await withClosedUnits(tx, asked, day)
  const rows = await tx
    .select({
      unitId: assignments.unitId,
      entered: sql<number>`count(*)::int`,
      confirmed: sql<number>`(count(*) filter (where ${proxyEntries.answer} = 'confirmed'))::int`,
    })
    .from(submissions)
    .innerJoin(
      submissionVersions,
      and(
        eq(submissionVersions.submissionId, submissions.id),
        eq(submissionVersions.number, submissions.currentNumber),
      ),
    )
    .innerJoin(assignments, eq(assignments.id, submissions.assignmentId))
    .leftJoin(proxyEntries, eq(proxyEntries.submissionVersionId, submissionVersions.id))
    .where(
      and(
        sql`${assignments.unitId} = any(${`{${unitIds.join(',')}}`}::uuid[])`,
        sql`${submissionVersions.enteredBy} <> ${submissionVersions.filedBy}`,
        sql`${assignments.personId} is not null`,
        isNull(submissionVersions.source),
      ),
    )
    .groupBy(assignments.unitId)
  const counts = new Map<string, ProxyCount>()
  for (const { unitId, entered, confirmed } of rows) {
    const before = counts.get(homeOf(unitId)) ?? { entered: 0, confirmed: 0 }
    counts.set(homeOf(unitId), {
      entered: before.entered + entered,
      confirmed: before.confirmed + confirmed,
    })
  }
  return counts
}
