import { findConsent } from '../store/consents.ts'
import type { ConsentPurpose } from '../store/recipients.ts'
import { readSettings } from '../store/settings.ts'
import type { Command, Dialog, Turn } from './command.ts'
import { keepDecision, termsValues } from './consent-text.ts'
import { readYesOrNo } from './yes-or-no.ts'

type AskedPurpose = Exclude<ConsentPurpose, 'messages' | 'proxy'>

/** What an open question of consent waits for. `messages` is asked again when the terms have changed. */
export interface ConsentState {
  purpose: ConsentPurpose
  /** The choice that goes on after a yes. */
  resume: string
  /** What the person was in the middle of. */
  before: Pick<Dialog, 'kind' | 'draftId' | 'state'> | null
}

export const CONSENT = 'consent'

/**
 * True when the person of this turn said yes to the purpose. Otherwise the question is asked and the caller
 * stops: after a yes the action `resume` is run (as if its choice had been pressed), with the dialog that was
 * open before. Somebody who said no is not asked: they are told, and may change their mind by themselves.
 * `wasJustAsked`: the question stands already, for the photo before in the same album.
 */
export async function needConsent(
  turn: Turn,
  purpose: AskedPurpose,
  resume: string,
  { wasJustAsked = false } = {},
): Promise<boolean> {
  const person = turn.person
  if (!person) throw new Error('consent is asked of somebody who joined')
  const decision = await findConsent(turn.tx, person.id, purpose)
  if (decision === 'granted') return true
  const { dialog } = turn
  const before = dialog && { kind: dialog.kind, draftId: dialog.draftId, state: dialog.state }
  await turn.setDialog({ kind: CONSENT, state: { purpose, resume, before } satisfies ConsentState })
  if (!wasJustAsked) await askConsent(turn, purpose, decision !== null)
  return false
}

async function askConsent(turn: Turn, purpose: AskedPurpose, wasDeclined: boolean): Promise<void> {
  const word = (key: string) => turn.t(turn.locale, key)
  const yes = { action: `${CONSENT}:yes:${purpose}`, label: word('consent-yes') }
  const no = { action: `${CONSENT}:no:${purpose}`, label: word('consent-no') }
  if (wasDeclined) await turn.reply(`consent-declined-${purpose}`, {}, { choices: [[yes]] })
  else await turn.reply(`consent-ask-${purpose}`, {}, { choices: [[yes], [no]] })
}

/** Shows the terms of today, and asks whether they hold. */
export async function askTerms(turn: Turn): Promise<void> {
  const { locale, t } = turn
  await turn.reply('terms-changed', termsValues(t, locale, await readSettings(turn.tx)), {
    choices: [
      [{ action: `${CONSENT}:yes:messages`, label: t(locale, 'consent-yes') }],
      [{ action: `${CONSENT}:no:messages`, label: t(locale, 'consent-no') }],
    ],
  })
}

/**
 * Owns the answers. `runAction` presses a choice for the person, as the router would; `passText` gives a
 * text to the owner of the dialog that was open before: who just goes on with a form is let go on.
 */
export function createConsent(
  runAction: (turn: Turn, action: string) => Promise<void>,
  passText: (turn: Turn, text: string) => Promise<boolean>,
): Command {
  const answer = async (turn: Turn, purpose: string | undefined, isYes: boolean) => {
    const state = turn.dialog?.kind === CONSENT ? (turn.dialog.state as ConsentState) : null
    if (!state || state.purpose !== purpose || !turn.person) {
      await turn.reply('consent-outdated')
      return
    }
    if (state.purpose === 'messages' && !isYes) {
      // Not to go on receiving is to take everything back.
      await runAction(turn, 'withdraw-consent:run')
      return
    }
    await keepDecision(turn, turn.person, state.purpose, isYes ? 'granted' : 'refused')
    await turn.setDialog(state.before)
    if (isYes) await runAction(turn, state.resume)
    else await turn.reply(`consent-declined-${state.purpose}`)
  }
  return {
    name: CONSENT,
    slash: 'dongy',
    words: [],
    where: 'private',
    for: 'joined',
    hidden: true,
    run: async (turn) => {
      const state = turn.dialog?.kind === CONSENT ? (turn.dialog.state as ConsentState) : null
      await answer(turn, state?.purpose, true)
    },
    actions: {
      yes: (turn, [purpose]) => answer(turn, purpose, true),
      no: (turn, [purpose]) => answer(turn, purpose, false),
    },
    again: async (turn, state) => {
      const { purpose } = state as ConsentState
      if (purpose === 'messages') return askTerms(turn)
      // Never asked in chat.
      if (purpose === 'proxy') return
      const decision = await findConsent(turn.tx, turn.person!.id, purpose)
      await askConsent(turn, purpose, decision !== null)
    },
    onText: async (turn, text, state) => {
      const isYes = readYesOrNo(text)
      const { purpose, before } = state as ConsentState
      if (isYes !== null) {
        await answer(turn, purpose, isYes)
        return true
      }
      if (!before) return false
      await turn.setDialog(before)
      return passText(turn, text)
    },
  }
}
