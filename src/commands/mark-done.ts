import { longId, shortId } from '../domain/short-id.ts'
import { findOwedThing, listOwedThings } from '../store/open-assignments.ts'
import { dayOf } from '../time.ts'
import { withDay } from './choose-thing.ts'
import type { Command, Turn } from './command.ts'
import { sayGone } from './form-notices.ts'
import { beginForm } from './form-session.ts'
import { isOpened, titleOf, wordsFor } from './thing-words.ts'

/** `xong` and one line: closes what has no form of its own, with a photo if wished. */
export const markDone: Command = {
  name: 'done',
  slash: 'xong',
  words: ['xong', 'da xong', 'hoan thanh'],
  where: 'private',
  for: 'joined',
  takesText: true,
  run: async (turn, argument) => {
    const things = (await listOwedThings(turn, turn.person!)).filter(
      (thing) =>
        thing.state === 'open' &&
        !thing.isClosed &&
        thing.obligation.form === undefined &&
        isOpened(thing, dayOf(turn.now, thing.unit.zone)),
    )
    const line = argument.trim() || undefined
    const [only, another] = things
    if (!only) {
      await turn.reply('work-done-nothing')
      return
    }
    if (!another) return beginForm(turn, only, line)
    const t = wordsFor(turn)
    const choices = things.map((thing) => [
      { action: `done:close:${shortId(thing.id)}`, label: withDay(titleOf(thing, turn.locale, t), thing) },
    ])
    await turn.setDialog({ kind: 'done', state: { line: line ?? null } })
    await turn.reply('work-done-which', {}, { choices })
  },
  actions: {
    close: (turn, [assignment]) => close(turn, assignment),
  },
}

/** The line that was typed with `xong` goes into the thing that was chosen then. */
async function close(turn: Turn, assignment: string | undefined): Promise<void> {
  const assignmentId = longId(assignment ?? '')
  const thing = assignmentId && turn.person ? await findOwedThing(turn, turn.person, assignmentId) : null
  if (!thing) return sayGone(turn)
  const { line } = (turn.dialog?.kind === 'done' ? turn.dialog.state : {}) as { line?: string | null }
  if (turn.dialog?.kind === 'done') await turn.setDialog(null)
  await beginForm(turn, thing, line ?? undefined)
}
