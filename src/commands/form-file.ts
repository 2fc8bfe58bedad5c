import { shortId } from '../domain/short-id.ts'
import { type FormEvent, stepForm, type Stepped } from '../forms/index.ts'
import { saveAttachment } from '../store/attachments.ts'
import { findConsent } from '../store/consents.ts'
import { saveDraft } from '../store/drafts.ts'
import { needConsent } from './ask-consent.ts'
import type { Turn } from './command.ts'
import { type FormDialog, formDialogOf, wasJustPrompted, type WaitingFile } from './form-dialog.ts'
import { sayGone } from './form-notices.ts'
import { showOutcome, takeStep } from './form-step.ts'
import { keepWait } from './form-waits.ts'
import { findSession, type Session, stateOf } from './open-session.ts'

/** The photos that had waited for consent, which was just given: taken in their order, and answered together. */
export async function takeWaitingFile(turn: Turn, draftId: string): Promise<void> {
  const session = await findSession(turn, draftId)
  const { waiting } = formDialogOf(turn.dialog?.kind === 'form' ? turn.dialog.state : null)
  const last = waiting.at(-1)
  if (!session || !last) return sayGone(turn)
  let at = session
  for (const file of waiting.slice(0, -1)) at = (await keepFile(turn, at, file)).session
  await takeFile(turn, at, last)
}

/** A photo or file is remembered at once and fetched later; photos need their sender's consent. */
export async function takeFile(turn: Turn, session: Session, sent: WaitingFile): Promise<void> {
  const isTaken = stepOf(turn, session, sent, turn.newId()).recorded.length > 0
  if (isTaken && (await findConsent(turn.tx, turn.person!.id, 'photos')) !== 'granted')
    return waitForConsent(turn, session, sent)
  const asked = stateOf(session.draft).asked
  const { session: next, stepped } = await keepFile(turn, session, sent)
  // Words under a photo answer what was asked, where the photo itself did not answer it: never the question after.
  const isStillAsked =
    stepped.state.asked.length > 0 && stepped.state.asked.every((path) => asked.includes(path))
  if (sent.caption.trim() && isTaken && isStillAsked)
    return takeStep(turn, next, { kind: 'text', text: sent.caption })
  // Several photos sent in one go, where the platform knows no albums: the answer to the first is enough.
  const { outcome } = stepped
  const isOneMore = outcome.kind === 'file-kept' && outcome.count > 1
  if (isOneMore && wasJustPrompted(formDialogOf(turn.dialog?.state), turn.receivedAt)) return
  await showOutcome(turn, next, outcome, { recorded: stepped.recorded })
}

/** The photo as an answer and as an attachment, if a question takes it. */
async function keepFile(
  turn: Turn,
  session: Session,
  sent: WaitingFile,
): Promise<{ session: Session; stepped: Stepped }> {
  const ref = turn.newId()
  const stepped = stepOf(turn, session, sent, ref)
  const isTaken = stepped.recorded.length > 0
  const { treeId, id: assignmentId } = session.thing
  if (isTaken)
    await saveAttachment(turn, { id: ref, treeId, assignmentId, botId: turn.chat.botId, file: sent.file })
  const draft = await saveDraft(turn, session.draft, {
    state: stepped.state,
    ...(isTaken && { penPersonId: turn.person!.id }),
  })
  await keepWait(turn, session.draft, draft!)
  return { session: { ...session, draft: draft! }, stepped }
}

function stepOf(turn: Turn, session: Session, { file, album }: WaitingFile, ref: string): Stepped {
  const event: FormEvent = {
    kind: 'file',
    ref,
    mime: file.mime ?? null,
    name: file.name ?? null,
    author: turn.person!.id,
    ...(album !== undefined && { album }),
  }
  return stepForm(session.definition, stateOf(session.draft), event, session.context)
}

/** It is asked once for an album; the rest of it waits with its first photo. */
async function waitForConsent(turn: Turn, session: Session, sent: WaitingFile): Promise<void> {
  const dialog = formDialogOf(turn.dialog?.state)
  const state: FormDialog = { ...dialog, waiting: [...dialog.waiting, sent] }
  await turn.setDialog({ kind: 'form', draftId: session.draft.id, state })
  const wasJustAsked = sent.album !== undefined && dialog.waiting.at(-1)?.album === sent.album
  await needConsent(turn, 'photos', `form:file:${shortId(session.draft.id)}`, { wasJustAsked })
}
