import { asc, eq, inArray } from 'drizzle-orm'
import type { Tools } from '../commands/command.ts'
import type { ReviewOutcome, SubmissionState } from '../domain/submission-state.ts'
import { reviews, submissionVersions, submissions } from './schema/index.ts'

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

/** Keeps a receiver's answer and the state that follows from it (`decideReview`). */
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
  return { ...columns, id, comment, at: work.now }
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
