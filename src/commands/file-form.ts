import type { FormDefinition } from '../domain/form-definition.ts'
import type { ReceiptKind } from '../domain/receipt-code.ts'
import { decideRefiling } from '../domain/submission-state.ts'
import { type FormAnswers, itemsOf, readMeasures } from '../forms/index.ts'
import { authorise } from '../store/authorise.ts'
import { type PromisedDeed, saveDeeds } from '../store/deeds.ts'
import { type Draft, saveDraft } from '../store/drafts.ts'
import type { OwedThing } from '../store/open-assignments.ts'
import { closeProxyEntry, fileProxyEntry, findOpenProxyEntry } from '../store/proxy-entries.ts'
import { listReceivers } from '../store/receivers.ts'
import { type Filed, fileSubmission, findSubmissionOf } from '../store/submissions.ts'
import { dayOf, formatDay } from '../time.ts'
import { askForSignature } from './ask-for-signature.ts'
import { askReceivers } from './ask-receivers.ts'
import type { Turn } from './command.ts'
import { askExemplars } from './exemplar.ts'
import { sayClosed, sayFrozen } from './form-notices.ts'
import { readBack } from './read-back.ts'
import { tellGroup } from './tell-group.ts'
import { titleOf, wordsFor } from './thing-words.ts'

/** A form that was confirmed. */
export interface ConfirmedForm {
  thing: OwedThing
  draft: Draft
  definition: FormDefinition
  answers: FormAnswers
}

/**
 * Files a confirmed form, or hands a contact's draft to those who sign; gives the receipt. What is entered
 * for somebody is read back to them before (`wasReadBack`).
 */
export async function fileForm(turn: Turn, confirmed: ConfirmedForm, wasReadBack = false): Promise<void> {
  const { thing, draft, definition } = confirmed
  const person = turn.person!
  await turn.setDialog(null)
  // The draft stays: the round may be opened again.
  if (thing.isClosed) return sayClosed(turn, thing)
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
  const entry = thing.right === 'enters' ? await findOpenProxyEntry(turn.tx, thing.id) : null
  if (entry && !wasReadBack) return readBack(turn, confirmed)
  const unitId = thing.unit.id
  const filedBy = thing.personId ?? person.id
  if (!(await mayFile(turn, thing))) {
    await turn.reply('form-session-not-yours')
    return
  }
  const { answers, deeds } = withDeedIds(definition, confirmed.answers, () => turn.newId())
  const filed = await fileSubmission(turn, {
    assignment: thing,
    formVersionId: draft.formVersionId,
    answers,
    measures: readMeasures(definition, answers),
    filedBy,
    enteredBy: person.id,
    accountId: turn.account?.id ?? null,
    receiptKind: receiptKindOf(thing),
    reviewed: thing.obligation.route !== undefined,
  })
  const owner = { treeId: thing.treeId, personId: thing.personId, unitId }
  const submissionId = filed.submission.id
  await saveDeeds(turn, { ...owner, submissionId, submissionVersionId: filed.versionId }, deeds)
  await saveDraft(turn, draft, { status: 'filed' })
  if (entry) await fileProxyEntry(turn, entry.id, filed.versionId)
  else await closeProxyEntry(turn, thing.id)
  const routed = { ...owner, programme: thing.programme, ownerUnitId: thing.ownerUnitId }
  const asked = await listReceivers(turn, { ...routed, obligation: thing.obligation }, [filedBy, person.id])
  await sayReceipt(turn, thing, filed, asked.receivers.length > 0)
  await askReceivers(turn, thing, filed, asked)
  await askExemplars(turn, thing, filed.submission, { definition, answers, by: person.id })
  await tellGroup(turn, thing)
}

async function mayFile(turn: Turn, thing: OwedThing): Promise<boolean> {
  const person = turn.person!
  const unitId = thing.unit.id
  if (thing.personId === null) return authorise(turn, person, 'file-for-unit', { unitId })
  if (thing.personId === person.id) return authorise(turn, person, 'file-for-self', { personId: person.id })
  const target = { unitId, personId: thing.personId, details: { assignment: thing.id } }
  return thing.right === 'enters' && authorise(turn, person, 'file-for-person', target)
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
    thing.right === 'enters'
      ? t('proxy-receipt', { code })
      : isEditable
        ? t('receipt-editable', { code, due: formatDay(thing.dueOn!) })
        : t('receipt-look', { code }),
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
