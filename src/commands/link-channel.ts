import { showInviteCode } from '../domain/invite-code.ts'
import { listAccountsOf } from '../store/accounts.ts'
import { authorise } from '../store/authorise.ts'
import { getBot } from '../store/bots.ts'
import { issueInvite } from '../store/invites.ts'
import { dayOf, formatDay } from '../time.ts'
import type { Command, Turn } from './command.ts'
import { linkLines, listInviteLinks } from './invite-links.ts'

/** `/lienket`: a code to type at the bot of another channel, so that one person is reached on both. */
export const linkChannel: Command = {
  name: 'link-channel',
  slash: 'lienket',
  words: ['lien ket'],
  where: 'private',
  for: 'joined',
  run: async (turn) => {
    const person = turn.person!
    const unitId = person.memberships[0]?.unitId ?? person.posts[0]?.unitId
    if (!unitId || !(await authorise(turn, person, 'link-channel', { personId: person.id }))) {
      await turn.reply('link-nowhere')
      return
    }
    const elsewhere = await listOtherChannels(turn, unitId, '')
    if (elsewhere.length === 0) {
      await turn.reply('link-nowhere')
      return
    }
    const invite = { treeId: person.treeId, unitId, personId: person.id, kind: 'link' as const }
    const { code, expiresAt } = await issueInvite(turn, { ...invite, createdBy: person.code })
    const linked = (await listAccountsOf(turn.tx, [person.id])).map((account) => account.channel)
    const links = await listOtherChannels(turn, unitId, code)
    const isSecond = links.every((link) => !linked.includes(link.channel))
    await turn.reply(isSecond ? 'link-code' : 'link-code-again', {
      code: showInviteCode(code),
      links: linkLines(links),
      until: formatDay(dayOf(expiresAt)),
    })
  },
}

async function listOtherChannels(turn: Turn, unitId: string, code: string) {
  const here = await getBot(turn.tx, turn.chat.botId)
  const links = await listInviteLinks(turn, unitId, code)
  return links.filter((link) => link.channel !== here.channel)
}
