import { showInviteCode } from '../domain/invite-code.ts'
import { listAccountsOf } from '../store/accounts.ts'
import { authorise } from '../store/authorise.ts'
import { getBot } from '../store/bots.ts'
import { issueInvite } from '../store/invites.ts'
import { listBotsOfUnit } from '../store/unit-bots.ts'
import { dayOf, formatDay } from '../time.ts'
import type { Command } from './command.ts'
import { linkLines } from './invite-links.ts'

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
    const here = await getBot(turn.tx, turn.chat.botId)
    const serving = await listBotsOfUnit(turn.tx, unitId, dayOf(turn.now))
    const elsewhere = serving.filter((bot) => bot.channel !== here.channel)
    if (elsewhere.length === 0) {
      await turn.reply('link-nowhere')
      return
    }
    const invite = { treeId: person.treeId, unitId, personId: person.id, kind: 'link' as const }
    const { code, expiresAt } = await issueInvite(turn, { ...invite, createdBy: person.code })
    const linked = (await listAccountsOf(turn.tx, [person.id])).map((account) => account.channel)
    const isSecond = elsewhere.every((bot) => !linked.includes(bot.channel))
    const links = elsewhere.map((bot) => ({
      channel: bot.channel,
      bot: bot.displayName,
      link: turn.bots.link(bot, code),
    }))
    await turn.reply(isSecond ? 'link-code' : 'link-code-again', {
      code: showInviteCode(code),
      links: linkLines(links),
      until: formatDay(dayOf(expiresAt)),
    })
  },
}
