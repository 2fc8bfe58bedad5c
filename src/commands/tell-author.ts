import { shortId } from '../domain/short-id.ts'
import { listRecipients } from '../store/recipients.ts'
import type { Review } from '../store/reviews.ts'
import type { Turn } from './command.ts'
import type { ShownSubmission } from './submission-words.ts'
import { reviewWords, titleOf, wordsFor } from './thing-words.ts'

/** Tells who filed what the receiver said, and how to complete what was sent back. */
export async function tellAuthor(turn: Turn, shown: ShownSubmission, review: Review): Promise<void> {
  const { thing, version, submission } = shown
  const { code } = submission
  const about = [...new Set([thing.personId ?? version.filedBy, version.filedBy])]
  const targets = await listRecipients(turn.tx, thing.treeId, about)
  for (const [personId, to] of targets) {
    const t = wordsFor({ t: turn.t, locale: to.locale })
    const words = reviewWords(thing, to.locale)
    const isBack = review.outcome === 'commented'
    const lines = [
      t(isBack ? 'review-told-head-commented' : 'review-told-head-received', { code }),
      `${titleOf(thing, to.locale, t)}: ${words[review.outcome]} – ${turn.person!.fullName}`,
      isBack
        ? t('review-told-comment', { comment: review.comment ?? '' })
        : t('review-told-received', { code }),
      isBack ? t('review-told-next', { code }) : null,
    ]
    await turn.say({
      to,
      words: { text: lines.filter((line) => line !== null).join('\n\n') },
      ...(isBack && {
        choices: [[{ action: `form:open:${shortId(thing.id)}`, label: t('review-told-edit') }]],
      }),
      class: 'scheduled',
      topic: 'review',
      uniqueKey: `reviewed:${review.id}:${personId}`,
    })
  }
}
