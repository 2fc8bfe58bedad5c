import type { PersonView } from '../domain/person.ts'
import { shortId } from '../domain/short-id.ts'
import { foldVietnamese } from '../domain/vietnamese-fold.ts'
import { authorise, mayDo } from '../store/authorise.ts'
import { findGranted, saveConsent } from '../store/consents.ts'
import { findOwedThing, type OwedThing } from '../store/open-assignments.ts'
import { findPersonView } from '../store/people.ts'
import { openProxyEntry, type ProxyConsentMethod } from '../store/proxy-entries.ts'
import type { ConsentPurpose } from '../store/recipients.ts'
import { dayOf, formatDay } from '../time.ts'
import { readSettings } from '../store/settings.ts'
import type { Turn } from './command.ts'
import { consentTextVersion } from './consent-text.ts'
import { sayGone } from './form-notices.ts'
import { beginForm, PERSONAL } from './form-session.ts'
import { PROXY } from './read-back.ts'
import { titleOf, wordsFor } from './thing-words.ts'

const LONGEST_NAME = 120

/**
 * Asks how the member agreed that somebody types for them, with the words that are read to them. An agreement
 * that was written down before holds until it is taken back.
 */
export async function askConsent(turn: Turn, thing: OwedThing, member: PersonView): Promise<void> {
  const t = wordsFor(turn)
  if (!(await mayDo(turn, turn.person!, 'file-for-person', targetOf(thing)))) {
    await turn.reply('roster-not-yours')
    return
  }
  const granted = await missingConsents(turn, thing)
  if (granted.missing.length === 0 && granted.proxy) {
    const { method, at } = granted.proxy
    await turn.reply('proxy-agreed-before', {
      name: member.fullName,
      consent: t(`proxy-method-${method}`),
      on: formatDay(dayOf(at)),
    })
    return begin(turn, thing, granted.proxy.id)
  }
  await turn.setDialog({ kind: PROXY, state: { step: 'consent', assignmentId: thing.id } })
  const choices = (['paper', 'spoken'] as const).map((method) => [
    { action: `${PROXY}:${method}:${shortId(thing.id)}`, label: t(`proxy-choose-${method}`) },
  ])
  const text = [
    t('proxy-ask-consent'),
    t('proxy-for', { name: member.fullName, title: titleOf(thing, turn.locale, t) }),
    `“${t('proxy-terms')}”`,
    t('proxy-ask-how'),
  ]
  await turn.replyText(text.join('\n\n'), { choices })
}

/** On paper: at once. Spoken: who was there is asked first. */
export async function takeConsent(
  turn: Turn,
  assignmentId: string | null,
  method: ProxyConsentMethod,
): Promise<void> {
  const thing = await waitingThing(turn, assignmentId)
  if (!thing) return sayGone(turn)
  if (method === 'paper') return record(turn, thing, method)
  await turn.setDialog({ kind: PROXY, state: { step: 'witness', assignmentId: thing.id } })
  await turn.reply('proxy-ask-witness')
}

/** The witness is somebody else than the one who types and the one who agrees. */
export async function takeWitness(turn: Turn, assignmentId: string, text: string): Promise<void> {
  const thing = await waitingThing(turn, assignmentId)
  if (!thing?.personId) return sayGone(turn)
  const name = text.trim().replace(/\s+/g, ' ')
  const member = await findPersonView(turn.tx, thing.personId, dayOf(turn.now))
  const isName = /^\p{L}[\p{L}\p{M}.'’-]*(?: [\p{L}\p{M}.'’-]+)+$/u.test(name) && name.length <= LONGEST_NAME
  const isOther = [member, turn.person].every(
    (person) => !person || foldVietnamese(person.fullName) !== foldVietnamese(name),
  )
  if (!isName || !isOther) {
    await turn.reply(isName ? 'proxy-witness-same' : 'proxy-witness-unreadable')
    return
  }
  await record(turn, thing, 'spoken', name)
}

/** The thing that this conversation is about, as long as the person may still enter it. */
async function waitingThing(turn: Turn, assignmentId: string | null): Promise<OwedThing | null> {
  const { dialog, person } = turn
  const state = dialog?.kind === PROXY ? (dialog.state as { assignmentId?: string }) : {}
  if (!person || !assignmentId || state.assignmentId !== assignmentId) return null
  return findOwedThing(turn, person, assignmentId)
}

async function record(
  turn: Turn,
  thing: OwedThing,
  method: ProxyConsentMethod,
  witness?: string,
): Promise<void> {
  const personId = thing.personId!
  const settings = await readSettings(turn.tx)
  let consentId = ''
  for (const purpose of purposesOf(thing)) {
    const id = await saveConsent(turn, {
      treeId: thing.treeId,
      personId,
      purpose,
      decision: 'granted',
      textVersion: consentTextVersion(turn.t, turn.locale, purpose, settings),
      channel: null,
      botId: null,
      accountId: null,
      messageExternalId: null,
      method,
      recordedBy: turn.person!.id,
      ...(witness !== undefined && { witness }),
    })
    if (purpose === 'proxy') consentId = id
  }
  await begin(turn, thing, consentId)
}

async function begin(turn: Turn, thing: OwedThing, consentId: string): Promise<void> {
  const person = turn.person!
  const personId = thing.personId!
  const details = { assignment: thing.id, consent: consentId }
  await turn.setDialog(null)
  if (!(await authorise(turn, person, 'file-for-person', { ...targetOf(thing), details }))) {
    await turn.reply('roster-not-yours')
    return
  }
  await openProxyEntry(turn, {
    treeId: thing.treeId,
    assignmentId: thing.id,
    personId,
    unitId: thing.unit.id,
    enteredBy: person.id,
    consentId,
  })
  const entered = await findOwedThing(turn, person, thing.id)
  await (entered ? beginForm(turn, entered) : sayGone(turn))
}

function targetOf(thing: OwedThing) {
  return { unitId: thing.unit.id, personId: thing.personId! }
}

/** What the member has to agree to: that somebody types, and that one's own words are kept. */
function purposesOf(thing: OwedThing): ConsentPurpose[] {
  return PERSONAL.includes(thing.obligation.kind) ? ['proxy', 'pledges'] : ['proxy']
}

async function missingConsents(turn: Turn, thing: OwedThing) {
  const proxy = await findGranted(turn.tx, thing.personId!, 'proxy')
  const missing: ConsentPurpose[] = []
  for (const purpose of purposesOf(thing)) {
    if (!(await findGranted(turn.tx, thing.personId!, purpose))) missing.push(purpose)
  }
  return { proxy, missing }
}
