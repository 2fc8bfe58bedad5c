import { listGranted } from '../store/consents.ts'
import { revokeInvites } from '../store/invites.ts'
import { cancelQueuedTo } from '../store/outbox.ts'
import type { ConsentPurpose } from '../store/recipients.ts'
import type { Command, Turn } from './command.ts'
import { keepDecision } from './consent-text.ts'
import { openCase, receiptValues, tellOffice } from './open-data-case.ts'

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
    const { opened, isNew } = await openCase(turn, 'withdraw')
    await turn.reply(
      'withdraw-done',
      receiptValues(turn, opened),
      comeBack(turn.t(turn.locale, 'withdraw-come-back')),
    )
    if (isNew) await tellOffice(turn, opened)
  },
}

/** Takes back one purpose other than messages: it holds at once, what is on file waits for the office. */
export async function withdrawPurpose(turn: Turn, purpose: ConsentPurpose): Promise<void> {
  if (purpose === 'messages') return withdrawConsent.run(turn, '')
  const person = turn.person!
  const granted = await listGranted(turn.tx, person.id)
  const named = turn.t(turn.locale, `data-purpose-${purpose}`)
  if (!granted.includes(purpose)) return void (await turn.reply('data-withdraw-nothing', { purpose: named }))
  await keepDecision(turn, person, purpose, 'withdrawn')
  const { opened, isNew } = await openCase(turn, 'withdraw')
  await turn.reply('data-withdrawn', { purpose: named, ...receiptValues(turn, opened) })
  if (isNew) await tellOffice(turn, opened)
}

function comeBack(label: string) {
  return { choices: [[{ action: 'join:run', label }]] }
}
