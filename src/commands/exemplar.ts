import type { FormDefinition } from '../domain/form-definition.ts'
import { findNamed } from '../domain/named-exemplars.ts'
import { longId, shortId } from '../domain/short-id.ts'
import { type FormAnswers, listExemplarTexts } from '../forms/index.ts'
import { listUnaskedExemplars } from '../store/exemplar-consents.ts'
import type { OwedThing } from '../store/open-assignments.ts'
import { findPersonView } from '../store/people.ts'
import { listRecipients } from '../store/recipients.ts'
import { findSubmission, getCurrentVersion, type Submission } from '../store/submissions.ts'
import { dayOf } from '../time.ts'
import type { Command, Tools, Turn } from './command.ts'
import { keepDecision } from './consent-text.ts'

/**
 * Being named as an example is asked of the person themselves, once, when a report first does so. Until they
 * say yes the level above reads no name.
 */
export const exemplar: Command = {
  name: 'exemplar',
  slash: 'neuguong',
  words: [],
  where: 'private',
  for: 'joined',
  hidden: true,
  run: (turn) => answer(turn, undefined, true),
  actions: {
    yes: (turn, [submission]) => answer(turn, submission, true),
    no: (turn, [submission]) => answer(turn, submission, false),
  },
}

/** Asks everybody whom a filing names as an example, joined and was never asked. */
export async function askExemplars(
  tools: Tools,
  thing: OwedThing,
  submission: Pick<Submission, 'id'>,
  filed: { definition: FormDefinition; answers: FormAnswers; by: string },
): Promise<void> {
  const text = listExemplarTexts(filed.definition, filed.answers).join('\n')
  if (text === '') return
  const unasked = await listUnaskedExemplars(tools.tx, thing.treeId, thing.unit.id, dayOf(tools.now))
  const named = findNamed(text, unasked).filter(({ personId }) => personId !== filed.by)
  const targets = await listRecipients(
    tools.tx,
    thing.treeId,
    named.map(({ personId }) => personId),
  )
  for (const [personId, to] of targets) {
    const word = (key: string) => tools.t(to.locale, key)
    await tools.say({
      to,
      words: { key: 'consent-ask-exemplar' },
      choices: [
        [{ action: `exemplar:yes:${shortId(submission.id)}`, label: word('consent-yes') }],
        [{ action: `exemplar:no:${shortId(submission.id)}`, label: word('consent-no') }],
      ],
      class: 'scheduled',
      topic: 'consent',
      uniqueKey: `exemplar:${submission.id}:${personId}`,
    })
  }
}

async function answer(turn: Turn, submissionShort: string | undefined, isYes: boolean): Promise<void> {
  const { person } = turn
  const submissionId = longId(submissionShort ?? '')
  const submission = submissionId ? await findSubmission(turn, submissionId) : null
  if (!person || !submission || submission.treeId !== person.treeId) {
    await turn.reply('consent-outdated')
    return
  }
  await keepDecision(turn, person, 'exemplar', isYes ? 'granted' : 'refused')
  await turn.reply(isYes ? 'consent-granted-exemplar' : 'consent-declined-exemplar')
  if (!isYes) await tellFiler(turn, submission)
}

/** Who named somebody that would rather not be named can take the name out. */
async function tellFiler(turn: Turn, submission: Submission): Promise<void> {
  const { filedBy } = await getCurrentVersion(turn, submission)
  const [to] = (await listRecipients(turn.tx, submission.treeId, [filedBy])).values()
  const person = await findPersonView(turn.tx, turn.person!.id, dayOf(turn.now))
  if (!to || !person) return
  await turn.say({
    to: { ...to, accountId: null },
    words: { key: 'exemplar-declined-told', values: { code: submission.code, name: person.fullName } },
    class: 'scheduled',
    topic: 'notice',
    uniqueKey: `exemplar-declined:${submission.id}:${person.id}`,
  })
}
