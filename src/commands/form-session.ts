import type { FileReference } from '../channels/channel-adapter.ts'
import { shortId } from '../domain/short-id.ts'
import { decideRefiling } from '../domain/submission-state.ts'
import { readVerb } from '../domain/vietnamese-verbs.ts'
import {
  describeOutcome,
  type FormAnswers,
  type FormEvent,
  type Outcome,
  type Path,
  reopenForm,
  resumeForm,
  startForm,
  stepForm,
} from '../forms/index.ts'
import { saveAttachment } from '../store/attachments.ts'
import { type Draft, findLiveDraft, openDraft, saveDraft } from '../store/drafts.ts'
import type { OwedThing } from '../store/open-assignments.ts'
import { listPersonViews } from '../store/people.ts'
import { listReviews } from '../store/reviews.ts'
import { findSubmissionOf, getCurrentVersion, type Submission } from '../store/submissions.ts'
import { getReceivedAt } from '../store/updates.ts'
import { dayOf, formatDay } from '../time.ts'
import type { Turn } from './command.ts'
import { fileForm } from './file-form.ts'
import { formContextOf } from './form-context.ts'
import { formDialogOf, isRested, seenRevision, withAnswer, withPrompt } from './form-dialog.ts'
import { sayFrozen, sayGone, sayPenHeld } from './form-notices.ts'
import { newestFormOf } from './form-of-thing.ts'
import { findSession, isWrittenByAnother, type Session, sessionOf, stateOf } from './open-session.ts'
import { titleOf, wordsFor } from './thing-words.ts'

/** Starts the form of a thing, takes its draft up again, or opens what was filed for a new version. */
export async function beginForm(turn: Turn, thing: OwedThing, text?: string): Promise<void> {
  const person = turn.person!
  if (thing.right === 'none') {
    await turn.reply('form-session-not-yours')
    return
  }
  const live = await findLiveDraft(turn, thing.id)
  if (live) return continueDraft(turn, thing, live, text)
  const submission = await findSubmissionOf(turn, thing.id)
  if (submission) {
    const today = dayOf(turn.now, thing.unit.zone)
    const refiling = decideRefiling(submission.state, thing.dueOn, today)
    if (refiling.kind !== 'may-refile') return sayFrozen(turn, submission, refiling)
  }
  const form = await newestFormOf(turn, thing)
  const context = await formContextOf(turn, thing, form.definition, person, turn.locale)
  const stepped = submission
    ? reopenForm(form.definition, (await getCurrentVersion(turn, submission)).answers as FormAnswers, context)
    : startForm(form.definition, context)
  const draft = await openDraft(turn, {
    treeId: thing.treeId,
    assignmentId: thing.id,
    formVersionId: form.formVersionId,
    personId: thing.personId,
    unitId: thing.unit.id,
    penPersonId: person.id,
    state: stepped.state,
  })
  const session = { thing, draft, definition: form.definition, context }
  const before = await openingLines(turn, session, submission)
  if (text === undefined) return show(turn, session, stepped.outcome, { before })
  await step(turn, session, { kind: 'text', text }, { before })
}

/** Takes up a live draft where it was. Somebody else's pen is shown, not taken. */
async function continueDraft(turn: Turn, thing: OwedThing, draft: Draft, text?: string): Promise<void> {
  const person = turn.person!
  const isHeld = draft.personId === null && draft.penPersonId !== null && draft.penPersonId !== person.id
  if (isHeld && draft.status === 'open') return sayPenHeld(turn, thing, draft)
  const taken = isHeld ? await saveDraft(turn, draft, { penPersonId: person.id }) : draft
  const session = await sessionOf(turn, thing, taken!)
  if (text !== undefined) return step(turn, session, { kind: 'text', text })
  const { outcome } = resumeForm(session.definition, stateOf(session.draft), session.context)
  const submission = await findSubmissionOf(turn, thing.id)
  await show(turn, session, outcome, { before: await openingLines(turn, session, submission) })
}

/** Takes the pen of a shared draft: from now on this person's answers go into it. */
export async function takePen(turn: Turn, draftId: string): Promise<void> {
  const found = await findSession(turn, draftId)
  if (!found) return sayGone(turn)
  const draft = await saveDraft(turn, found.draft, { penPersonId: turn.person!.id, status: 'open' })
  const session = { ...found, draft: draft! }
  const { outcome } = resumeForm(session.definition, stateOf(session.draft), session.context)
  await show(turn, session, outcome)
}

/** A text, edited text, photo or file for the form that is open in this chat. */
export async function takeFormMessage(turn: Turn, text: string): Promise<void> {
  const { dialog, update } = turn
  const session = dialog?.draftId ? await findSession(turn, dialog.draftId) : null
  if (!session) return sayGone(turn)
  if (isWrittenByAnother(turn, session.draft)) return sayPenHeld(turn, session.thing, session.draft)
  const memory = formDialogOf(dialog!.state)
  const { body } = update
  if (body.kind === 'edited-text') {
    const paths = memory.answered.find(({ messageId }) => messageId === body.messageId)?.paths ?? []
    if (paths.length > 0) return step(turn, session, { kind: 'edited', paths, text: body.text })
    await turn.reply('form-session-edited-unknown')
    return
  }
  if (body.kind === 'photo' || body.kind === 'document') return takeFile(turn, session, body.file, text)
  const isAnswer = readVerb(text) === null && !/^\s*\d/.test(text)
  if (isAnswer && isRested(memory, turn.now)) {
    const { outcome } = resumeForm(session.definition, stateOf(session.draft), session.context)
    return show(turn, session, outcome, { before: wordsFor(turn)('form-session-rested') })
  }
  const receivedAt = await getReceivedAt(turn.tx, turn.updateId)
  await step(turn, session, { kind: 'text', text, seen: seenRevision(memory, receivedAt) })
}

/** A pressed choice of a prompt; acts only while it still means the same. */
export async function takeFormChoice(turn: Turn, draftId: string, choice: string): Promise<void> {
  const session = await findSession(turn, draftId)
  if (!session) return sayGone(turn)
  if (isWrittenByAnother(turn, session.draft)) return sayPenHeld(turn, session.thing, session.draft)
  await step(turn, session, { kind: 'choice', id: choice }, { inPlace: true })
}

async function takeFile(turn: Turn, session: Session, file: FileReference, caption: string): Promise<void> {
  const ref = turn.newId()
  const event = { kind: 'file' as const, ref, mime: file.mime ?? null, name: file.name ?? null }
  const author = turn.person!.id
  const stepped = stepForm(session.definition, stateOf(session.draft), { ...event, author }, session.context)
  if (stepped.recorded.length > 0) {
    const { treeId, id: assignmentId } = session.thing
    await saveAttachment(turn, { id: ref, treeId, assignmentId, botId: turn.chat.botId, file })
  }
  const draft = await saveDraft(turn, session.draft, { state: stepped.state })
  const next = { ...session, draft: draft! }
  if (caption.trim() && stepped.recorded.length > 0) return step(turn, next, { kind: 'text', text: caption })
  await show(turn, next, stepped.outcome)
}

/** One event: the draft moves on, and one message says where it is now. */
async function step(
  turn: Turn,
  session: Session,
  event: FormEvent,
  how: { before?: string | null; inPlace?: boolean } = {},
): Promise<void> {
  const author = turn.person!.id
  const stepped = stepForm(session.definition, stateOf(session.draft), { ...event, author }, session.context)
  const draft = await saveDraft(turn, session.draft, { state: stepped.state, penPersonId: author })
  const next = { ...session, draft: draft! }
  if (stepped.outcome.kind === 'confirmed') {
    const { thing, definition } = next
    return fileForm(turn, { thing, draft: next.draft, definition, answers: stepped.outcome.answers })
  }
  await show(turn, next, stepped.outcome, { ...how, recorded: stepped.recorded })
}

/** Says an outcome and remembers in this chat what it asked. */
async function show(
  turn: Turn,
  session: Session,
  outcome: Outcome,
  how: { before?: string | null; inPlace?: boolean; recorded?: Path[] } = {},
): Promise<void> {
  if (outcome.kind === 'nothing') return
  const t = wordsFor(turn)
  const names = await namesOfAuthors(turn, session.draft)
  const said = describeOutcome(outcome, t, (personId) => names.get(personId) ?? null)
  const text = how.before ? `${how.before}\n\n${said.text}` : said.text
  const { draft } = session
  if (outcome.kind === 'paused' || outcome.kind === 'cancelled') {
    if (outcome.kind === 'cancelled') await saveDraft(turn, draft, { status: 'cancelled' })
    await turn.setDialog(null)
    await turn.replyText(text)
    return
  }
  const { buttons } = turn.bots.can(turn.chat.botId)
  const rows = buttons ? [...said.choices, ...said.shortcuts] : said.choices
  const choices = rows.map((row) =>
    row.map(({ action, label }) => ({ action: `form:c:${shortId(draft.id)}:${action}`, label })),
  )
  const isHere = turn.dialog?.kind === 'form' && turn.dialog.draftId === draft.id
  const memory = formDialogOf(isHere ? turn.dialog!.state : null)
  const prompted = withAnswer(
    withPrompt(memory, {
      revision: stateOf(draft).revision,
      at: turn.machineNow.toISOString(),
      shownAt: turn.now.toISOString(),
    }),
    turn.update.messageId,
    how.recorded ?? [],
  )
  const remember = (promptId: string | null) =>
    turn.setDialog({ kind: 'form', draftId: draft.id, state: { ...prompted, promptId } })
  // Numbers of a form's choices never expire: it has to be open before they are shown.
  if (!isHere) await remember(null)
  const promptId = await turn.replyText(text, {
    choices,
    ...(how.inPlace && memory.promptId && { replace: memory.promptId }),
  })
  await remember(promptId ?? memory.promptId)
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

/** Authors are named where several people write one draft. */
async function namesOfAuthors(turn: Turn, draft: Draft): Promise<Map<string, string>> {
  const authors = new Set(Object.values(stateOf(draft).authors))
  if (draft.personId !== null || authors.size < 2) return new Map()
  const people = await listPersonViews(turn.tx, [...authors], dayOf(turn.now))
  return new Map(people.map((person) => [person.id, person.givenName]))
}
