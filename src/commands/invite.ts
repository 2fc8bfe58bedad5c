import { showInviteCode } from '../domain/invite-code.ts'
import type { PersonView, UnitView } from '../domain/person.ts'
import { longId, shortId } from '../domain/short-id.ts'
import { foldVietnamese } from '../domain/vietnamese-fold.ts'
import { authorise } from '../store/authorise.ts'
import { issueInvite } from '../store/invites.ts'
import { listMembersOf } from '../store/people.ts'
import { listRosterLines } from '../store/roster-lines.ts'
import { listBotsOfUnit } from '../store/unit-bots.ts'
import { dayOf, formatDay } from '../time.ts'
import type { Command, Turn } from './command.ts'
import { listUnitsInReach, unitsMeant } from './find-units.ts'
import { linkLines } from './invite-links.ts'
import { makeCode } from './roster.ts'

const INVITE = 'invite'
const PAGE = 8

/** `/moi`: codes for one person or for everybody of a unit who has not joined, within one's branch. Private only. */
export const invite: Command = {
  name: INVITE,
  slash: 'moi',
  words: ['moi', 'moi tham gia'],
  where: 'private',
  for: ['office', 'secretary', 'deputy'],
  run: (turn, argument) => findWhom(turn, argument.trim()),
  actions: {
    units: async (turn, [from]) => {
      if (turn.person) await askUnit(turn, await listUnitsInReach(turn, INVITE), Number(from))
    },
    unit: (turn, [unit]) => withUnit(turn, unit, showUnit),
    all: (turn, [unit]) => withUnit(turn, unit, makeCodes),
  },
}

async function findWhom(turn: Turn, typed: string): Promise<void> {
  const reach = await listUnitsInReach(turn, INVITE)
  const [own, another] = reach
  if (typed === '') {
    if (own && !another) return showUnit(turn, own)
    return askUnit(turn, reach, 0)
  }
  const units = unitsMeant(reach, typed)
  const people = await peopleMeant(turn, reach, typed)
  const [unit] = units
  const [person] = people
  if (unit && units.length === 1 && people.length === 0) return showUnit(turn, unit)
  if (person && people.length === 1 && units.length === 0)
    return makeCode(turn, unitOf(person, reach), person.id)
  if (units.length + people.length === 0) {
    await turn.reply('invite-unknown', { typed: typed.slice(0, 60) })
    return
  }
  const choices = [
    ...units.map(({ id, name }) => ({ action: `${INVITE}:unit:${shortId(id)}`, label: name })),
    ...people.map((each) => ({
      action: `roster:code:${shortId(unitOf(each, reach))}:${shortId(each.id)}`,
      label: each.fullName,
    })),
  ]
  await turn.reply('invite-which', {}, { choices: choices.slice(0, PAGE).map((choice) => [choice]) })
}

/** Members of these units by code, whole name or given name, else by a part of the name. */
async function peopleMeant(turn: Turn, reach: readonly UnitView[], typed: string): Promise<PersonView[]> {
  const wanted = foldVietnamese(typed)
  const members = await listMembersOf(
    turn.tx,
    reach.map(({ id }) => id),
    dayOf(turn.now),
  )
  const exact = members.filter(({ code, fullName, givenName }) =>
    [code, fullName, givenName].some((word) => foldVietnamese(word) === wanted),
  )
  return exact.length > 0
    ? exact
    : members.filter(({ fullName }) => foldVietnamese(fullName).includes(wanted))
}

function unitOf(person: PersonView, reach: readonly UnitView[]): string {
  const found = person.memberships.find(({ unitId }) => reach.some(({ id }) => id === unitId))
  return found?.unitId ?? ''
}

async function askUnit(turn: Turn, units: readonly UnitView[], from: number): Promise<void> {
  const start = Number.isInteger(from) && from > 0 ? from : 0
  const choices = units
    .slice(start, start + PAGE)
    .map(({ id, name }) => [{ action: `${INVITE}:unit:${shortId(id)}`, label: name }])
  if (start + PAGE < units.length) {
    const label = turn.t(turn.locale, 'roster-more')
    choices.push([{ action: `${INVITE}:units:${start + PAGE}`, label }])
  }
  await turn.reply('invite-which-unit', {}, { choices })
}

/** Does it with the unit when it is within this person's reach; otherwise says so. */
async function withUnit(
  turn: Turn,
  short: string | undefined,
  does: (turn: Turn, unit: UnitView) => Promise<void>,
): Promise<void> {
  const unitId = longId(short ?? '')
  const reach = turn.person ? await listUnitsInReach(turn, INVITE) : []
  const unit = reach.find(({ id }) => id === unitId)
  await (unit ? does(turn, unit) : turn.reply('roster-not-yours'))
}

async function showUnit(turn: Turn, unit: UnitView): Promise<void> {
  const lines = await listRosterLines(turn.tx, unit, dayOf(turn.now))
  const count = lines.filter(({ state }) => state === 'absent').length
  const outside = lines.filter(({ state }) => state === 'outside').length
  const word = (key: string) => turn.t(turn.locale, key)
  const own = shortId(unit.id)
  const choices = [
    ...(count > 0 ? [[{ action: `${INVITE}:all:${own}`, label: word('invite-all') }]] : []),
    [{ action: `roster:pick:${own}:0`, label: word('invite-one') }],
  ]
  const text = turn.t(turn.locale, 'invite-unit', { unit: unit.name, count, total: lines.length })
  const more = outside > 0 ? `\n\n${turn.t(turn.locale, 'invite-outside', { count: outside })}` : ''
  await turn.replyText(`${text}${more}`, { choices })
}

/** A fresh code for everybody of the unit who neither joined nor refused; the codes before are worth nothing. */
async function makeCodes(turn: Turn, unit: UnitView): Promise<void> {
  const person = turn.person!
  const lines = await listRosterLines(turn.tx, unit, dayOf(turn.now))
  const made: string[] = []
  let until = ''
  for (const { person: invited } of lines.filter(({ state }) => state === 'absent')) {
    if (!(await authorise(turn, person, INVITE, { personId: invited.id, unitId: unit.id }))) continue
    const { code, expiresAt } = await issueInvite(turn, {
      treeId: unit.treeId,
      unitId: unit.id,
      personId: invited.id,
      kind: 'member',
      createdBy: person.code,
    })
    made.push(`• ${invited.fullName}: ${showInviteCode(code)}`)
    until = formatDay(dayOf(expiresAt))
  }
  if (made.length === 0) return void (await turn.reply('invite-nobody', { unit: unit.name }))
  const bots = await listBotsOfUnit(turn.tx, unit.id, dayOf(turn.now))
  await turn.reply('invite-codes', {
    unit: unit.name,
    codes: made.join('\n'),
    links: linkLines(
      bots.map((bot) => ({ channel: bot.channel, bot: bot.displayName, link: turn.bots.link(bot) })),
    ),
    until,
  })
}
