import { listGranted } from '../store/consents.ts'
import { revokeInvites } from '../store/invites.ts'
import { cancelQueuedTo } from '../store/outbox.ts'
import type { Command } from './command.ts'
import { keepDecision } from './consent-text.ts'

/** `/rutlai`: takes every yes back, stops all sends at once, those queued included. */
export const withdrawConsent: Command = {
  name: 'withdraw-consent',
  slash: 'rutlai',
  aliases: ['ngung'],
  words: ['rut lai', 'rut lai dong y', 'ngung nhan tin'],
  where: 'private',
  for: 'joined',
  run: async (turn) => {
    const person = turn.person!
    const granted = await listGranted(turn.tx, person.id)
    if (!granted.includes('messages')) {
      await turn.reply('withdraw-nothing', {}, comeBack(turn.t(turn.locale, 'withdraw-come-back')))
      return
    }
    for (const purpose of granted) await keepDecision(turn, person, purpose, 'withdrawn')
    await cancelQueuedTo(turn.tx, person.id)
    await revokeInvites(turn, person.id)
    await turn.setDialog(null)
    await turn.reply('withdraw-done', {}, comeBack(turn.t(turn.locale, 'withdraw-come-back')))
  },
}

function comeBack(label: string) {
  return { choices: [[{ action: 'join:run', label }]] }
}
