import type { Turn } from './command.ts'

/** The way into the private chat, with a link that carries the command where the platform can. */
export async function sayInPrivate(turn: Turn, command: string): Promise<void> {
  const label = turn.t(turn.locale, 'router-open-private-label')
  await turn.reply('router-open-private', { command }, { openPrivate: { label, payload: command } })
}
