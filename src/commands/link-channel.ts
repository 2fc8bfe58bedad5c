import { showInviteCode } from '../domain/invite-code.ts'
import type { PersonView } from '../domain/person.ts'
import { listAccountsOf } from '../store/accounts.ts'
import { authorise } from '../store/authorise.ts'
import { type BotRow, getBot } from '../store/bots.ts'
import { issueInvite } from '../store/invites.ts'
import { listBotsOfUnit } from '../store/unit-bots.ts'
import { dayOf, formatDay } from '../time.ts'
import type { Command, Turn } from './command.ts'
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
    const linked = (await listAccountsOf(turn.tx, [person.id])).map((account) => account.channel)
    const isSecond = elsewhere.every((bot) => !linked.includes(bot.channel))
    await sayLinkCode(turn, { person, unitId }, elsewhere, isSecond ? 'link-code' : 'link-code-again')
  },
}

/** A code for the person's own new telephone or account, at any bot that serves them. */
export async function sayNewPhoneCode(turn: Turn): Promise<void> {
  const person = turn.person!
  const unitId = person.memberships[0]?.unitId ?? person.posts[0]?.unitId
  const serving = unitId ? await listBotsOfUnit(turn.tx, unitId, dayOf(turn.now)) : []
  const may = await authorise(turn, person, 'link-channel', { personId: person.id })
  if (!unitId || !may || serving.length === 0) await turn.reply('link-nowhere')
  else await sayLinkCode(turn, { person, unitId }, serving, 'account-new-phone')
}

async function sayLinkCode(
  turn: Turn,
  { person, unitId }: { person: PersonView; unitId: string },
  bots: readonly BotRow[],
  key: string,
): Promise<void> {
  const invite = { treeId: person.treeId, unitId, personId: person.id, kind: 'link' as const }
  const { code, expiresAt } = await issueInvite(turn, { ...invite, createdBy: person.code })
  const links = bots.map((bot) => ({
    channel: bot.channel,
    bot: bot.displayName,
    link: turn.bots.link(bot, code),
  }))
  await turn.reply(key, {
    code: showInviteCode(code),
    links: linkLines(links),
    until: formatDay(dayOf(expiresAt)),
  })
}
