import type { Command } from './command.ts'
import { takeFormMessage } from './form-session.ts'

/** `/huy`: leaves what is open. A form asks once before it throws its answers away. */
export const cancel: Command = {
  name: 'cancel',
  slash: 'huy',
  aliases: ['cancel'],
  words: ['huy', 'huy bo'],
  where: 'private',
  for: 'anyone',
  onlyInDialog: true,
  run: async (turn) => {
    const { dialog } = turn
    if (dialog?.kind === 'form') return takeFormMessage(turn, 'cancel')
    if (dialog) await turn.setDialog(null)
    await turn.reply(dialog ? 'cancel-done' : 'cancel-nothing-open')
  },
}
