import { shortId } from '../domain/short-id.ts'
import {
  describeOutcome,
  type FormAnswers,
  type FormEvent,
  type FormState,
  type Outcome,
  type Path,
  stepForm,
} from '../forms/index.ts'
import { type Draft, saveDraft } from '../store/drafts.ts'
import { listPersonViews } from '../store/people.ts'
import { dayOf } from '../time.ts'
import type { Turn } from './command.ts'
import { fileForm } from './file-form.ts'
import { formDialogOf, withAnswer, withPrompt } from './form-dialog.ts'
import { keepWait } from './form-waits.ts'
import { inPrivate } from './in-private.ts'
import { type Session, stateOf } from './open-session.ts'
import { sayInPrivate } from './say-in-private.ts'
import { wordsFor } from './thing-words.ts'

/** One event: the draft moves on, and one message says where it is now. */
export async function takeStep(
  turn: Turn,
  session: Session,
  event: FormEvent,
  how: { before?: string | null; inPlace?: boolean } = {},
): Promise<void> {
  const author = turn.person!.id
  const stepped = stepForm(session.definition, stateOf(session.draft), { ...event, author }, session.context)
  const draft = await saveDraft(turn, session.draft, { state: stepped.state, penPersonId: author })
  const next = { ...session, draft: draft! }
  await keepWait(turn, session.draft, next.draft)
  if (stepped.outcome.kind === 'confirmed') {
    const { thing, definition } = next
    return fileForm(turn, { thing, draft: next.draft, definition, answers: stepped.outcome.answers })
  }
  await showOutcome(turn, next, stepped.outcome, { ...how, recorded: stepped.recorded })
}

/** The answers of a form that was confirmed and not changed since; null when it has to be gone through again. */
export function confirmedAnswers(
  { definition, draft, context }: Session,
  author: string,
): FormAnswers | null {
  const event = { kind: 'verb', verb: 'confirm', author } as const
  const { outcome } = stepForm(definition, stateOf(draft), event, context)
  return outcome.kind === 'confirmed' ? outcome.answers : null
}

/** Says an outcome and remembers in this chat what it asked. */
export async function showOutcome(
  turn: Turn,
  session: Session,
  outcome: Outcome,
  how: { before?: string | null; inPlace?: boolean; recorded?: Path[] } = {},
): Promise<void> {
  if (outcome.kind === 'nothing') return
  if (turn.chat.kind === 'group' && isForPrivateEyes(outcome)) return goOnInPrivate(turn, session, outcome)
  const t = wordsFor(turn)
  const names = await namesOfAuthors(turn, session.draft)
  const said = describeOutcome(outcome, t, (personId) => names.get(personId) ?? null)
  const text = how.before ? `${how.before}\n\n${said.text}` : said.text
  const { draft } = session
  const state = stateOf(draft)
  if (outcome.kind === 'paused' || outcome.kind === 'cancelled') {
    if (outcome.kind === 'cancelled') await saveDraft(turn, draft, { status: 'cancelled' })
    await turn.setDialog(null)
    await turn.replyText(text)
    return
  }
  const { buttons } = turn.bots.can(turn.chat.botId)
  const rows = buttons ? [...said.choices, ...said.shortcuts] : said.choices
  const choices = rows.map((row) =>
    row.map(({ action, label }) => ({
      action: `form:c:${shortId(draft.id)}:${markOf(state)}${action}`,
      label,
    })),
  )
  const isHere = turn.dialog?.kind === 'form' && turn.dialog.draftId === draft.id
  const memory = { ...formDialogOf(isHere ? turn.dialog!.state : null), waiting: [] }
  const prompted = withAnswer(
    withPrompt(memory, {
      revision: state.revision,
      at: turn.machineNow.toISOString(),
      shownAt: turn.now.toISOString(),
    }),
    turn.update.messageId,
    how.recorded ?? [],
  )
  const remember = (promptId: string | null) =>
    turn.setDialog({ kind: 'form', draftId: draft.id, state: { ...prompted, promptId } })
  // Numbers of a form's choices never expire: it has to be open before they are shown.
  if (!isHere) await remember(null)
  const promptId = await turn.replyText(text, {
    choices,
    ...(how.inPlace && memory.promptId && { replace: memory.promptId }),
  })
  await remember(promptId ?? memory.promptId)
}

/** Buttons name questions by their printed numbers, which another version of the form counts otherwise. */
function markOf({ moves = 0 }: FormState): string {
  return moves === 0 ? '' : `m${moves}.`
}

/** The choice that a button carries; of an older version of the form it is one that means nothing any more. */
export function choiceOfButton(carried: string, state: FormState): string {
  const mark = markOf(state)
  const isOfVersion = mark === '' ? !/^m\d+\./.test(carried) : carried.startsWith(mark)
  return isOfVersion ? carried.slice(mark.length) : 'of-another-version'
}

/** All lines together, with what the bot knows of the person, are shown to nobody else. */
function isForPrivateEyes(outcome: Outcome): boolean {
  if (outcome.kind === 'overview' || outcome.kind === 'review') return true
  return 'prompt' in outcome && outcome.prompt.kind === 'review'
}

/** The thread leaves the group: the person reads and confirms it in private. */
async function goOnInPrivate(turn: Turn, session: Session, outcome: Outcome): Promise<void> {
  const quiet = await inPrivate(turn)
  await turn.setDialog(null)
  if (!quiet) return sayInPrivate(turn, 'tiep')
  const label = turn.t(turn.locale, 'router-open-private-label')
  await turn.reply(
    'here-go-on',
    {},
    { openPrivate: { label, payload: 'tiep' }, assignmentId: session.thing.id },
  )
  await showOutcome(quiet, session, outcome)
}

/** Authors are named where several people write one draft. */
async function namesOfAuthors(turn: Turn, draft: Draft): Promise<Map<string, string>> {
  const authors = new Set(Object.values(stateOf(draft).authors))
  if (draft.personId !== null || authors.size < 2) return new Map()
  const people = await listPersonViews(turn.tx, [...authors], dayOf(turn.now))
  return new Map(people.map((person) => [person.id, person.givenName]))
}
