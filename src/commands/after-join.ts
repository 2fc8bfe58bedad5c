import { unitsAllowing } from '../domain/access.ts'
import { listGroupBindings } from '../store/group-bindings.ts'
import { listOwedThings } from '../store/open-assignments.ts'
import { dayOf } from '../time.ts'
import type { Command, Turn } from './command.ts'
import { myWork } from './my-work.ts'
import { listOffered, menuOf } from './offer.ts'
import { isOpened } from './thing-words.ts'

const LINES = 6

/**
 * After joining, and for `/start` of somebody who joined: what can be done, and what is owed next. With
 * nothing owed, the menu.
 */
export async function sayNext(turn: Turn, commands: readonly Command[]): Promise<void> {
  const person = turn.person!
  const waiting = await listGroupBindings(turn.tx, unitsAllowing(person, 'confirm-group'), 'pending')
  if (waiting.length > 0) await turn.reply('group-waiting', { count: waiting.length })
  const things = await listOwedThings(turn, person)
  const owes = things.some(
    (thing) => thing.state === 'open' && isOpened(thing, dayOf(turn.now, thing.unit.zone)),
  )
  if (!owes) {
    await turn.reply('join-menu', {}, menuOf(turn, commands))
    return
  }
  const lines = listOffered(commands, person, 'private')
    .slice(0, LINES)
    .map(({ name, slash }) => `/${slash}: ${turn.t(turn.locale, `help-${name}`)}`)
  await turn.replyText([turn.t(turn.locale, 'join-can'), lines.join('\n')].join('\n\n'))
  await myWork.run(turn, '')
}
