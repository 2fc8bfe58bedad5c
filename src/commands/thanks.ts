import { isThanks } from '../domain/vietnamese-thanks.ts'
import type { Turn } from './command.ts'

/** Politeness is returned and never taken as an answer. True when the text was nothing else. */
export async function sayThanks(turn: Turn, text: string): Promise<boolean> {
  if (!isThanks(text)) return false
  await turn.reply('router-thanks')
  return true
}
