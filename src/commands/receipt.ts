import type { Choice } from '../channels/channel-adapter.ts'
import { findReceiptCode } from '../domain/receipt-code.ts'
import { shortId } from '../domain/short-id.ts'
import { decideRefiling } from '../domain/submission-state.ts'
import { listAttachments } from '../store/attachments.ts'
import { mayDo } from '../store/authorise.ts'
import { listEntriesToConfirm } from '../store/proxy-entries.ts'
import { listReceivers } from '../store/receivers.ts'
import { listReviews } from '../store/reviews.ts'
import { findSubmissionByCode } from '../store/submissions.ts'
import { dayOf, formatDay, wallTime } from '../time.ts'
import { authorOf, reviewChoices } from './ask-receivers.ts'
import type { Command, Turn } from './command.ts'
import { proxyLines } from './proxy-mark.ts'
import { sendBackAction } from './review.ts'
import { loadSubmission, maySee, type ShownSubmission, submissionLines } from './submission-words.ts'
import { reviewWords, titleOf, wordsFor } from './thing-words.ts'

/** `xem BC-7K2M`: what was filed under a receipt code, how it stands, and what can be done with it. */
export const receipt: Command = {
  name: 'receipt',
  slash: 'xem',
  words: ['xem', 'xem lai'],
  where: 'private',
  for: 'joined',
  takesText: true,
  hidden: true,
  run: (turn, argument) => showByCode(turn, argument),
  actions: { show: (turn, [code]) => showByCode(turn, code ?? '') },
}

async function showByCode(turn: Turn, typed: string): Promise<void> {
  const person = turn.person
  const code = findReceiptCode(typed)
  if (!person || !code) {
    await turn.reply('receipt-how-to')
    return
  }
  const submission = await findSubmissionByCode(turn, person.treeId, code)
  const shown = submission && (await loadSubmission(turn, person, submission))
  // Whoever may not see it learns no more than that of a code that does not exist.
  if (!shown || !(await maySee(turn, person, shown))) {
    await turn.reply('receipt-unknown', { code })
    return
  }
  const text = [
    ...(await headLines(turn, shown)),
    '',
    await submissionLines(turn, person, turn.locale, shown),
  ]
  const said = await reviewLines(turn, shown)
  const choices = await choicesFor(turn, shown)
  await turn.replyText([...text, ...(said.length > 0 ? ['', ...said] : [])].join('\n'), { choices })
}

async function headLines(turn: Turn, shown: ShownSubmission): Promise<string[]> {
  const { submission, version, thing } = shown
  const t = wordsFor(turn)
  const at = wallTime(version.filedAt, thing.unit.zone)
  const files = (await listAttachments(turn, thing.id)).length
  return [
    t('receipt-head', { code: submission.code }),
    titleOf(thing, turn.locale, t),
    t('receipt-author', { author: await authorOf(turn, thing) }),
    t('receipt-filed-at', {
      time: `${String(at.hour).padStart(2, '0')}:${String(at.minute).padStart(2, '0')}`,
      day: formatDay(at.day),
      version: version.number,
    }),
    ...(await proxyLines(turn, version, thing.unit.zone)),
    t(`receipt-state-${submission.state}`, { word: reviewWords(thing, turn.locale).received }),
    ...(files > 0 ? [t('receipt-files', { count: files })] : []),
  ]
}

async function reviewLines(turn: Turn, { submission, thing }: ShownSubmission): Promise<string[]> {
  const t = wordsFor(turn)
  const comments = (await listReviews(turn, submission.id)).filter(({ comment }) => comment !== null)
  return comments.map(({ at, comment }) =>
    t('receipt-comment', { day: formatDay(dayOf(at, thing.unit.zone)), comment: comment ?? '' }),
  )
}

/** What this reader can do with it: change it, receive it, send it back. */
async function choicesFor(turn: Turn, shown: ShownSubmission): Promise<Choice[][]> {
  const { submission, version, thing } = shown
  const t = wordsFor(turn)
  const today = dayOf(turn.now, thing.unit.zone)
  const isMine = thing.right !== 'none'
  if (isMine) {
    const mayRefile = decideRefiling(submission.state, thing.dueOn, today).kind === 'may-refile'
    const unanswered = await listEntriesToConfirm(turn.tx, turn.person!.id, 'unanswered')
    const entry = unanswered.find(({ submissionVersionId }) => submissionVersionId === version.id)
    return [
      ...(entry ? [[{ action: `proxy:right:${shortId(entry.id)}`, label: t('proxy-right') }]] : []),
      ...(mayRefile ? [[{ action: `form:open:${shortId(thing.id)}`, label: t('receipt-edit') }]] : []),
    ]
  }
  const authors = [version.filedBy, version.enteredBy]
  const { receivers } = await listReceivers(turn, { ...thing, unitId: thing.unit.id }, authors)
  if (receivers.includes(turn.person!.id) && submission.state === 'filed') {
    return reviewChoices(thing, version.id, turn.locale)
  }
  const target = { unitId: thing.unit.id, ...(thing.personId && { personId: thing.personId }) }
  const mayReturn =
    submission.state !== 'commented' &&
    (thing.personId === null || receivers.includes(turn.person!.id)) &&
    (await mayDo(turn, turn.person!, 'review', target))
  const { commented } = reviewWords(thing, turn.locale)
  return mayReturn ? [[{ action: sendBackAction(version.id), label: commented }]] : []
}
