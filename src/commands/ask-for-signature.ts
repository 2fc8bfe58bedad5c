import { shortId } from '../domain/short-id.ts'
import type { OwedThing } from '../store/open-assignments.ts'
import { listHolders } from '../store/people.ts'
import { listRecipients } from '../store/recipients.ts'
import { dayOf } from '../time.ts'
import type { Turn } from './command.ts'
import { dueWords, titleOf, wordsFor } from './thing-words.ts'

/** Tells those who sign for the unit that a contact has finished a draft, and the contact what comes next. */
export async function askForSignature(turn: Turn, thing: OwedThing): Promise<void> {
  const t = wordsFor(turn)
  const mayDeputy = thing.obligation.deputy_signs !== false
  await turn.reply(mayDeputy ? 'form-session-handed-over' : 'form-session-handed-to-secretary', {
    title: titleOf(thing, turn.locale, t),
  })
  const today = dayOf(turn.now, thing.unit.zone)
  const roles = mayDeputy ? (['secretary', 'deputy'] as const) : (['secretary'] as const)
  const signers = await listHolders(turn.tx, thing.unit.id, roles, today)
  const targets = await listRecipients(
    turn.tx,
    thing.treeId,
    signers.map((signer) => signer.id),
  )
  for (const [personId, to] of targets) {
    const words = wordsFor({ t: turn.t, locale: to.locale })
    await turn.say({
      to,
      words: {
        key: 'form-session-sign-please',
        values: {
          title: titleOf(thing, to.locale, words),
          due: dueWords(thing, words),
          author: turn.person!.fullName,
        },
      },
      choices: [[{ action: `form:open:${shortId(thing.id)}`, label: words('form-session-sign') }]],
      class: 'scheduled',
      topic: 'review',
      uniqueKey: `signature:${turn.updateId}:${personId}`,
    })
  }
}
