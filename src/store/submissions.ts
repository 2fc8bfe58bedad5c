import { and, desc, eq, sql } from 'drizzle-orm'
import type { Tools } from '../commands/command.ts'
import { nextReceiptCode, type ReceiptKind } from '../domain/receipt-code.ts'
import { isLate, type SubmissionState, stateAfterFiling } from '../domain/submission-state.ts'
import { type Day, dayOf } from '../time.ts'
import { cancelQueuedAbout } from './cancel-queued.ts'
import {
  assignmentChanges,
  assignments,
  measures,
  people,
  submissionVersions,
  submissions,
} from './schema/index.ts'

type Work = Pick<Tools, 'tx' | 'vault' | 'now' | 'newId' | 'randomBytes'>

/** What answers an assignment; its content is in versions. */
export interface Submission {
  id: string
  treeId: string
  assignmentId: string
  code: string
  currentNumber: number
  state: SubmissionState
  createdAt: Date
}

/** One filing, opened. */
export interface SubmissionVersion {
  id: string
  submissionId: string
  number: number
  formVersionId: string | null
  /** Answers as the form engine gave them. */
  answers: unknown
  filedBy: string
  enteredBy: string
  accountId: string | null
  late: boolean
  /** `paper`: taken from a sheet of paper; null: answered in the bot. */
  source: 'paper' | null
  filedAt: Date
}

/** What is filed: everything about it that the form does not know. */
export interface Filing {
  assignment: {
    id: string
    treeId: string
    dueOn: Day | null
    dueZone: string
    beforeBot: boolean
    state: string
  }
  formVersionId: string | null
  answers: unknown
  measures: readonly { name: string; value: number }[]
  /** Who signs, and who typed it. */
  filedBy: string
  enteredBy: string
  accountId: string | null
  receiptKind: ReceiptKind
  /** The programme asks somebody to receive it. */
  reviewed: boolean
  /** Taken from paper: `now` is the paper's day, also where it corrects an earlier entry. */
  source?: 'paper'
}

export interface Filed {
  submission: Submission
  versionId: string
  number: number
  late: boolean
}

const place = (versionId: string) => `submission_versions.answers_sealed:${versionId}`

/**
 * Files a version: the first makes the submission and its receipt code, closes the assignment and cancels
 * the reminders that are still queued; a later one replaces what counts. Whether it is allowed has been
 * decided before (`decideRefiling`). What was on time stays on time when it is completed later.
 */
export async function fileSubmission(work: Work, filing: Filing): Promise<Filed> {
  const { tx, now } = work
  const { assignment } = filing
  const earlier = await findSubmissionOf(work, assignment.id)
  const previous = earlier ? await getCurrentVersion(work, earlier) : null
  const today = dayOf(now, assignment.dueZone)
  const isPaper = filing.source === 'paper'
  const late = previous && !isPaper ? previous.late : isLate(assignment.dueOn, today, assignment.beforeBot)
  const number = (earlier?.currentNumber ?? 0) + 1
  const state = stateAfterFiling(filing.reviewed)

  let submission: Submission
  if (earlier) {
    submission = { ...earlier, currentNumber: number, state }
    await tx.update(submissions).set({ currentNumber: number, state }).where(eq(submissions.id, earlier.id))
  } else {
    submission = {
      id: work.newId(),
      treeId: assignment.treeId,
      assignmentId: assignment.id,
      code: await freshCode(work, assignment.treeId, filing.receiptKind),
      currentNumber: number,
      state,
      createdAt: now,
    }
    await tx.insert(submissions).values(submission)
  }

  const versionId = work.newId()
  await tx.insert(submissionVersions).values({
    id: versionId,
    submissionId: submission.id,
    number,
    formVersionId: filing.formVersionId,
    answersSealed: work.vault.seal(place(versionId), JSON.stringify(filing.answers)),
    filedBy: filing.filedBy,
    enteredBy: filing.enteredBy,
    accountId: filing.accountId,
    late,
    source: filing.source ?? null,
    filedAt: now,
  })
  if (filing.measures.length > 0) {
    await tx.insert(measures).values(
      filing.measures.map(({ name, value }) => ({
        id: work.newId(),
        submissionVersionId: versionId,
        name,
        value,
      })),
    )
  }
  if (assignment.state !== 'done') await closeAssignment(work, assignment.id, filing.filedBy)
  if (isPaper) await tx.update(assignments).set({ doneAt: now }).where(eq(assignments.id, assignment.id))
  await cancelQueuedAbout(work, assignment.id)
  return { submission, versionId, number, late }
}

async function closeAssignment(work: Work, assignmentId: string, personId: string): Promise<void> {
  const [person] = await work.tx.select({ code: people.code }).from(people).where(eq(people.id, personId))
  await work.tx
    .update(assignments)
    .set({
      state: 'done',
      doneAt: sql`coalesce(${assignments.doneAt}, ${work.now.toISOString()}::timestamptz)`,
    })
    .where(eq(assignments.id, assignmentId))
  await work.tx.insert(assignmentChanges).values({
    id: work.newId(),
    assignmentId,
    kind: 'done',
    by: person?.code ?? 'programme',
    at: work.now,
  })
}

/** A code nobody in the tree has; the unique constraint settles a race. */
async function freshCode(work: Work, treeId: string, kind: ReceiptKind): Promise<string> {
  for (let tries = 0; tries < 50; tries += 1) {
    const code = nextReceiptCode(kind, (size) => work.randomBytes(size))
    if (!(await findSubmissionByCode(work, treeId, code))) return code
  }
  throw new Error('no free receipt code was found in fifty tries')
}

/** The submission of an assignment, locked until the transaction ends. */
export async function findSubmissionOf(
  work: Pick<Work, 'tx'>,
  assignmentId: string,
): Promise<Submission | null> {
  const [row] = await work.tx
    .select()
    .from(submissions)
    .where(eq(submissions.assignmentId, assignmentId))
    .for('update')
  return row ? asSubmission(row) : null
}

/** A submission by id, locked until the transaction ends. */
export async function findSubmission(work: Pick<Work, 'tx'>, id: string): Promise<Submission | null> {
  const [row] = await work.tx.select().from(submissions).where(eq(submissions.id, id)).for('update')
  return row ? asSubmission(row) : null
}

/** A submission by its receipt code (canonical spelling, `domain/receipt-code.ts`). */
export async function findSubmissionByCode(
  work: Pick<Work, 'tx'>,
  treeId: string,
  code: string,
): Promise<Submission | null> {
  const [row] = await work.tx
    .select()
    .from(submissions)
    .where(and(eq(submissions.treeId, treeId), eq(submissions.code, code)))
  return row ? asSubmission(row) : null
}

/** The submission to which a version belongs, locked. */
export async function findSubmissionByVersion(
  work: Pick<Work, 'tx'>,
  versionId: string,
): Promise<Submission | null> {
  const [row] = await work.tx
    .select({ submissionId: submissionVersions.submissionId })
    .from(submissionVersions)
    .where(eq(submissionVersions.id, versionId))
  return row ? findSubmission(work, row.submissionId) : null
}

/** The number of a version; null for an unknown one. */
export async function findVersionNumber(work: Pick<Work, 'tx'>, versionId: string): Promise<number | null> {
  const [row] = await work.tx
    .select({ number: submissionVersions.number })
    .from(submissionVersions)
    .where(eq(submissionVersions.id, versionId))
  return row?.number ?? null
}

/** The version that counts. */
export async function getCurrentVersion(
  work: Pick<Work, 'tx' | 'vault'>,
  submission: Pick<Submission, 'id' | 'currentNumber'>,
): Promise<SubmissionVersion> {
  const versions = await listVersions(work, submission.id)
  const current = versions.find((version) => version.number === submission.currentNumber)
  if (!current) throw new Error(`submission ${submission.id} lacks its current version`)
  return current
}

/** All versions, the newest first. */
export async function listVersions(
  work: Pick<Work, 'tx' | 'vault'>,
  submissionId: string,
): Promise<SubmissionVersion[]> {
  const rows = await work.tx
    .select()
    .from(submissionVersions)
    .where(eq(submissionVersions.submissionId, submissionId))
    .orderBy(desc(submissionVersions.number))
  return rows.map(({ answersSealed, ...row }) => ({
    ...row,
    answers: JSON.parse(work.vault.open(place(row.id), answersSealed)) as unknown,
  }))
}

function asSubmission(row: typeof submissions.$inferSelect): Submission {
  return { ...row, state: row.state as SubmissionState }
}
