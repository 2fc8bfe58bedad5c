import { saveChoices } from '../store/dialogs.ts'
import type { Command, Turn } from './command.ts'
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
    await forgetNumbers(turn)
    await turn.reply(dialog ? 'cancel-done' : 'cancel-nothing-open')
  },
}

/** After leaving, a number of the list that was shown before picks nothing. */
async function forgetNumbers({ tx, vault, chat, account, newId, now }: Turn): Promise<void> {
  if (!account) return
  const place = { chatId: chat.id, accountId: account.id, newId, now }
  await saveChoices(tx, vault, place, { choices: [], expireAt: null, promptId: null })
}
