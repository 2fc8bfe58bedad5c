import { normaliseInviteCode } from '../domain/invite-code.ts'
import { getBot } from '../store/bots.ts'
import {
  checkCodeTry,
  findInviteByCode,
  type Invite,
  recordWrongCode,
  revokeInvite,
} from '../store/invites.ts'
import { listBotsOfUnit } from '../store/unit-bots.ts'
import { dayOf, formatShortDay, wallTime } from '../time.ts'
import type { Turn } from './command.ts'

/**
 * Looks up a code as typed in this chat. Answers by itself, and gives null, when it is no code, unknown,
 * used, out of date, tried too often, meant for another kind of chat, or typed at the wrong bot.
 */
export async function enterCode(turn: Turn, typed: string): Promise<Invite | null> {
  const code = normaliseInviteCode(typed)
  if (code === null) {
    await turn.reply('code-unreadable')
    return null
  }
  const tried = await checkCodeTry(turn, turn.chat.id)
  if (!tried.allowed) {
    await turn.reply('code-too-many', { until: clockTime(tried.until) })
    return null
  }
  const invite = await findInviteByCode(turn, code)
  if (!invite) {
    await recordWrongCode(turn, turn.chat.id)
    await turn.reply('code-unknown')
    return null
  }
  if (invite.state !== 'open') {
    await turn.reply(`code-${invite.state}`)
    return null
  }
  if (turn.chat.kind === 'group' && invite.kind !== 'group') {
    // Everybody in the group can read it now.
    await revokeInvite(turn, invite.id)
    await turn.reply('code-private-in-group')
    return null
  }
  if (turn.chat.kind === 'private' && invite.kind === 'group') {
    await turn.reply('code-group-in-private')
    return null
  }
  return (await isRightBot(turn, invite, code)) ? invite : null
}

/** A right code at a bot that does not serve the unit is answered with the link to the one that does. */
async function isRightBot(turn: Turn, invite: Invite, code: string): Promise<boolean> {
  const here = await getBot(turn.tx, turn.chat.botId)
  const serving = await listBotsOfUnit(turn.tx, invite.unitId, dayOf(turn.now))
  const right = serving.find((bot) => bot.channel === here.channel)
  if (!right || right.id === here.id) return true
  await turn.reply('code-other-bot', {
    bot: right.displayName,
    link: turn.bots.link(right, code, invite.kind === 'group'),
  })
  return false
}

function clockTime(instant: Date): string {
  const { day, hour, minute } = wallTime(instant)
  return `${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')} ${formatShortDay(day)}`
}
