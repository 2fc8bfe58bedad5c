import { mayAnswerInGroup } from '../domain/answers-in-group.ts'
import { longId, shortId } from '../domain/short-id.ts'
import { findConsent } from '../store/consents.ts'
import { listOwedThings, type OwedThing } from '../store/open-assignments.ts'
import { listGroupUnits } from '../store/recipients.ts'
import { dayOf } from '../time.ts'
import { withDay } from './choose-thing.ts'
import type { Command, Turn } from './command.ts'
import { newestFormOf } from './form-of-thing.ts'
import { beginForm } from './form-session.ts'
import { inPrivate } from './in-private.ts'
import { sayInPrivate } from './say-in-private.ts'
import { isOpened, titleOf, wordsFor } from './thing-words.ts'

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
    const [only, ...others] = await listOpenThings(turn)
    if (!only) return sayInPrivate(turn, 'viec')
    if (others.length === 0) return beginForm(turn, only)
    const t = wordsFor(turn)
    const choices = [only, ...others].map((thing) => [
      { action: `here:open:${shortId(thing.id)}`, label: withDay(titleOf(thing, turn.locale, t), thing) },
    ])
    await turn.reply('here-which', {}, { choices })
  },
  actions: {
    open: async (turn, [assignment]) => {
      const things = await listOpenThings(turn)
      const thing = things.find(({ id }) => id === longId(assignment ?? ''))
      if (thing) return beginForm(turn, thing)
      // Under somebody else's question: nobody but the one who pressed hears of it.
      await (await inPrivate(turn))?.reply('here-not-yours')
    },
  },
}

/** What is one's own, of a unit of this group, and may be answered in front of the others; due first, first. */
async function listOpenThings(turn: Turn): Promise<OwedThing[]> {
  const { person, tx } = turn
  if (!person || (await findConsent(tx, person.id, 'pledges')) !== 'granted') return []
  const unitIds = await listGroupUnits(tx, turn.chat.id)
  const found: OwedThing[] = []
  for (const thing of await listOwedThings(turn, person)) {
    const isOwn = thing.personId === person.id && unitIds.includes(thing.unit.id) && thing.state === 'open'
    if (!isOwn || !isOpened(thing, dayOf(turn.now, thing.unit.zone))) continue
    if (mayAnswerInGroup(thing.obligation, (await newestFormOf(turn, thing)).definition)) found.push(thing)
  }
  return found
}
