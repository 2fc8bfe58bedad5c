import { createHash } from 'node:crypto'
import type { ConsentPurpose } from '../store/recipients.ts'
import { type ConsentDecision, saveConsent } from '../store/consents.ts'
import { getBot } from '../store/bots.ts'
import { type DataSettings, readSettings } from '../store/settings.ts'
import type { Turn, Translate } from './command.ts'

/** The sentences that a person answers for each purpose. */
const TEXT_KEYS: Record<ConsentPurpose, string> = {
  messages: 'join-terms',
  pledges: 'consent-ask-pledges',
  photos: 'consent-ask-photos',
  exemplar: 'consent-ask-exemplar',
  proxy: 'proxy-terms',
}

/** What the terms say of who keeps the data, whom to ask and for how long. */
export function termsValues(t: Translate, locale: 'vi' | 'en', settings: DataSettings) {
  return {
    controller: settings.controller ?? t(locale, 'terms-no-controller'),
    contact: settings.contact ?? t(locale, 'terms-no-contact'),
    days: String(settings.retentionDays),
  }
}

/**
 * Names the exact words of a purpose: `vi-` and a digest of the sentence without anybody's name in it. Another
 * controller, contact or retention makes other words.
 */
export function consentTextVersion(
  t: Translate,
  locale: 'vi' | 'en',
  purpose: ConsentPurpose,
  settings: DataSettings,
): string {
  const words = t(locale, TEXT_KEYS[purpose], { given: '', unit: '', ...termsValues(t, locale, settings) })
  return `${locale}-${createHash('sha256').update(words).digest('hex').slice(0, 12)}`
}

/** Keeps what the person of this turn decided, with its proof. */
export async function keepDecision(
  turn: Turn,
  person: { id: string; treeId: string },
  purpose: ConsentPurpose,
  decision: ConsentDecision,
): Promise<void> {
  const bot = await getBot(turn.tx, turn.chat.botId)
  const settings = await readSettings(turn.tx)
  await saveConsent(turn, {
    treeId: person.treeId,
    personId: person.id,
    purpose,
    decision,
    textVersion: consentTextVersion(turn.t, turn.locale, purpose, settings),
    channel: bot.channel,
    botId: bot.id,
    accountId: turn.account?.id ?? null,
    messageExternalId: turn.update.messageId ?? null,
  })
}
