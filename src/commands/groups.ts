import { unitsAllowing } from '../domain/access.ts'
import { showInviteCode } from '../domain/invite-code.ts'
import { longId, shortId } from '../domain/short-id.ts'
import { authorise, mayDo } from '../store/authorise.ts'
import { decideGroupBinding, findGroupBinding, listGroupBindings } from '../store/group-bindings.ts'
import { issueInvite } from '../store/invites.ts'
import { findUnit, getUnit, listUnitsById, unitsBelow } from '../store/units.ts'
import { dayOf, formatDay } from '../time.ts'
import type { Command, Turn } from './command.ts'
import { linkLines, listInviteLinks } from './invite-links.ts'

/** `/nhom` in private: a code that binds a group, and the groups that wait for a yes. */
export const groups: Command = {
  name: 'groups',
  slash: 'nhom',
  words: ['nhom'],
  where: 'private',
  for: ['secretary', 'office'],
  run: (turn) => showGroups(turn),
  actions: {
    code: (turn, [unit]) => makeGroupCode(turn, unit ?? ''),
    confirm: (turn, [binding]) => decide(turn, binding ?? '', true),
    refuse: (turn, [binding]) => decide(turn, binding ?? '', false),
  },
}

/** In private: groups that wait for this person, then a code for each own unit. */
async function showGroups(turn: Turn): Promise<void> {
  const person = turn.person!
  const day = dayOf(turn.now)
  const own = unitsAllowing(person, 'confirm-group')
  const reach = new Set<string>()
  for (const unitId of own) for (const each of await unitsBelow(turn.tx, unitId, day)) reach.add(each)
  const word = (key: string, unit: string) => turn.t(turn.locale, key, { unit })
  const choices = []
  for (const { id, unitId } of await listGroupBindings(turn.tx, [...reach], 'pending')) {
    if (!(await mayDo(turn, person, 'confirm-group', { unitId }))) continue
    const unit = (await findUnit(turn.tx, unitId, day))?.name ?? ''
    choices.push([{ action: `groups:confirm:${shortId(id)}`, label: word('group-confirm-of', unit) }])
    choices.push([{ action: `groups:refuse:${shortId(id)}`, label: word('group-refuse-of', unit) }])
  }
  const waiting = choices.length / 2
  for (const unit of await listUnitsById(turn.tx, own, day)) {
    choices.push([{ action: `groups:code:${shortId(unit.id)}`, label: word('group-code-of', unit.name) }])
  }
  await turn.reply('group-overview', { waiting }, { choices })
}

async function makeGroupCode(turn: Turn, unitShort: string): Promise<void> {
  const unitId = longId(unitShort)
  const { person } = turn
  if (!person || !unitId || !(await authorise(turn, person, 'invite', { unitId }))) {
    await turn.reply('group-not-yours')
    return
  }
  const unit = await getUnit(turn.tx, unitId, dayOf(turn.now))
  const invite = {
    treeId: unit.treeId,
    unitId,
    personId: null,
    kind: 'group' as const,
    createdBy: person.code,
  }
  const { code, expiresAt } = await issueInvite(turn, invite)
  await turn.reply('group-code', {
    code: showInviteCode(code),
    unit: unit.name,
    links: linkLines(await listInviteLinks(turn, unitId, code, true)),
    until: formatDay(dayOf(expiresAt)),
  })
}

async function decide(turn: Turn, bindingShort: string, isYes: boolean): Promise<void> {
  const id = longId(bindingShort)
  const binding = id ? await findGroupBinding(turn.tx, id) : null
  const { person } = turn
  if (!binding || !person || !(await authorise(turn, person, 'confirm-group', { unitId: binding.unitId }))) {
    await turn.reply('group-not-yours')
    return
  }
  if (binding.state !== 'pending') {
    await turn.reply(binding.state === 'bound' ? 'group-already' : 'group-gone')
    return
  }
  await decideGroupBinding(turn, binding.id, isYes ? 'bound' : 'refused', person.id)
  const unit = (await findUnit(turn.tx, binding.unitId, dayOf(turn.now)))?.name ?? ''
  await turn.reply(isYes ? 'group-confirmed' : 'group-refused', { unit })
  if (isYes) await greetGroup(turn, binding, unit)
}

async function greetGroup(
  turn: Turn,
  binding: { id: string; chatId: string; botId: string; threadId: string | null },
  unit: string,
): Promise<void> {
  const { chatId, botId, threadId } = binding
  await turn.say({
    to: { chatId, botId, kind: 'group', threadId, locale: turn.locale },
    words: { key: 'group-bound', values: { unit } },
    class: 'reply',
    topic: 'notice',
    uniqueKey: `group-bound:${binding.id}`,
  })
}
