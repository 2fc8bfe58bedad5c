import { decideReview, type ReviewDecision } from '../domain/decide-review.ts'
import { longId, shortId } from '../domain/short-id.ts'
import type { ReviewOutcome } from '../domain/submission-state.ts'
import { authorise } from '../store/authorise.ts'
import { listReceivers } from '../store/receivers.ts'
import { saveReview } from '../store/reviews.ts'
import { findSubmissionByVersion, findVersionNumber } from '../store/submissions.ts'
import type { Command, Turn } from './command.ts'
import { loadSubmission, type ShownSubmission } from './submission-words.ts'
import { tellAuthor } from './tell-author.ts'
import { reviewWords, titleOf, wordsFor } from './thing-words.ts'

/** A comment that is being asked for. */
interface CommentDialog {
  versionId: string
}

/** The receiver's two answers to a pledge or report: received, or a comment that sends it back. */
export const review: Command = {
  name: 'review',
  slash: 'gopy',
  words: ['gop y'],
  where: 'private',
  for: ['secretary', 'deputy', 'leader', 'office'],
  hidden: true,
  run: async (turn) => {
    await turn.reply('review-which')
  },
  actions: {
    received: async (turn, [version]) => {
      const versionId = longId(version ?? '')
      await leaveComment(turn, versionId)
      await answer(turn, versionId, 'received', null)
    },
    comment: async (turn, [version]) => askForComment(turn, longId(version ?? '')),
  },
  onText: async (turn, text, state) => {
    const { versionId } = state as CommentDialog
    await turn.setDialog(null)
    await answer(turn, versionId, 'commented', text.trim())
    return true
  },
}

async function askForComment(turn: Turn, versionId: string | null): Promise<void> {
  const found = await weigh(turn, versionId, 'commented')
  if (!found) return
  const t = wordsFor(turn)
  const state: CommentDialog = { versionId: found.shown.version.id }
  await turn.setDialog({ kind: 'review', state })
  await turn.reply('review-ask-comment', { title: titleOf(found.shown.thing, turn.locale, t) })
}

/** Whoever was asked for a comment and receives it after all is not asked any more. */
async function leaveComment(turn: Turn, versionId: string | null): Promise<void> {
  const { dialog } = turn
  if (dialog?.kind !== 'review' || (dialog.state as CommentDialog).versionId !== versionId) return
  await turn.setDialog(null)
}

async function answer(
  turn: Turn,
  versionId: string | null,
  outcome: ReviewOutcome,
  comment: string | null,
): Promise<void> {
  const found = await weigh(turn, versionId, outcome)
  if (!found) return
  const { shown, decision } = found
  const { submission, version, thing } = shown
  const saved = await saveReview(turn, {
    submissionId: submission.id,
    submissionVersionId: version.id,
    reviewerId: turn.person!.id,
    outcome,
    comment,
    state: decision.state,
  })
  const words = reviewWords(thing, turn.locale)
  await turn.reply(outcome === 'received' ? 'review-said-received' : 'review-said-commented', {
    word: words[outcome],
    code: submission.code,
  })
  await tellAuthor(turn, shown, saved)
}

type Weighed = { shown: ShownSubmission; decision: Extract<ReviewDecision, { kind: 'reviewed' }> }

/** Whether the answer counts; when it does not, says why. Asked again at every press and every comment. */
async function weigh(turn: Turn, versionId: string | null, outcome: ReviewOutcome): Promise<Weighed | null> {
  const person = turn.person
  const submission = versionId && person ? await findSubmissionByVersion(turn, versionId) : null
  const number = submission && versionId ? await findVersionNumber(turn, versionId) : null
  const shown = submission && person ? await loadSubmission(turn, person, submission) : null
  if (!shown || number === null || !person) {
    await turn.reply('review-gone')
    return null
  }
  const { thing } = shown
  const authors = [shown.version.filedBy, shown.version.enteredBy]
  const { receivers } = await listReceivers(turn, { ...thing, unitId: thing.unit.id }, authors)
  const said = { reviewerId: person.id, number, outcome }
  const mayReview = receivers.includes(person.id) || (await mayFromAbove(turn, shown, outcome))
  const decision = decideReview(submission!, mayReview ? [person.id] : [], said)
  const target = { unitId: thing.unit.id, ...(thing.personId && { personId: thing.personId }) }
  const details = { submission: submission!.id, version: number }
  if (decision.kind === 'reviewed' && (await authorise(turn, person, 'review', { ...target, details }))) {
    return { shown, decision }
  }
  const refused = decision.kind === 'reviewed' ? 'not-receiver' : decision.kind
  await turn.reply(
    `review-${refused}`,
    { code: submission!.code },
    refused === 'newer-version'
      ? {
          choices: [
            [{ action: `receipt:show:${submission!.code}`, label: turn.t(turn.locale, 'review-show-newer') }],
          ],
        }
      : {},
  )
  return null
}

/** The level above may send a unit's report back even where the programme asks nobody to receive it. */
async function mayFromAbove(
  turn: Turn,
  { thing, version }: ShownSubmission,
  outcome: ReviewOutcome,
): Promise<boolean> {
  const person = turn.person!
  if (thing.personId !== null || outcome !== 'commented') return false
  if (version.filedBy === person.id || thing.right !== 'none') return false
  return person.posts.some(
    ({ role, unitId }) => role !== 'member' && role !== 'contact' && unitId !== thing.unit.id,
  )
}

/** For a choice under a shown version. */
export function sendBackAction(versionId: string): string {
  return `review:comment:${shortId(versionId)}`
}
