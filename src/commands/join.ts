import { longId, shortId } from '../domain/short-id.ts'
import { findConsent } from '../store/consents.ts'
import { findInvite, type Invite, spendInvite } from '../store/invites.ts'
import { linkAccount, listAccountsOf } from '../store/accounts.ts'
import { lockPerson } from '../store/lock-person.ts'
import { findPersonView } from '../store/people.ts'
import { readSettings } from '../store/settings.ts'
import { findUnit } from '../store/units.ts'
import { dayOf } from '../time.ts'
import type { Command, Turn } from './command.ts'
import { bindGroupByCode } from './bind-group.ts'
import { keepDecision, termsValues } from './consent-text.ts'
import { enterCode } from './enter-code.ts'
import { channelName, tellMovedAccount, tellSecretaries } from './tell-joined.ts'
import { readYesOrNo } from './yes-or-no.ts'

const JOIN = 'join'

/** What joining waits for: an invitation, or the person's own wish to come back. */
interface JoinState {
  inviteId: string | null
}

/**
 * `/start CODE`, a typed code, `/thamgia`. Before consent only the given name and the unit are shown.
 * `afterJoin` says what is owed next and shows the menu.
 */
export function createJoin(afterJoin: (turn: Turn) => Promise<void>): Command {
  const answer = async (turn: Turn, invite: string | undefined, isYes: boolean) => {
    const state = turn.dialog?.kind === JOIN ? (turn.dialog.state as JoinState) : null
    const asked = invite === undefined || invite === '' ? null : longId(invite)
    if (!state || state.inviteId !== asked) {
      await turn.reply('join-outdated')
      return
    }
    if (state.inviteId === null) await comeBack(turn, isYes, afterJoin)
    else if (isYes) await accept(turn, state.inviteId, afterJoin)
    else await decline(turn, state.inviteId)
  }
  return {
    name: JOIN,
    slash: 'start',
    aliases: ['thamgia', 'join'],
    words: ['tham gia', 'ma moi'],
    where: 'both',
    for: 'anyone',
    hidden: true,
    run: async (turn, argument) => {
      if (turn.chat.kind === 'group') return bindGroupByCode(turn, argument)
      if (argument.trim() !== '') return askWithCode(turn, argument)
      if (!turn.person) await turn.reply('join-stranger')
      else if ((await findConsent(turn.tx, turn.person.id, 'messages')) === 'granted') await afterJoin(turn)
      else await askTerms(turn, turn.person.givenName, await unitNameOf(turn), null)
    },
    actions: {
      yes: (turn, [invite]) => answer(turn, invite, true),
      no: (turn, [invite]) => answer(turn, invite, false),
    },
    again: async (turn, state) => {
      const { inviteId } = state as JoinState
      const invite = inviteId === null ? null : await findInvite(turn, inviteId)
      const day = dayOf(turn.now)
      const person = invite?.personId ? await findPersonView(turn.tx, invite.personId, day) : turn.person
      const unit = invite
        ? ((await findUnit(turn.tx, invite.unitId, day))?.name ?? '')
        : await unitNameOf(turn)
      if (person) await askTerms(turn, person.givenName, unit, invite)
      else await turn.reply('join-outdated')
    },
    onText: async (turn, text, state) => {
      const isYes = readYesOrNo(text)
      if (isYes === null) return false
      const { inviteId } = state as JoinState
      await answer(turn, inviteId === null ? undefined : shortId(inviteId), isYes)
      return true
    },
  }
}

async function askWithCode(turn: Turn, typed: string): Promise<void> {
  const invite = await enterCode(turn, typed)
  if (!invite?.personId) return
  if (turn.person && turn.person.id !== invite.personId) {
    await turn.reply('join-account-taken')
    return
  }
  if (turn.person && (await findConsent(turn.tx, turn.person.id, 'messages')) === 'granted') {
    await turn.reply('join-already')
    return
  }
  const day = dayOf(turn.now)
  const person = await findPersonView(turn.tx, invite.personId, day)
  const unit = await findUnit(turn.tx, invite.unitId, day)
  if (!person || !unit) {
    await turn.reply('code-revoked')
    return
  }
  await askTerms(turn, person.givenName, unit.name, invite)
}

async function askTerms(turn: Turn, given: string, unit: string, invite: Invite | null): Promise<void> {
  await turn.setDialog({ kind: JOIN, state: { inviteId: invite?.id ?? null } satisfies JoinState })
  const word = (key: string) => turn.t(turn.locale, key)
  const end = invite ? `:${shortId(invite.id)}` : ''
  await turn.reply(
    'join-terms',
    { given, unit, ...termsValues(turn.t, turn.locale, await readSettings(turn.tx)) },
    {
      choices: [
        [{ action: `${JOIN}:yes${end}`, label: word('consent-yes') }],
        [{ action: `${JOIN}:no${end}`, label: word('consent-no') }],
      ],
    },
  )
}

async function accept(turn: Turn, inviteId: string, afterJoin: (turn: Turn) => Promise<void>): Promise<void> {
  const invite = await findInvite(turn, inviteId)
  const account = turn.account!
  await turn.setDialog(null)
  if (invite?.personId) await lockPerson(turn.tx, invite.personId)
  const person = invite?.personId ? await findPersonView(turn.tx, invite.personId, dayOf(turn.now)) : null
  if (!invite || !person || !(await spendInvite(turn, invite.id, account.id))) {
    await turn.reply('join-outdated')
    return
  }
  if (turn.person && turn.person.id !== person.id) {
    await turn.reply('join-account-taken')
    return
  }
  const moved = await linkAccount(turn, account.id, person)
  turn.person = person
  turn.account = { ...account, personId: person.id, state: 'linked' }
  await keepDecision(turn, person, 'messages', 'granted')
  for (const old of moved) await tellMovedAccount(turn, old)
  if (invite.kind === 'member') await tellSecretaries(turn, invite.unitId, person)
  await turn.reply('join-welcome')
  await sayOtherAccounts(turn, account.id)
  await afterJoin(turn)
}

/** Whoever comes with a new telephone and lost the old one can part it here. */
async function sayOtherAccounts(turn: Turn, accountId: string): Promise<void> {
  const others = (await listAccountsOf(turn.tx, [turn.person!.id])).filter(({ id }) => id !== accountId)
  if (others.length === 0) return
  const channels = [...new Set(others.map((other) => channelName(turn.t, turn.locale, other)))].join(', ')
  await turn.reply('account-still-linked', { channels })
}

/** A refusal is kept and respected; the code is used up, so that nobody is asked twice. */
async function decline(turn: Turn, inviteId: string): Promise<void> {
  const invite = await findInvite(turn, inviteId)
  await turn.setDialog(null)
  const person = invite?.personId ? await findPersonView(turn.tx, invite.personId, dayOf(turn.now)) : null
  if (!invite || !person || !(await spendInvite(turn, invite.id, turn.account!.id))) {
    await turn.reply('join-outdated')
    return
  }
  // Who said yes on another channel only does not want this one.
  if (invite.kind === 'member') await keepDecision(turn, person, 'messages', 'refused')
  await turn.reply('join-declined')
}

async function comeBack(turn: Turn, isYes: boolean, afterJoin: (turn: Turn) => Promise<void>): Promise<void> {
  await turn.setDialog(null)
  if (!turn.person) {
    await turn.reply('join-outdated')
    return
  }
  if (!isYes) {
    await turn.reply('join-declined')
    return
  }
  await keepDecision(turn, turn.person, 'messages', 'granted')
  await turn.reply('join-welcome-back')
  await afterJoin(turn)
}

async function unitNameOf(turn: Turn): Promise<string> {
  const [first] = turn.person?.memberships ?? []
  return (first && (await findUnit(turn.tx, first.unitId, dayOf(turn.now)))?.name) ?? ''
}
