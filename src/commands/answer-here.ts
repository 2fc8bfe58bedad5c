import { mayAnswerInGroup } from '../domain/answers-in-group.ts'
import { findConsent } from '../store/consents.ts'
import { listOwedThings, type OwedThing } from '../store/open-assignments.ts'
import { listGroupUnits } from '../store/recipients.ts'
import { dayOf } from '../time.ts'
import type { Command, Turn } from './command.ts'
import { newestFormOf } from './form-of-thing.ts'
import { beginForm } from './form-session.ts'
import { sayInPrivate } from './say-in-private.ts'
import { isOpened } from './thing-words.ts'

/**
 * `tại đây`, in answer to the bot's post in a group: begins what the programme lets people answer in the open.
 * For everything else, and for everybody else, the way into the private chat; why is nobody's business.
 */
export const answerHere: Command = {
  name: 'here',
  slash: 'taiday',
  words: ['tai day', 'tra loi tai day', 'dang ky tai day', 'viet tai day'],
  where: 'group',
  for: 'joined',
  hidden: true,
  run: async (turn) => {
    const thing = await findOpenThing(turn)
    await (thing ? beginForm(turn, thing) : sayInPrivate(turn, 'viec'))
  },
}

/** The first thing of one's own, of a unit of this group, that may be answered in front of the others. */
async function findOpenThing(turn: Turn): Promise<OwedThing | null> {
  const { person, tx } = turn
  if (!person || (await findConsent(tx, person.id, 'pledges')) !== 'granted') return null
  const unitIds = await listGroupUnits(tx, turn.chat.id)
  for (const thing of await listOwedThings(turn, person)) {
    const isOwn = thing.personId === person.id && unitIds.includes(thing.unit.id) && thing.state === 'open'
    if (!isOwn || !isOpened(thing, dayOf(turn.now, thing.unit.zone))) continue
    if (mayAnswerInGroup(thing.obligation, (await newestFormOf(turn, thing)).definition)) return thing
  }
  return null
}
