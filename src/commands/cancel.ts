import type { Command } from './command.ts'

/** `/huy`: leaves what is open. A draft of a form stays and can be taken up again. */
export const cancel: Command = {
  name: 'cancel',
  slash: 'huy',
  aliases: ['cancel'],
  words: ['huy', 'huy bo'],
  where: 'private',
  for: 'anyone',
  run: async (turn) => {
    const { dialog } = turn
    if (dialog) await turn.setDialog(null)
    await turn.reply(
      dialog ? (dialog.kind === 'form' ? 'cancel-form-left' : 'cancel-done') : 'cancel-nothing-open',
    )
  },
}
