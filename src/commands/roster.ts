import type { Choice } from '../channels/channel-adapter.ts'
import { unitsAllowing } from '../domain/access.ts'
import { showInviteCode } from '../domain/invite-code.ts'
import { statusesOf } from '../domain/member-status.ts'
import type { UnitView } from '../domain/person.ts'
import { longId, shortId } from '../domain/short-id.ts'
import { authorise, mayDo } from '../store/authorise.ts'
import { listAccountsOf } from '../store/accounts.ts'
import { issueInvite } from '../store/invites.ts'
import { findPersonView } from '../store/people.ts'
import { listProposedChanges, type RosterChange } from '../store/roster-changes.ts'
import { listRosterLines, type RosterLine } from '../store/roster-lines.ts'
import { findUnit, getUnit } from '../store/units.ts'
import { dayOf, formatDay, formatShortDay } from '../time.ts'
import { accountLabel } from './accounts.ts'
import { describeChange, subjectOf } from './change-words.ts'
import type { Command, Turn } from './command.ts'
import { listUnitsInReach, unitsMeant } from './find-units.ts'
import { linkLines, listInviteLinks } from './invite-links.ts'
import { partAccount } from './not-them.ts'
import { takeBackChoices } from './take-back-change.ts'

const PAGE = 8

/** `/danhsach`: who joined, who did not, who still owes; a new code for one person. Private only. */
export const roster: Command = {
  name: 'roster',
  slash: 'danhsach',
  words: ['danh sach'],
  where: 'private',
  for: ['secretary', 'deputy', 'office'],
  run: async (turn, argument) => {
    const reach = await listUnitsInReach(turn, 'see-roster')
    const meant = argument.trim() === '' ? reach : unitsMeant(reach, argument)
    const [only, another] = meant
    if (!only) await turn.reply('roster-unknown-unit', { unit: argument.trim().slice(0, 60) })
    else if (!another) await showUnit(turn, only.id)
    else await askUnit(turn, meant, 0)
  },
  actions: {
    units: async (turn, [from]) =>
      askUnit(turn, turn.person ? await listUnitsInReach(turn, 'see-roster') : [], Number(from)),
    show: (turn, [unit]) => showUnit(turn, longId(unit ?? '')),
    pick: (turn, [unit, from]) => pickPerson(turn, longId(unit ?? ''), Number(from)),
    person: (turn, [unit, person]) => showPerson(turn, longId(unit ?? ''), longId(person ?? '')),
    code: (turn, [unit, person]) => makeCode(turn, longId(unit ?? ''), longId(person ?? '')),
    unbind: (turn, [person]) => unbindPerson(turn, longId(person ?? '')),
    'not-them': (turn, [account]) => partAccount(turn, longId(account ?? '')),
  },
}

async function askUnit(turn: Turn, units: readonly UnitView[], from: number): Promise<void> {
  const start = Number.isInteger(from) && from > 0 ? from : 0
  const choices = units
    .slice(start, start + PAGE)
    .map(({ id, name }) => [{ action: `roster:show:${shortId(id)}`, label: name }])
  if (start + PAGE < units.length) {
    choices.push([{ action: `roster:units:${start + PAGE}`, label: turn.t(turn.locale, 'roster-more') }])
  }
  await turn.reply('roster-which-unit', {}, { choices })
}

/** The unit, when this person may see its names; otherwise says so. */
async function openUnit(turn: Turn, unitId: string | null): Promise<UnitView | null> {
  const { person } = turn
  const target = { unitId: unitId ?? '' }
  if (person && unitId && (await authorise(turn, person, 'see-roster', target))) {
    const unit = await findUnit(turn.tx, unitId, dayOf(turn.now))
    if (unit) return unit
  }
  await turn.reply('roster-not-yours')
  return null
}

async function showUnit(turn: Turn, unitId: string | null): Promise<void> {
  const unit = await openUnit(turn, unitId)
  if (!unit) return
  const day = dayOf(turn.now)
  const lines = await listRosterLines(turn.tx, unit, day)
  const named = (state: RosterLine['state']) => lines.filter((line) => line.state === state)
  const part = (key: string, list: RosterLine[], text: string) =>
    list.length === 0
      ? []
      : [`${turn.t(turn.locale, key, { count: list.length, total: lines.length })}\n${text}`]
  const joined = [...named('joined'), ...named('blocked')]
  const owing = lines.filter((line) => line.owes > 0)
  const waiting = await listProposedChanges(turn, [unit.id])
  const marked = lines.filter((line) => statusWords(turn, line, unit.id) !== '')
  const text = [
    turn.t(turn.locale, 'roster-title', { unit: unit.name, on: formatDay(day) }),
    ...part('roster-joined', joined, names(joined)),
    ...part('roster-absent', named('absent'), names(named('absent'))),
    ...part('roster-outside', named('outside'), names(named('outside'))),
    ...part('roster-refused', named('refused'), names(named('refused'))),
    ...part('roster-owing', owing, owing.map((line) => `• ${owingLine(turn, line)}`).join('\n')),
    ...part('roster-marked', marked, marked.map((line) => markedLine(turn, line, unit.id)).join('\n')),
    ...(await waitingLines(turn, waiting)),
  ].join('\n\n')
  const own = shortId(unit.id)
  const word = (key: string) => turn.t(turn.locale, key)
  await turn.replyText(text, {
    choices: [
      [{ action: `roster:pick:${own}:0`, label: word('roster-pick') }],
      [{ action: `change:do:0:${own}`, label: word('change-do-new') }],
      ...(await takeBackChoices(turn, waiting)),
    ],
  })
}

/** `• Mẫu Thị Lan: dự bị, vắng đến hết 30/6` */
function markedLine(turn: Turn, line: RosterLine, unitId: string): string {
  return `• ${line.person.fullName}: ${statusWords(turn, line, unitId)}`
}

/** How somebody stands in the unit, besides being an official member who is here; empty when nothing is to be said. */
function statusWords(turn: Turn, { person, awayUntil }: RosterLine, unitId: string): string {
  const membership = person.memberships.find((each) => each.unitId === unitId)
  const day = awayUntil ? formatDay(awayUntil) : ''
  const acting = person.posts.find((post) => post.unitId === unitId && post.actingUntil)
  return [
    ...statusesOf(membership, awayUntil).map((status) =>
      turn.t(turn.locale, `roster-status-${status}`, { day }),
    ),
    ...(acting?.actingUntil
      ? [turn.t(turn.locale, `change-says-acting-${acting.role}`, { until: formatDay(acting.actingUntil) })]
      : []),
  ].join(', ')
}

/** What was proposed about the unit and waits for the office. */
async function waitingLines(turn: Turn, changes: readonly RosterChange[]): Promise<string[]> {
  const lines: string[] = []
  for (const change of changes) {
    const { name } = await subjectOf(turn, change)
    lines.push(`• ${name}: ${await describeChange(turn, change.content)}`)
  }
  if (lines.length === 0) return []
  return [`${turn.t(turn.locale, 'roster-proposed', { count: lines.length })}\n${lines.join('\n')}`]
}

function names(lines: readonly RosterLine[]): string {
  return lines.map((line) => `• ${line.person.fullName}`).join('\n')
}

function owingLine(turn: Turn, line: RosterLine): string {
  const { fullName } = line.person
  const key = line.nextDueOn ? 'roster-owes-by' : 'roster-owes'
  return turn.t(turn.locale, key, {
    name: fullName,
    count: line.owes,
    on: line.nextDueOn ? formatShortDay(line.nextDueOn) : '',
  })
}

async function pickPerson(turn: Turn, unitId: string | null, from: number): Promise<void> {
  const unit = await openUnit(turn, unitId)
  if (!unit) return
  const lines = await listRosterLines(turn.tx, unit, dayOf(turn.now))
  const start = Number.isInteger(from) && from > 0 ? from : 0
  const own = shortId(unit.id)
  const choices: Choice[][] = lines
    .slice(start, start + PAGE)
    .map(({ person }) => [{ action: `roster:person:${own}:${shortId(person.id)}`, label: person.fullName }])
  if (start + PAGE < lines.length) {
    choices.push([
      { action: `roster:pick:${own}:${start + PAGE}`, label: turn.t(turn.locale, 'roster-more') },
    ])
  }
  await turn.reply('roster-pick-person', {}, { choices })
}

async function showPerson(turn: Turn, unitId: string | null, personId: string | null): Promise<void> {
  const unit = await openUnit(turn, unitId)
  if (!unit) return
  const lines = await listRosterLines(turn.tx, unit, dayOf(turn.now))
  const line = lines.find(({ person }) => person.id === personId)
  if (!line) {
    await turn.reply('roster-not-yours')
    return
  }
  const word = (key: string) => turn.t(turn.locale, key)
  const person = shortId(line.person.id)
  const choices: Choice[][] = [
    [{ action: `roster:code:${shortId(unit.id)}:${person}`, label: word('roster-new-code') }],
  ]
  if (line.state === 'joined' || line.state === 'blocked') {
    choices.push([{ action: `roster:unbind:${person}`, label: word('roster-unbind') }])
  }
  const mayEnter = unitsAllowing(turn.person!, 'file-for-person').includes(unit.id)
  if (mayEnter && line.state !== 'joined' && line.person.id !== turn.person?.id) {
    choices.push([{ action: `proxy:for:${person}`, label: word('roster-proxy') }])
  }
  choices.push([{ action: `change:menu:${shortId(unit.id)}:${person}`, label: word('roster-change') }])
  choices.push([{ action: `roster:show:${shortId(unit.id)}`, label: word('roster-back') }])
  const owes = line.owes > 0 ? owingLine(turn, line) : word('roster-owes-nothing')
  const status = statusWords(turn, line, unit.id)
  const name = status === '' ? line.person.fullName : `${line.person.fullName} (${status})`
  await turn.reply(`roster-person-${line.state}`, { name, owes }, { choices })
}

/** A new code for one person, with a second message that can be forwarded as it is. */
export async function makeCode(turn: Turn, unitId: string | null, personId: string | null): Promise<void> {
  const { person } = turn
  const day = dayOf(turn.now)
  const invited = personId ? await findPersonView(turn.tx, personId, day) : null
  const isOfUnit = invited?.memberships.some((membership) => membership.unitId === unitId)
  if (
    !person ||
    !unitId ||
    !invited ||
    !isOfUnit ||
    !(await authorise(turn, person, 'invite', { personId: invited.id }))
  ) {
    await turn.reply('roster-not-yours')
    return
  }
  const invite = { treeId: invited.treeId, unitId, personId: invited.id, kind: 'member' as const }
  const { code, expiresAt } = await issueInvite(turn, { ...invite, createdBy: person.code })
  await turn.reply('roster-code-made', { name: invited.fullName })
  await turn.reply('roster-code-forward', {
    given: invited.givenName,
    unit: (await getUnit(turn.tx, unitId, day)).name,
    code: showInviteCode(code),
    links: linkLines(await listInviteLinks(turn, unitId, code)),
    until: formatDay(dayOf(expiresAt)),
  })
}

async function unbindPerson(turn: Turn, personId: string | null): Promise<void> {
  const accounts = personId ? await listAccountsOf(turn.tx, [personId]) : []
  const [newest, another] = accounts
  if (!newest || !another) return partAccount(turn, newest?.id ?? null)
  if (!(await mayDo(turn, turn.person!, 'unbind-account', { personId: newest.personId }))) {
    await turn.reply('roster-not-yours')
    return
  }
  const choices = accounts.map((account) => [
    { action: `roster:not-them:${shortId(account.id)}`, label: accountLabel(turn, account) },
  ])
  await turn.reply('roster-unbind-which', {}, { choices })
}
