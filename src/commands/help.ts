import type { Command } from './command.ts'
import { listOffered, menuOf } from './offer.ts'

/** `/trogiup`: what this person can do here, one line per command (`help-<name>`). */
export function createHelp(commands: () => readonly Command[]): Command {
  return {
    name: 'help',
    slash: 'trogiup',
    aliases: ['help'],
    words: ['tro giup', 'huong dan', 'menu'],
    where: 'both',
    for: 'anyone',
    run: async (turn) => {
      const offered = listOffered(commands(), turn.person, turn.chat.kind)
      const lines = offered.map(({ name, slash }) => `/${slash}: ${turn.t(turn.locale, `help-${name}`)}`)
      const opening = turn.t(turn.locale, turn.person ? 'help-opening' : 'help-opening-stranger')
      const text = [opening, lines.join('\n')].join('\n\n')
      await turn.replyText(text, turn.chat.kind === 'private' ? menuOf(turn, commands()) : {})
    },
  }
}
