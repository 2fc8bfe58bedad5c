import { shortId } from '../domain/short-id.ts'
import { describeLines, type FormAnswers, listLines } from '../forms/index.ts'
import { listPersonViews } from '../store/people.ts'
import { dayOf } from '../time.ts'
import type { Turn } from './command.ts'
import { formContextOf } from './form-context.ts'
import type { Session } from './open-session.ts'
import { titleOf, wordsFor } from './thing-words.ts'

/** The dialog in which a read-back waits to be confirmed. */
export const PROXY = 'proxy'

/**
 * Before what was entered for somebody is filed, it is read aloud to them: the text for that, and the two
 * ways to go on. The draft stays open.
 */
export async function readBack(
  turn: Turn,
  { thing, draft, definition, answers }: Omit<Session, 'context'> & { answers: FormAnswers },
): Promise<void> {
  const t = wordsFor(turn)
  const [owner] = await listPersonViews(turn.tx, [thing.personId!], dayOf(turn.now))
  if (!owner) throw new Error('an entry is made for somebody who is not there')
  const context = await formContextOf(turn, thing, definition, owner, turn.locale)
  const lines = describeLines(listLines({ definition, answers, context }), t)
  const said = t('proxy-read-back', {
    name: owner.fullName,
    unit: thing.unit.name,
    title: titleOf(thing, turn.locale, t),
    lines,
  })
  await turn.setDialog({ kind: PROXY, draftId: draft.id, state: { step: 'read-back' } })
  await turn.replyText([t('proxy-read-aloud', { given: owner.givenName }), said].join('\n\n'), {
    choices: [
      [{ action: `${PROXY}:file:${shortId(draft.id)}`, label: t('proxy-read-yes') }],
      [{ action: `form:open:${shortId(thing.id)}`, label: t('proxy-read-edit') }],
    ],
  })
}
