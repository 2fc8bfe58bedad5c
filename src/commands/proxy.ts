import { unitsAllowing } from '../domain/access.ts'
import type { PersonView } from '../domain/person.ts'
import { longId, shortId } from '../domain/short-id.ts'
import { decideRefiling } from '../domain/submission-state.ts'
import { foldVietnamese } from '../domain/vietnamese-fold.ts'
import { readVerb } from '../domain/vietnamese-verbs.ts'
import { findOwedThing, listOwedThings, type OwedThing } from '../store/open-assignments.ts'
import { findPersonView, listMembersOf } from '../store/people.ts'
import { dayOf } from '../time.ts'
import { withDay } from './choose-thing.ts'
import type { Command, Turn } from './command.ts'
import { answerEntries } from './confirm-entries.ts'
import { fileForm } from './file-form.ts'
import { sayGone } from './form-notices.ts'
import { beginForm } from './form-session.ts'
import { confirmedAnswers, takeStep } from './form-step.ts'
import { showDeeds } from './my-pledge.ts'
import { findSession } from './open-session.ts'
import { askConsent, takeConsent, takeWitness } from './proxy-consent.ts'
import { listReached } from './proxy-right.ts'
import { PROXY } from './read-back.ts'
import { isOpened, titleOf, wordsFor } from './thing-words.ts'

const PAGE = 8

/** `nhập hộ TÊN`: fills in what a member without a telephone says or wrote on paper, in their name. */
export const proxy: Command = {
  name: PROXY,
  slash: 'nhapho',
  words: ['nhap ho'],
  where: 'private',
  for: ['secretary', 'deputy'],
  takesText: true,
  hearsFirst: true,
  run: (turn, argument) => findMember(turn, argument.trim()),
  actions: {
    list: (turn, [from]) => listMembers(turn, Number(from)),
    for: (turn, [person]) => chooseThingOf(turn, longId(person ?? '')),
    deeds: (turn, [person]) => showDeedsOf(turn, longId(person ?? '')),
    thing: (turn, [assignment]) => startEntry(turn, longId(assignment ?? '')),
    paper: (turn, [assignment]) => takeConsent(turn, longId(assignment ?? ''), 'paper'),
    spoken: (turn, [assignment]) => takeConsent(turn, longId(assignment ?? ''), 'spoken'),
    file: (turn, [draft]) => fileEntry(turn, longId(draft ?? '')),
    right: (turn, [entry]) => answerEntries(turn, entry, 'confirmed'),
    wrong: (turn, [entry]) => answerEntries(turn, entry, 'disputed'),
  },
  onText: async (turn, text, state) => {
    const { step, assignmentId } = (state ?? {}) as { step?: string; assignmentId?: string }
    if (step === 'witness' && assignmentId && readVerb(text) === null) {
      await takeWitness(turn, assignmentId, text)
      return true
    }
    const draftId = turn.dialog?.draftId
    if (step !== 'read-back' || !draftId) return false
    return answerReadBack(turn, draftId, text)
  },
}

/** The members of the person's own units, themselves left out. */
async function listOthers(turn: Turn): Promise<PersonView[]> {
  const own = unitsAllowing(turn.person!, 'file-for-person')
  const members = await listMembersOf(turn.tx, own, dayOf(turn.now))
  return members.filter(({ id }) => id !== turn.person!.id)
}

async function findMember(turn: Turn, name: string): Promise<void> {
  if (name === '') return listMembers(turn, 0)
  const wanted = foldVietnamese(name)
  const named = (await listOthers(turn)).filter(({ fullName }) => foldVietnamese(fullName).includes(wanted))
  const exact = named.filter(({ givenName }) => foldVietnamese(givenName) === wanted)
  const found = exact.length === 1 ? exact : named
  const [only, another] = found
  if (!only) return void (await turn.reply('proxy-nobody', { name: name.slice(0, 60) }))
  if (!another) return chooseThingOf(turn, only.id)
  await turn.reply('proxy-which-person', {}, { choices: found.slice(0, PAGE).map(choiceOf) })
}

async function listMembers(turn: Turn, from: number): Promise<void> {
  if (!turn.person) return sayGone(turn)
  const others = await listOthers(turn)
  const reached = await listReached(
    turn,
    others.map(({ id }) => id),
  )
  const waiting = others.filter(({ id }) => !reached.has(id))
  if (waiting.length === 0) return void (await turn.reply('proxy-all-joined'))
  const start = Number.isInteger(from) && from > 0 ? from : 0
  const choices = waiting.slice(start, start + PAGE).map(choiceOf)
  if (start + PAGE < waiting.length) {
    const label = turn.t(turn.locale, 'roster-more')
    choices.push([{ action: `${PROXY}:list:${start + PAGE}`, label }])
  }
  await turn.reply('proxy-which-person', {}, { choices })
}

function choiceOf({ id, fullName }: PersonView) {
  return [{ action: `${PROXY}:for:${shortId(id)}`, label: fullName }]
}

/** The member of one's own units who does not use the bot themselves; otherwise says so. */
async function findUnreached(turn: Turn, personId: string | null): Promise<PersonView | null> {
  const member = turn.person && (await listOthers(turn)).find(({ id }) => id === personId)
  if (!member) {
    await turn.reply('roster-not-yours')
    return null
  }
  if ((await listReached(turn, [member.id])).size === 0) return member
  await turn.reply('proxy-has-joined', { name: member.fullName })
  return null
}

/** What this member owes or filed in units for which the person may enter. */
async function listThingsOf(turn: Turn, member: PersonView): Promise<OwedThing[]> {
  const own = unitsAllowing(turn.person!, 'file-for-person')
  return (await listOwedThings(turn, member)).filter(
    (thing) => thing.personId === member.id && own.includes(thing.unit.id),
  )
}

/** What can be entered for somebody now: what they owe, what they filed and may still change, how their deeds go. */
async function chooseThingOf(turn: Turn, personId: string | null): Promise<void> {
  const member = await findUnreached(turn, personId)
  if (!member) return
  const all = await listThingsOf(turn, member)
  const things = all.filter((thing) => isEnterable(turn, thing))
  const promised = all.filter(({ submission, obligation }) => submission && obligation.kind === 'pledge')
  if (promised.length > 0 && things.length === 0) return showDeedsOf(turn, member.id)
  const [only, another = promised[0]] = things
  if (!only) return void (await turn.reply('proxy-nothing-owed', { name: member.fullName }))
  if (!another) return startEntry(turn, only.id)
  const t = wordsFor(turn)
  const choices = things.slice(0, PAGE).map((thing) => [
    {
      action: `${PROXY}:thing:${shortId(thing.id)}`,
      label: withDay(titleOf(thing, turn.locale, t), thing),
    },
  ])
  if (promised.length > 0)
    choices.push([{ action: `${PROXY}:deeds:${shortId(member.id)}`, label: t('proxy-deeds') }])
  await turn.reply('proxy-which-thing', { name: member.fullName }, { choices })
}

/** The deeds of a member, to write down for them how each goes. */
async function showDeedsOf(turn: Turn, personId: string | null): Promise<void> {
  const member = await findUnreached(turn, personId)
  if (!member) return
  const values = { name: member.fullName }
  const shown = await showDeeds(turn, await listThingsOf(turn, member), 'proxy-deeds-head', values)
  if (!shown) await turn.reply('proxy-nothing-owed', values)
}

function isEnterable(turn: Turn, thing: OwedThing): boolean {
  const today = dayOf(turn.now, thing.unit.zone)
  if (thing.obligation.ongoing || thing.isClosed) return false
  if (thing.state === 'open') return isOpened(thing, today) || thing.draft !== null
  return (
    thing.submission !== null &&
    decideRefiling(thing.submission.state, thing.dueOn, today).kind === 'may-refile'
  )
}

/** Goes on where it was begun; else the member's consent is asked for first. */
async function startEntry(turn: Turn, assignmentId: string | null): Promise<void> {
  const person = turn.person
  const thing = assignmentId && person ? await findOwedThing(turn, person, assignmentId) : null
  if (!thing?.personId) return sayGone(turn)
  if (thing.right === 'enters') return beginForm(turn, thing)
  const member = await findPersonView(turn.tx, thing.personId, dayOf(turn.now))
  const isOwn = (await listOthers(turn)).some(({ id }) => id === thing.personId)
  if (!member || !isOwn) return void (await turn.reply('roster-not-yours'))
  if ((await listReached(turn, [member.id])).size > 0) {
    await turn.reply('proxy-has-joined', { name: member.fullName })
    return
  }
  await askConsent(turn, thing, member)
}

async function answerReadBack(turn: Turn, draftId: string, text: string): Promise<boolean> {
  const said = readVerb(text)
  if (said?.verb === 'cancel') return false
  if (said?.verb === 'confirm' || said?.verb === 'send') {
    await fileEntry(turn, draftId)
    return true
  }
  if (said?.verb === 'later') {
    await turn.setDialog(null)
    await turn.reply('proxy-later')
    return true
  }
  const session = await findSession(turn, draftId)
  if (!session) return false
  if (said?.verb === 'edit' && said.at) await takeStep(turn, session, { kind: 'text', text })
  else if (said?.verb === 'edit' || said?.verb === 'back') await beginForm(turn, session.thing)
  else await turn.reply('proxy-read-hint')
  return true
}

/** It was read aloud, and the member says that it is right. */
async function fileEntry(turn: Turn, draftId: string | null): Promise<void> {
  const session = draftId ? await findSession(turn, draftId) : null
  if (!session || session.thing.right !== 'enters') return sayGone(turn)
  const answers = confirmedAnswers(session, turn.person!.id)
  if (!answers) return beginForm(turn, session.thing)
  await fileForm(turn, { ...session, answers }, true)
}
