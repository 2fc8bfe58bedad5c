import type { FormDefinition } from '../domain/form-definition.ts'
import type { ReceiptKind } from '../domain/receipt-code.ts'
import { decideRefiling } from '../domain/submission-state.ts'
import { type FormAnswers, itemsOf, readMeasures } from '../forms/index.ts'
import { authorise } from '../store/authorise.ts'
import { type PromisedDeed, saveDeeds } from '../store/deeds.ts'
import { type Draft, saveDraft } from '../store/drafts.ts'
import type { OwedThing } from '../store/open-assignments.ts'
import { listReceivers } from '../store/receivers.ts'
import { type Filed, fileSubmission, findSubmissionOf } from '../store/submissions.ts'
import { dayOf, formatDay } from '../time.ts'
import { askForSignature } from './ask-for-signature.ts'
import { askReceivers } from './ask-receivers.ts'
import type { Turn } from './command.ts'
import { sayFrozen } from './form-notices.ts'
import { titleOf, wordsFor } from './thing-words.ts'

/** A form that was confirmed. */
export interface ConfirmedForm {
  thing: OwedThing
  draft: Draft
  definition: FormDefinition
  answers: FormAnswers
}

/** Files a confirmed form, or hands a contact's draft to those who sign; gives the receipt. */
export async function fileForm(turn: Turn, confirmed: ConfirmedForm): Promise<void> {
  const { thing, draft, definition } = confirmed
  const person = turn.person!
  await turn.setDialog(null)
  if (thing.right === 'drafts') {
    await saveDraft(turn, draft, { status: 'awaiting-signature' })
    return askForSignature(turn, thing)
  }
  const submission = await findSubmissionOf(turn, thing.id)
  const today = dayOf(turn.now, thing.unit.zone)
  if (submission) {
    const refiling = decideRefiling(submission.state, thing.dueOn, today)
    if (refiling.kind !== 'may-refile') {
      await saveDraft(turn, draft, { status: 'cancelled' })
      return sayFrozen(turn, submission, refiling)
    }
  }
  const unitId = thing.unit.id
  const isAllowed =
    thing.personId === person.id
      ? await authorise(turn, person, 'file-for-self', { personId: person.id })
      : await authorise(turn, person, 'file-for-unit', { unitId })
  if (!isAllowed) {
    await turn.reply('form-session-not-yours')
    return
  }
  const { answers, deeds } = withDeedIds(definition, confirmed.answers, () => turn.newId())
  const filed = await fileSubmission(turn, {
    assignment: thing,
    formVersionId: draft.formVersionId,
    answers,
    measures: readMeasures(definition, answers),
    filedBy: person.id,
    enteredBy: person.id,
    accountId: turn.account?.id ?? null,
    receiptKind: receiptKindOf(thing),
    reviewed: thing.obligation.route !== undefined,
  })
  const owner = { treeId: thing.treeId, personId: thing.personId, unitId }
  const submissionId = filed.submission.id
  await saveDeeds(turn, { ...owner, submissionId, submissionVersionId: filed.versionId }, deeds)
  await saveDraft(turn, draft, { status: 'filed' })
  const routed = { ...owner, programme: thing.programme, ownerUnitId: thing.ownerUnitId }
  const asked = await listReceivers(turn, { ...routed, obligation: thing.obligation }, [person.id])
  await sayReceipt(turn, thing, filed, asked.receivers.length > 0)
  await askReceivers(turn, thing, filed, asked)
}

async function sayReceipt(turn: Turn, thing: OwedThing, filed: Filed, isAsked: boolean): Promise<void> {
  const t = wordsFor(turn)
  const { code } = filed.submission
  const today = dayOf(turn.now, thing.unit.zone)
  const isEditable = thing.dueOn !== null && today <= thing.dueOn
  const lines = [
    t(filed.number === 1 ? 'receipt-filed' : 'receipt-refiled', { code, version: filed.number }),
    titleOf(thing, turn.locale, t),
    t(isAsked ? 'receipt-next-review' : 'receipt-next-none'),
    isEditable ? t('receipt-editable', { code, due: formatDay(thing.dueOn!) }) : t('receipt-look', { code }),
  ]
  await turn.replyText(lines.join('\n'))
}

/** Every deed has an id of its own, which its item carries through all versions. */
function withDeedIds(
  definition: FormDefinition,
  answers: FormAnswers,
  newId: () => string,
): { answers: FormAnswers; deeds: PromisedDeed[] } {
  const numbered: FormAnswers = { ...answers }
  const deeds: PromisedDeed[] = []
  for (const field of definition.fields) {
    if (field.kind !== 'group' || !field.deeds) continue
    const items = itemsOf(answers, field.id).map((item) => ({ ...item, ref: item.ref ?? newId() }))
    numbered[field.id] = items
    for (const item of items) {
      const kind = field.deed_kind === undefined ? null : item.answers[field.deed_kind]
      deeds.push({ id: item.ref, kind: typeof kind === 'string' ? kind : null, answers: item.answers })
    }
  }
  return { answers: numbered, deeds }
}

function receiptKindOf({ obligation: { kind } }: OwedThing): ReceiptKind {
  if (kind === 'pledge') return 'CK'
  return kind === 'session-report' || kind === 'report' ? 'BC' : 'NV'
}
