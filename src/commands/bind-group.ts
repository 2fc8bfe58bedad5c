import { shortId } from '../domain/short-id.ts'
import { authorise } from '../store/authorise.ts'
import { saveGroupBinding } from '../store/group-bindings.ts'
import { spendInvite } from '../store/invites.ts'
import { listReaches } from '../store/reach.ts'
import { getUnit } from '../store/units.ts'
import { dayOf, formatDay } from '../time.ts'
import type { Command, Turn } from './command.ts'
import { enterCode } from './enter-code.ts'
import { listUnitHeads } from './tell-joined.ts'

/** `/nhom CODE`, `@Bot nhóm CODE` in a group: binds it to the unit of the code. */
export const bindGroup: Command = {
  name: 'bind-group',
  slash: 'nhom',
  words: ['nhom'],
  where: 'group',
  for: 'anyone',
  hidden: true,
  run: (turn, argument) => bindGroupByCode(turn, argument),
}

/** A code typed in a group. Of a sender whom we do not know there, the unit's secretary is asked in private. */
export async function bindGroupByCode(turn: Turn, typed: string): Promise<void> {
  if (typed.trim() === '') {
    await turn.reply('group-how')
    return
  }
  const invite = await enterCode(turn, typed)
  if (!invite) return
  const { person } = turn
  if (person && !(await authorise(turn, person, 'bind-group', { unitId: invite.unitId }))) {
    await turn.reply('group-not-yours')
    return
  }
  if (!(await spendInvite(turn, invite.id, turn.account?.id ?? null))) {
    await turn.reply('code-used')
    return
  }
  const binding = await saveGroupBinding(turn, {
    treeId: invite.treeId,
    chatId: turn.chat.id,
    threadId: turn.chat.threadId ?? null,
    unitId: invite.unitId,
    state: person ? 'bound' : 'pending',
    decidedBy: person?.id ?? null,
  })
  const unit = await getUnit(turn.tx, invite.unitId, dayOf(turn.now))
  if (binding.state === 'bound') {
    // Nothing is posted where the bot is to talk to the secretary alone: that is said at once.
    const reaches = await listReaches(turn.tx, invite.treeId, dayOf(turn.now))
    const key = reaches.get(invite.unitId) === 'members' ? 'group-bound' : 'group-bound-closed'
    await turn.reply(key, { unit: unit.name })
    return
  }
  await turn.reply('group-pending')
  await askHeads(turn, binding.id, unit)
}

async function askHeads(turn: Turn, bindingId: string, unit: { id: string; name: string }): Promise<void> {
  for (const to of await listUnitHeads(turn, unit.id)) {
    const word = (key: string) => turn.t(to.locale, key)
    await turn.say({
      to,
      words: { key: 'group-ask', values: { unit: unit.name, on: formatDay(dayOf(turn.now)) } },
      choices: [
        [{ action: `groups:confirm:${shortId(bindingId)}`, label: word('group-confirm') }],
        [{ action: `groups:refuse:${shortId(bindingId)}`, label: word('group-refuse') }],
      ],
      class: 'scheduled',
      topic: 'notice',
      uniqueKey: `group-ask:${bindingId}:${turn.updateId}:${to.personId}`,
    })
  }
}
