import { shortId } from '../domain/short-id.ts'
import { listRecipients } from '../store/recipients.ts'
import type { Review } from '../store/reviews.ts'
import { authorOf } from './ask-receivers.ts'
import type { Turn } from './command.ts'
import type { ShownSubmission } from './submission-words.ts'
import { reviewWords, titleOf, wordsFor } from './thing-words.ts'

/** Tells who filed what the receiver said, and how to complete what was sent back. */
export async function tellAuthor(turn: Turn, shown: ShownSubmission, review: Review): Promise<void> {
  const { thing, version, submission } = shown
  const { code } = submission
  const about = [...new Set([thing.personId ?? version.filedBy, version.filedBy])]
  const reached = await listRecipients(turn.tx, thing.treeId, about)
  // Whoever has no telephone hears it from the one who typed it for them.
  const isProxy = reached.size === 0 && version.enteredBy !== version.filedBy
  const targets = isProxy ? await listRecipients(turn.tx, thing.treeId, [version.enteredBy]) : reached
  const author = isProxy ? await authorOf(turn, thing) : ''
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
      isProxy ? t('proxy-told', { author }) : isBack ? t('review-told-next', { code }) : null,
    ]
    await turn.say({
      to,
      words: { text: lines.filter((line) => line !== null).join('\n\n') },
      ...(isBack && {
        choices: [
          [
            {
              action: `${isProxy ? 'proxy:thing' : 'form:open'}:${shortId(thing.id)}`,
              label: t('review-told-edit'),
            },
          ],
        ],
      }),
      class: 'scheduled',
      topic: 'review',
      uniqueKey: `reviewed:${review.id}:${personId}`,
    })
  }
}
