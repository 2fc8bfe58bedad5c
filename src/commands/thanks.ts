import { isGreeting, isThanks } from '../domain/vietnamese-thanks.ts'
import { MENU } from '../store/dialogs.ts'
import type { Command, Turn } from './command.ts'
import { menuOf } from './offer.ts'

/** Politeness is returned and never taken as an answer. True when the text was nothing else. */
export async function sayThanks(turn: Turn, text: string, commands: readonly Command[]): Promise<boolean> {
  const isGreeted = isGreeting(text)
  if (!isGreeted && !isThanks(text)) return false
  // Whoever says yes politely to a question must not believe that it is answered.
  if (turn.chat.kind === 'private' && turn.dialog && turn.dialog.kind !== MENU)
    await turn.reply('router-thanks-waiting')
  else if (!isGreeted || turn.chat.kind === 'group') await turn.reply('router-thanks')
  else await turn.reply(turn.person ? 'router-hello' : 'join-stranger', {}, menuOf(turn, commands))
  return true
}
