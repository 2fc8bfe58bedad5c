import { saveReminderWish } from '../store/recipients.ts'
import type { Command } from './command.ts'

/** `/nhacviec`: every reminder, or only the last before a deadline. */
export const reminders: Command = {
  name: 'reminders',
  slash: 'nhacviec',
  words: ['nhac viec', 'nhac nhieu hay it'],
  where: 'private',
  for: 'joined',
  run: async (turn) => {
    if (!turn.person) return
    const how = await saveReminderWish(turn.tx, turn.person.id)
    const choice = (wish: string) => [
      { action: `reminders:${wish}`, label: turn.t(turn.locale, `reminders-${wish}`) },
    ]
    await turn.reply('reminders-ask', { how }, { choices: [choice('all'), choice('last')] })
  },
  actions: {
    all: async (turn) => {
      if (!turn.person) return
      await saveReminderWish(turn.tx, turn.person.id, 'all')
      await turn.reply('reminders-saved-all')
    },
    last: async (turn) => {
      if (!turn.person) return
      await saveReminderWish(turn.tx, turn.person.id, 'last')
      await turn.reply('reminders-saved-last')
    },
  },
}
