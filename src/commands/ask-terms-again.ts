import { findGranted } from '../store/consents.ts'
import { readSettings } from '../store/settings.ts'
import { askTerms, CONSENT, type ConsentState } from './ask-consent.ts'
import type { Command, Turn } from './command.ts'
import { consentTextVersion } from './consent-text.ts'

/** What must stay possible before the question is answered. */
const ALWAYS = [
  'join',
  'withdraw-consent',
  'my-data',
  'ask-copy',
  'ask-correction',
  'ask-deletion',
  'help',
  'language',
  'cancel',
  CONSENT,
]
const ASKED_IN_CHAT = /^(?:vi|en)-[0-9a-f]{12}$/

/**
 * True when the person agreed to other words than those of today (another controller, contact or retention):
 * they are shown the terms and asked, and the command waits for the answer. Nothing of theirs is lost and
 * nobody is asked in the middle of a form.
 */
export async function askTermsAgain(turn: Turn, command: Command, argument: string): Promise<boolean> {
  const { person, t } = turn
  if (!person || turn.chat.kind !== 'private' || ALWAYS.includes(command.name)) return false
  const agreed = await findGranted(turn.tx, person.id, 'messages')
  if (!agreed || agreed.method !== 'chat' || !ASKED_IN_CHAT.test(agreed.textVersion)) return false
  const settings = await readSettings(turn.tx)
  const current = (['vi', 'en'] as const).map((each) => consentTextVersion(t, each, 'messages', settings))
  if (current.includes(agreed.textVersion)) return false

  const before = turn.dialog && {
    kind: turn.dialog.kind,
    draftId: turn.dialog.draftId,
    state: turn.dialog.state,
  }
  const resume = `${command.name}:run:${argument}`
  await turn.setDialog({
    kind: CONSENT,
    state: { purpose: 'messages', resume, before } satisfies ConsentState,
  })
  await askTerms(turn)
  return true
}
