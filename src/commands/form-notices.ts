import { shortId } from '../domain/short-id.ts'
import type { Refiling } from '../domain/submission-state.ts'
import type { Draft } from '../store/drafts.ts'
import type { OwedThing } from '../store/open-assignments.ts'
import { listPersonViews } from '../store/people.ts'
import type { Submission } from '../store/submissions.ts'
import { dayOf, formatDay } from '../time.ts'
import type { Turn } from './command.ts'
import { titleOf, wordsFor } from './thing-words.ts'

/** Somebody else is writing the unit's draft: who, and how to take over. */
export async function sayPenHeld(turn: Turn, thing: OwedThing, draft: Draft): Promise<void> {
  const t = wordsFor(turn)
  const [holder] = await listPersonViews(turn.tx, [draft.penPersonId!], dayOf(turn.now))
  await turn.reply(
    'form-session-pen-held',
    { title: titleOf(thing, turn.locale, t), holder: holder?.fullName ?? '' },
    { choices: [[{ action: `form:pen:${shortId(draft.id)}`, label: t('form-session-take-pen') }]] },
  )
}

/** Nothing to answer here any more: it was filed, cancelled or withdrawn meanwhile. */
export async function sayGone(turn: Turn): Promise<void> {
  if (turn.dialog?.kind === 'form') await turn.setDialog(null)
  await turn.reply('form-session-gone')
}

/** What was filed cannot be changed (any more), and how it can be looked at. */
export async function sayFrozen(
  turn: Turn,
  submission: Pick<Submission, 'code'>,
  refiling: Exclude<Refiling, { kind: 'may-refile' }>,
): Promise<void> {
  const { code } = submission
  if (refiling.kind === 'was-received') await turn.reply('form-session-was-received', { code })
  else await turn.reply('form-session-deadline-passed', { code, due: formatDay(refiling.dueOn) })
}

/** The office closed the round: what to do instead. */
export async function sayClosed(turn: Turn, thing: OwedThing): Promise<void> {
  await turn.reply('round-closed-form', { title: titleOf(thing, turn.locale, wordsFor(turn)) })
}
