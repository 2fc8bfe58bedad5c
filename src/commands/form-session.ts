import { mayAnswerInGroup } from '../domain/answers-in-group.ts'
import type { Obligation } from '../domain/obligation.ts'
import { shortId } from '../domain/short-id.ts'
import { decideRefiling } from '../domain/submission-state.ts'
import { narrow } from '../domain/vietnamese-text.ts'
import { readVerb } from '../domain/vietnamese-verbs.ts'
import { type FormAnswers, reopenForm, resumeForm, startForm } from '../forms/index.ts'
import { type Draft, findLiveDraft, openDraft, saveDraft } from '../store/drafts.ts'
import type { OwedThing } from '../store/open-assignments.ts'
import { closeProxyEntry } from '../store/proxy-entries.ts'
import { listReviews } from '../store/reviews.ts'
import { findSubmissionOf, getCurrentVersion, type Submission } from '../store/submissions.ts'
import { dayOf, formatDay } from '../time.ts'
import { needConsent } from './ask-consent.ts'
import type { Turn } from './command.ts'
import { formContextOf } from './form-context.ts'
import { formDialogOf, isRested, seenRevision } from './form-dialog.ts'
import { takeFile } from './form-file.ts'
import { sayClosed, sayFrozen, sayGone, sayPenHeld } from './form-notices.ts'
import { newestFormOf } from './form-of-thing.ts'
import { formToRefile, onNewestForm } from './newest-form.ts'
import { choiceOfButton, showOutcome, takeStep } from './form-step.ts'
import { inPrivate } from './in-private.ts'
import {
  findSession,
  formOwnerOf,
  isWrittenByAnother,
  type Session,
  sessionOf,
  stateOf,
  withoutNeededPhotos,
} from './open-session.ts'
import { sayInPrivate } from './say-in-private.ts'
import { titleOf, wordsFor } from './thing-words.ts'

/** A bare number or `1=…` is meant for a form however long ago it asked; a sentence may begin with a digit too. */
const SURELY_AN_ANSWER = /^\d+(?:[.,]\d+)*\.?$|^\d+(?:\.\d+){0,2} ?=/

/** What holds a person's own words about themselves: kept only with their consent. */
export const PERSONAL: readonly Obligation['kind'][] = ['pledge', 'evaluation']

/** Starts the form of a thing, takes its draft up again, or opens what was filed for a new version. */
export async function beginForm(turn: Turn, thing: OwedThing, text?: string): Promise<void> {
  const person = turn.person!
  if (thing.right === 'none') {
    await turn.reply('form-session-not-yours')
    return
  }
  if (thing.isClosed) return sayClosed(turn, thing)
  // Whoever enters for somebody has written down that one's own consent before.
  const isPersonal = thing.personId === person.id && PERSONAL.includes(thing.obligation.kind)
  if (isPersonal && !(await needConsent(turn, 'pledges', `form:open:${shortId(thing.id)}`))) return
  if (thing.personId === person.id) await closeProxyEntry(turn, thing.id)
  const live = await findLiveDraft(turn, thing.id)
  if (live) return continueDraft(turn, thing, live, text)
  const submission = await findSubmissionOf(turn, thing.id)
  if (submission) {
    const today = dayOf(turn.now, thing.unit.zone)
    const refiling = decideRefiling(submission.state, thing.dueOn, today)
    if (refiling.kind !== 'may-refile') return sayFrozen(turn, submission, refiling)
  }
  const filed = submission ? await getCurrentVersion(turn, submission) : null
  const form = filed
    ? await formToRefile(turn, thing, filed)
    : { ...(await newestFormOf(turn, thing)), said: null }
  const definition = await withoutNeededPhotos(turn, form.definition)
  const context = await formContextOf(turn, thing, definition, await formOwnerOf(turn, thing), turn.locale)
  const stepped = filed
    ? reopenForm(definition, filed.answers as FormAnswers, context)
    : startForm(definition, context)
  const draft = await openDraft(turn, {
    treeId: thing.treeId,
    assignmentId: thing.id,
    formVersionId: form.formVersionId,
    personId: thing.personId,
    unitId: thing.unit.id,
    penPersonId: person.id,
    state: stepped.state,
  })
  const session = { thing, draft, definition, context }
  const before = joined(await openingLines(turn, session, submission), form.said)
  if (text === undefined) return showOutcome(turn, session, stepped.outcome, { before })
  await takeStep(turn, session, { kind: 'text', text }, { before })
}

/** Takes up a live draft where it was. Somebody else's pen is shown, not taken. */
async function continueDraft(turn: Turn, thing: OwedThing, draft: Draft, text?: string): Promise<void> {
  const person = turn.person!
  const isHeld = draft.personId === null && draft.penPersonId !== null && draft.penPersonId !== person.id
  if (isHeld && draft.status === 'open') return sayPenHeld(turn, thing, draft)
  const taken = isHeld ? await saveDraft(turn, draft, { penPersonId: person.id }) : draft
  // A text that came along answers what the person saw last.
  if (text !== undefined) return takeStep(turn, await sessionOf(turn, thing, taken!), { kind: 'text', text })
  const { session, said } = await resumedSession(turn, thing, taken!)
  const { outcome } = resumeForm(session.definition, stateOf(session.draft), session.context)
  const submission = await findSubmissionOf(turn, thing.id)
  const before = joined(await openingLines(turn, session, submission), said)
  await showOutcome(turn, session, outcome, { before })
}

/** Takes the pen of a shared draft: from now on this person's answers go into it. */
export async function takePen(turn: Turn, draftId: string): Promise<void> {
  const found = await findSession(turn, draftId)
  if (!found) return sayGone(turn)
  const draft = await saveDraft(turn, found.draft, { penPersonId: turn.person!.id })
  const { session, said } = await resumedSession(turn, found.thing, draft!)
  const { outcome } = resumeForm(session.definition, stateOf(session.draft), session.context)
  await showOutcome(turn, session, outcome, { before: said })
}

/** A draft that is taken up again, on the newest version of its form where that loses nothing. */
async function resumedSession(
  turn: Turn,
  thing: OwedThing,
  before: Draft,
): Promise<{ session: Session; said: string | null }> {
  const { draft, said } = await onNewestForm(turn, thing, before)
  return { session: await sessionOf(turn, thing, draft), said }
}

function joined(...parts: (string | null)[]): string {
  return parts.filter((part) => part !== null).join('\n\n')
}

/** A text, edited text, photo or file for the form that is open in this chat. */
export async function takeFormMessage(turn: Turn, text: string): Promise<void> {
  const { dialog, update } = turn
  const session = dialog?.draftId ? await findSession(turn, dialog.draftId) : null
  if (!session) return sayGone(turn)
  if (turn.chat.kind === 'group' && !isOpenHere(turn, session)) return leaveGroup(turn)
  if (isWrittenByAnother(turn, session.draft)) return sayPenHeld(turn, session.thing, session.draft)
  const memory = formDialogOf(dialog!.state)
  const { body } = update
  if (body.kind === 'edited-text') {
    const paths = memory.answered.find(({ messageId }) => messageId === body.messageId)?.paths ?? []
    if (paths.length > 0) return takeStep(turn, session, { kind: 'edited', paths, text: body.text })
    await turn.reply('form-session-edited-unknown')
    return
  }
  if (body.kind === 'photo' || body.kind === 'document') {
    const album = body.kind === 'photo' ? body.albumId : undefined
    return takeFile(turn, session, { file: body.file, caption: text, ...(album !== undefined && { album }) })
  }
  const isAnswer = readVerb(text) === null && !SURELY_AN_ANSWER.test(narrow(text))
  if (isAnswer && isRested(memory, turn.now, turn.receivedAt)) {
    const resumed = await resumedSession(turn, session.thing, session.draft)
    const { definition, draft, context } = resumed.session
    const { outcome } = resumeForm(definition, stateOf(draft), context)
    const before = joined(wordsFor(turn)('form-session-rested'), resumed.said)
    return showOutcome(turn, resumed.session, outcome, { before })
  }
  await takeStep(turn, session, { kind: 'text', text, seen: seenRevision(memory, turn.receivedAt) })
}

/** A pressed choice of a prompt; acts only while it still means the same. */
export async function takeFormChoice(turn: Turn, draftId: string, choice: string): Promise<void> {
  const session = await findSession(turn, draftId)
  const isGroup = turn.chat.kind === 'group'
  // Under somebody else's question in a group: nobody but the one who pressed hears of it.
  if (isGroup && (!session || !isOpenHere(turn, session)))
    return void (await (await inPrivate(turn))?.reply('here-not-yours'))
  if (!session) return sayGone(turn)
  if (isWrittenByAnother(turn, session.draft)) return sayPenHeld(turn, session.thing, session.draft)
  const id = choiceOfButton(choice, stateOf(session.draft))
  await takeStep(turn, session, { kind: 'choice', id }, { inPlace: true })
}

/** In front of a group people write what is their own and open to the group; the programme may have changed. */
function isOpenHere(turn: Turn, { thing, definition }: Session): boolean {
  return thing.personId === turn.person?.id && mayAnswerInGroup(thing.obligation, definition)
}

async function leaveGroup(turn: Turn): Promise<void> {
  await turn.setDialog(null)
  await sayInPrivate(turn, 'tiep')
}

/** What is being opened: by when, its title, what the receiver wants changed, and that another form is kept. */
async function openingLines(
  turn: Turn,
  { thing, draft }: Session,
  submission: Pick<Submission, 'id' | 'state'> | null,
): Promise<string> {
  const t = wordsFor(turn)
  const { dialog } = turn
  const isOther = dialog?.kind === 'form' && dialog.draftId !== null && dialog.draftId !== draft.id
  const comment =
    submission?.state === 'commented' ? (await listReviews(turn, submission.id)).at(-1)?.comment : null
  const due = thing.dueOn
    ? t('form-session-opened', { due: formatDay(thing.dueOn) })
    : t('form-session-opened-undated')
  return [
    due,
    titleOf(thing, turn.locale, t),
    comment ? t('form-session-comment', { comment }) : null,
    isOther ? t('form-session-parked') : null,
  ]
    .filter((line) => line !== null)
    .join('\n')
}
