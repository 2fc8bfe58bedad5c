import { and, desc, eq, inArray, isNull, lt, ne } from 'drizzle-orm'
import type { Tools } from '../commands/command.ts'
import { assignments, deedProgress, deeds, deedVersions, submissions } from './schema/index.ts'

type Work = Pick<Tools, 'tx' | 'vault' | 'now' | 'newId'>

export type DeedStatus = 'planned' | 'doing' | 'done' | 'not-done'

/** One concrete thing promised, in the words of its newest version. */
export interface Deed {
  id: string
  submissionId: string
  /** Null: the unit promised it. */
  personId: string | null
  unitId: string
  kind: string | null
  position: number
  /** The item's answers, by field. */
  answers: unknown
  status: DeedStatus
  note: string | null
  progressAt: Date | null
}

/** A deed of a version that is being filed. A deed keeps its id through all versions. */
export interface PromisedDeed {
  id: string
  kind: string | null
  answers: unknown
}

const deedColumns = {
  id: deeds.id,
  submissionId: deeds.submissionId,
  personId: deeds.personId,
  unitId: deeds.unitId,
  kind: deeds.kind,
}

const wordsPlace = (id: string) => `deed_versions.answers_sealed:${id}`
const notePlace = (id: string) => `deed_progress.note_sealed:${id}`

/** Keeps the deeds of one filed version: known ones stay the same deed, the left out are marked. */
export async function saveDeeds(
  work: Work,
  pledge: {
    treeId: string
    submissionId: string
    submissionVersionId: string
    personId: string | null
    unitId: string
  },
  promised: readonly PromisedDeed[],
): Promise<void> {
  const { tx } = work
  const { submissionVersionId, ...owner } = pledge
  const earlier = await tx
    .select({ id: deeds.id, droppedAt: deeds.droppedAt })
    .from(deeds)
    .where(eq(deeds.submissionId, pledge.submissionId))
  const kept = new Set(promised.map((promise) => promise.id))
  for (const [index, { id: deedId, kind, answers }] of promised.entries()) {
    if (earlier.some((deed) => deed.id === deedId)) {
      await tx.update(deeds).set({ kind, droppedAt: null }).where(eq(deeds.id, deedId))
    } else {
      await tx.insert(deeds).values({ ...owner, id: deedId, kind, createdAt: work.now })
    }
    const id = work.newId()
    await tx.insert(deedVersions).values({
      id,
      deedId,
      submissionVersionId,
      position: index + 1,
      answersSealed: work.vault.seal(wordsPlace(id), JSON.stringify(answers)),
    })
  }
  const dropped = earlier.filter((deed) => !deed.droppedAt && !kept.has(deed.id))
  if (dropped.length > 0) {
    await tx
      .update(deeds)
      .set({ droppedAt: work.now })
      .where(
        inArray(
          deeds.id,
          dropped.map((deed) => deed.id),
        ),
      )
  }
}

/** The deeds that a submission promises now, in their order, with the newest progress. */
export async function listDeeds(work: Pick<Work, 'tx' | 'vault'>, submissionId: string): Promise<Deed[]> {
  const live = await work.tx
    .select(deedColumns)
    .from(deeds)
    .where(and(eq(deeds.submissionId, submissionId), isNull(deeds.droppedAt)))
  const listed: Deed[] = []
  for (const deed of live) {
    const [words] = await work.tx
      .select()
      .from(deedVersions)
      .where(eq(deedVersions.deedId, deed.id))
      .orderBy(desc(deedVersions.id))
      .limit(1)
    const [progress] = await listProgress(work, deed.id)
    if (!words) throw new Error(`deed ${deed.id} has no words`)
    listed.push({
      ...deed,
      position: words.position,
      answers: JSON.parse(work.vault.open(wordsPlace(words.id), words.answersSealed)) as unknown,
      status: progress?.status ?? 'planned',
      note: progress?.note ?? null,
      progressAt: progress?.at ?? null,
    })
  }
  return listed.sort((a, b) => a.position - b.position)
}

/**
 * What the same person (or, without one, the same unit) promised in their newest pledge of an earlier period and has
 * not done, in its order.
 */
export async function listUnfinishedDeeds(
  work: Pick<Work, 'tx' | 'vault'>,
  owner: { assignmentId: string; personId: string | null; unitId: string; period: string },
): Promise<Deed[]> {
  const isOwner =
    owner.personId === null
      ? and(isNull(assignments.personId), eq(assignments.unitId, owner.unitId))
      : eq(assignments.personId, owner.personId)
  const earlier = await work.tx
    .selectDistinct({ id: submissions.id, period: assignments.period })
    .from(submissions)
    .innerJoin(assignments, eq(assignments.id, submissions.assignmentId))
    .innerJoin(deeds, eq(deeds.submissionId, submissions.id))
    // Periods are written so that the earlier one sorts first: `2025`, `2025-Q4`, `2026`.
    .where(and(isOwner, ne(assignments.id, owner.assignmentId), lt(assignments.period, owner.period)))
    .orderBy(desc(assignments.period), submissions.id)
  const newest = earlier.filter(({ period }) => period === earlier[0]?.period)
  const promised: Deed[] = []
  for (const { id } of newest) promised.push(...(await listDeeds(work, id)))
  return promised.filter(({ status }) => status !== 'done')
}

/** A deed's owner; null for an unknown or dropped one. */
export async function findDeed(
  work: Pick<Work, 'tx'>,
  id: string,
): Promise<{ id: string; submissionId: string; personId: string | null; unitId: string } | null> {
  const [row] = await work.tx
    .select(deedColumns)
    .from(deeds)
    .where(and(eq(deeds.id, id), isNull(deeds.droppedAt)))
  return row ?? null
}

/** Notes how a deed goes; earlier notes stay. */
export async function saveDeedProgress(
  work: Work,
  progress: { deedId: string; status: DeedStatus; note: string | null; by: string },
): Promise<void> {
  const id = work.newId()
  const { note, ...columns } = progress
  await work.tx.insert(deedProgress).values({
    ...columns,
    id,
    noteSealed: note === null ? null : work.vault.seal(notePlace(id), note),
    at: work.now,
  })
}

/** All notes about a deed, the newest first. */
export async function listProgress(
  work: Pick<Work, 'tx' | 'vault'>,
  deedId: string,
): Promise<{ status: DeedStatus; note: string | null; by: string; at: Date }[]> {
  const rows = await work.tx
    .select()
    .from(deedProgress)
    .where(eq(deedProgress.deedId, deedId))
    .orderBy(desc(deedProgress.at), desc(deedProgress.id))
  return rows.map((row) => ({
    status: row.status as DeedStatus,
    note: row.noteSealed === null ? null : work.vault.open(notePlace(row.id), row.noteSealed),
    by: row.by,
    at: row.at,
  }))
}
