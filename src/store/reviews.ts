import { and, asc, eq, inArray } from 'drizzle-orm'
import type { Tools } from '../commands/command.ts'
import type { ReviewOutcome, SubmissionState } from '../domain/submission-state.ts'
import {
  assignmentChanges,
  assignments,
  people,
  reviews,
  submissionVersions,
  submissions,
} from './schema/index.ts'

type Work = Pick<Tools, 'tx' | 'vault' | 'now' | 'newId'>

/** What a receiver said about one version. */
export interface Review {
  id: string
  submissionVersionId: string
  reviewerId: string
  outcome: ReviewOutcome
  comment: string | null
  at: Date
}

const place = (id: string) => `reviews.comment_sealed:${id}`

/**
 * Keeps a receiver's answer and the state that follows from it (`decideReview`). What is sent back is owed
 * again until it is filed anew; it keeps the instant at which it was filed first, so it still counts as filed.
 */
export async function saveReview(
  work: Work,
  review: {
    submissionId: string
    submissionVersionId: string
    reviewerId: string
    outcome: ReviewOutcome
    comment: string | null
    state: SubmissionState
  },
): Promise<Review> {
  const { submissionId, state, comment, ...columns } = review
  const id = work.newId()
  await work.tx.insert(reviews).values({
    ...columns,
    id,
    commentSealed: comment === null ? null : work.vault.seal(place(id), comment),
    at: work.now,
  })
  await work.tx.update(submissions).set({ state }).where(eq(submissions.id, submissionId))
  if (review.outcome === 'commented') await reopenAssignment(work, submissionId, review.reviewerId)
  return { ...columns, id, comment, at: work.now }
}

async function reopenAssignment(work: Work, submissionId: string, reviewerId: string): Promise<void> {
  const { tx, now } = work
  const answered = tx
    .select({ id: submissions.assignmentId })
    .from(submissions)
    .where(eq(submissions.id, submissionId))
  const [reopened] = await tx
    .update(assignments)
    .set({ state: 'open' })
    .where(and(inArray(assignments.id, answered), eq(assignments.state, 'done')))
    .returning({ id: assignments.id })
  if (!reopened) return
  const [reviewer] = await tx.select({ code: people.code }).from(people).where(eq(people.id, reviewerId))
  await tx.insert(assignmentChanges).values({
    id: work.newId(),
    assignmentId: reopened.id,
    kind: 'reopened',
    by: reviewer?.code ?? 'programme',
    at: now,
  })
}

/** Everything said about a submission, over all its versions, the oldest first. */
export async function listReviews(work: Pick<Work, 'tx' | 'vault'>, submissionId: string): Promise<Review[]> {
  const versions = work.tx
    .select({ id: submissionVersions.id })
    .from(submissionVersions)
    .where(eq(submissionVersions.submissionId, submissionId))
  const rows = await work.tx
    .select()
    .from(reviews)
    .where(inArray(reviews.submissionVersionId, versions))
    .orderBy(asc(reviews.at), asc(reviews.id))
  return rows.map(({ commentSealed, outcome, ...row }) => ({
    ...row,
    outcome: outcome as ReviewOutcome,
    comment: commentSealed === null ? null : work.vault.open(place(row.id), commentSealed),
  }))
}
