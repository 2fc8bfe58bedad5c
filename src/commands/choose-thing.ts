import { shortId } from '../domain/short-id.ts'
import type { OwedThing } from '../store/open-assignments.ts'
import { formatShortDay } from '../time.ts'
import type { Turn } from './command.ts'
import { beginForm } from './form-session.ts'
import { titleOf, wordsFor, type Words } from './thing-words.ts'

/** Goes straight to the only thing, or asks which of several; each label ends with the day. */
export async function chooseThing(
  turn: Turn,
  things: readonly OwedThing[],
  question: string,
  label: (thing: OwedThing, t: Words) => string = (thing, t) => titleOf(thing, turn.locale, t),
): Promise<void> {
  const [only, another] = things
  if (only && !another) return beginForm(turn, only)
  const t = wordsFor(turn)
  const choices = things.map((thing) => [
    { action: `form:open:${shortId(thing.id)}`, label: withDay(label(thing, t), thing) },
  ])
  await turn.reply(question, {}, { choices })
}

export function withDay(label: string, { dueOn }: Pick<OwedThing, 'dueOn'>): string {
  return dueOn ? `${label} · ${formatShortDay(dueOn)}` : label
}
