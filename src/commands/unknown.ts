import type { Command, Turn } from './command.ts'
import { menuOf } from './offer.ts'

/** What nobody understood: never guessed at, answered with what this person can do. */
export async function sayUnknown(turn: Turn, commands: readonly Command[]): Promise<void> {
  if (turn.chat.kind === 'group') {
    await turn.reply('router-unknown-group')
    return
  }
  const menu = menuOf(turn, commands)
  await turn.reply(turn.person ? 'router-unknown' : 'router-unknown-stranger', {}, menu)
}
