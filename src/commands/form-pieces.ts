import { stepForm } from '../forms/index.ts'
import { takeDueWait } from '../store/awaited-pieces.ts'
import { saveDraft } from '../store/drafts.ts'
import type { Turn } from './command.ts'
import { showOutcome } from './form-step.ts'
import { findSession, isWrittenByAnother, stateOf } from './open-session.ts'

/** Nothing more came: the text is whole, and the next question is asked where the last piece was sent. */
export async function joinPieces(turn: Turn, draftId: string): Promise<void> {
  const session = await findSession(turn, draftId)
  if (!(await takeDueWait(turn.tx, draftId, turn.machineNow)) || !session) return
  // Somebody else writes now, and sees what was kept when they open the question.
  if (isWrittenByAnother(turn, session.draft)) return
  const event = { kind: 'pieces-due' } as const
  const stepped = stepForm(session.definition, stateOf(session.draft), event, session.context)
  if (stepped.outcome.kind === 'nothing') return
  const draft = await saveDraft(turn, session.draft, { state: stepped.state })
  const isHere = turn.dialog?.kind === 'form' && turn.dialog.draftId === draftId
  // Who has gone on to something else is not called back: the draft shows its next question when it is opened.
  if (isHere) await showOutcome(turn, { ...session, draft: draft! }, stepped.outcome)
}
