import type { FileReference } from '../channels/channel-adapter.ts'
import { shortId } from '../domain/short-id.ts'
import { type FormEvent, stepForm } from '../forms/index.ts'
import { saveAttachment } from '../store/attachments.ts'
import { findConsent } from '../store/consents.ts'
import { saveDraft } from '../store/drafts.ts'
import { needConsent } from './ask-consent.ts'
import type { Turn } from './command.ts'
import { type FormDialog, formDialogOf } from './form-dialog.ts'
import { sayGone } from './form-notices.ts'
import { showOutcome, takeStep } from './form-step.ts'
import { findSession, type Session, stateOf } from './open-session.ts'

/** The photo that had waited for consent, which was just given. */
export async function takeWaitingFile(turn: Turn, draftId: string): Promise<void> {
  const session = await findSession(turn, draftId)
  const { waiting } = formDialogOf(turn.dialog?.kind === 'form' ? turn.dialog.state : null)
  if (!session || !waiting) return sayGone(turn)
  await takeFile(turn, session, waiting.file, waiting.caption)
}

/** A photo or file is remembered at once and fetched later; photos need their sender's consent. */
export async function takeFile(
  turn: Turn,
  session: Session,
  file: FileReference,
  caption: string,
): Promise<void> {
  const ref = turn.newId()
  const person = turn.person!
  const event: FormEvent = {
    kind: 'file',
    ref,
    mime: file.mime ?? null,
    name: file.name ?? null,
    author: person.id,
  }
  const stepped = stepForm(session.definition, stateOf(session.draft), event, session.context)
  const isTaken = stepped.recorded.length > 0
  if (isTaken && (await findConsent(turn.tx, person.id, 'photos')) !== 'granted') {
    const state: FormDialog = { ...formDialogOf(turn.dialog?.state), waiting: { file, caption } }
    await turn.setDialog({ kind: 'form', draftId: session.draft.id, state })
    await needConsent(turn, 'photos', `form:file:${shortId(session.draft.id)}`)
    return
  }
  if (isTaken) {
    const { treeId, id: assignmentId } = session.thing
    await saveAttachment(turn, { id: ref, treeId, assignmentId, botId: turn.chat.botId, file })
  }
  const draft = await saveDraft(turn, session.draft, { state: stepped.state })
  const next = { ...session, draft: draft! }
  if (caption.trim() && isTaken) return takeStep(turn, next, { kind: 'text', text: caption })
  await showOutcome(turn, next, stepped.outcome)
}
