import { isGreeting, isThanks } from '../domain/vietnamese-thanks.ts'
import type { Command, Turn } from './command.ts'
import { menuOf } from './offer.ts'

/** Politeness is returned and never taken as an answer. True when the text was nothing else. */
export async function sayThanks(turn: Turn, text: string, commands: readonly Command[]): Promise<boolean> {
  const isGreeted = isGreeting(text)
  if (!isGreeted && !isThanks(text)) return false
  if (!isGreeted || turn.chat.kind === 'group') await turn.reply('router-thanks')
  else await turn.reply(turn.person ? 'router-hello' : 'join-stranger', {}, menuOf(turn, commands))
  return true
}
