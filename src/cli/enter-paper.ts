import { formCodeFor } from '../domain/audience.ts'
import type { FormDefinition, Wording } from '../domain/form-definition.ts'
import { periodWords } from '../domain/period-words.ts'
import type { PersonView } from '../domain/person.ts'
import {
  type DoneImport,
  type PaperDuty,
  type PaperEntry,
  planDoneImport,
} from '../domain/plan-done-import.ts'
import { programmeSpan } from '../domain/programme.ts'
import type { ReceiptKind } from '../domain/receipt-code.ts'
import { type RosterRow, sortProblems } from '../domain/roster-columns.ts'
import {
  type FormAnswers,
  paperAnswers,
  paperDeeds,
  paperItems,
  readMeasures,
  tooLongForPaper,
} from '../forms/index.ts'
import type { Tools } from '../commands/command.ts'
import { doneForm } from '../commands/done-form.ts'
import { authorise, mayDo } from '../store/authorise.ts'
import { type BindingRow, listBindingProgrammes } from '../store/binding-programmes.ts'
import { saveDeeds } from '../store/deeds.ts'
import { findPublishedForm, getForm } from '../store/form-versions.ts'
import { listPaperDuties, listPeopleByCode, type PaperDutyRow } from '../store/paper-duties.ts'
import { findPersonView, listHolders } from '../store/people.ts'
import { lockAssignments } from '../store/programmes.ts'
import { fileSubmission } from '../store/submissions.ts'
import { listUnits } from '../store/units.ts'
import { dayOf, instantOf } from '../time.ts'

export interface PaperOptions {
  /** The office person who enters it. */
  by: PersonView
  /** Code of the programme, where several have that duty. */
  programme?: string
  dryRun?: boolean
}

/** A duty with its row and the programme that asks it. */
interface Known {
  row: PaperDutyRow
  binding: BindingRow
}

/**
 * Enters what was done on paper: plans it and, unless there are problems or only the plan is wanted, files it
 * in the caller's transaction, dated on the paper's day. A second time changes nothing.
 */
export async function enterPaper(
  tools: Tools,
  rows: readonly RosterRow[],
  options: PaperOptions,
): Promise<DoneImport> {
  const { tx, now } = tools
  const { by } = options
  await lockAssignments(tx, by.treeId)
  const bindings = (await listBindingProgrammes(tx, by.treeId)).filter(
    ({ programme }) => options.programme === undefined || programme.code === options.programme,
  )
  const units = await listUnits(tx, by.treeId, dayOf(now))
  const people = await listPeopleByCode(tx, by.treeId, textsOf(rows, 'member_code'))
  const named = new Set(textsOf(rows, 'unit_code'))
  const found = await listPaperDuties(tools, {
    obligationIds: bindings.flatMap(({ obligationIds }) => [...obligationIds.values()]),
    personIds: people.map(({ id }) => id),
    unitIds: units.filter(({ code }) => named.has(code)).map(({ id }) => id),
  })
  const known = new Map<string, Known>()
  const duties = []
  for (const row of found) {
    const binding = bindings.find(({ obligationIds }) =>
      [...obligationIds.values()].includes(row.obligationId),
    )!
    const obligation = obligationOf({ row, binding })
    if (!obligation) continue
    known.set(row.assignmentId, { row, binding })
    duties.push({
      ...row,
      programme: binding.programme.code,
      obligation: obligation.code,
      titles: titlesOf(obligation),
      span: programmeSpan(binding.programme),
      periodNames: (['vi', 'en'] as const)
        .map((locale) => periodWords(row.period, (key, values) => tools.t(locale, key, values)))
        .filter((words) => words !== ''),
      filed: row.filed && (await filedOf(tools, { row, binding }, row.filed)),
    })
  }
  const names = bindings.flatMap(({ programme }) =>
    programme.obligations.flatMap((obligation) => [obligation.code, ...titlesOf(obligation)]),
  )
  const plan = planDoneImport(
    rows,
    { units, people, duties, names },
    {
      today: dayOf(now),
      placeholder: (number) => tools.t('vi', 'done-deed', { number }),
    },
  )
  await refuseForeign(tools, rows, plan, by)
  await refuseLong(tools, rows, plan, known)
  plan.problems = sortProblems(plan.problems)
  if (plan.problems.length > 0 || options.dryRun) return plan
  for (const entry of [...plan.file, ...plan.correct])
    await enterOne(tools, known.get(entry.duty.assignmentId)!, entry, by)
  return plan
}

/** Rows about units outside the branch of whoever enters them are problems like any other. */
async function refuseForeign(
  tools: Tools,
  rows: readonly RosterRow[],
  plan: DoneImport,
  by: PersonView,
): Promise<void> {
  const allowed = new Map<string, boolean>()
  for (const { line, duty, who } of [...plan.file, ...plan.correct]) {
    const { unitId } = duty
    if (!allowed.has(unitId)) allowed.set(unitId, await mayDo(tools, by, 'enter-paper', { unitId }))
    if (allowed.get(unitId)) continue
    const row = rows.find((each) => each.line === line)!
    const column = row.column((row.text('member_code') ?? '') === '' ? 'unit_code' : 'member_code')
    plan.problems.push({ line, column, reason: 'done-not-yours', values: { who } })
  }
}

/** No words are cut: what the form has no room for is a problem. */
async function refuseLong(
  tools: Tools,
  rows: readonly RosterRow[],
  plan: DoneImport,
  known: ReadonlyMap<string, Known>,
): Promise<void> {
  for (const { line, duty, deeds } of [...plan.file, ...plan.correct]) {
    const { definition } = await formOf(tools, known.get(duty.assignmentId)!)
    const characters = tooLongForPaper(definition, deeds)
    const column = rows.find((each) => each.line === line)!.column('deeds')
    if (characters !== null) plan.problems.push({ line, column, reason: 'too-long', values: { characters } })
  }
}

async function enterOne(tools: Tools, known: Known, entry: PaperEntry, by: PersonView): Promise<void> {
  const { row } = known
  const { unitId, personId, treeId } = row
  const details = { assignment: row.assignmentId }
  if (!(await authorise(tools, by, 'enter-paper', { unitId, details })))
    throw new Error('who may enter it was decided before')
  const obligation = obligationOf(known)!
  // Everything about it is dated on the paper's day.
  const dated = { ...tools, now: instantOf(entry.day, '12:00', row.dueZone) }
  const { formVersionId, definition } = await formOf(tools, known)
  const answers = paperAnswers(definition, entry, () => tools.newId())
  const [secretary] = await listHolders(tools.tx, unitId, ['secretary'], dayOf(tools.now))
  const filed = await fileSubmission(dated, {
    assignment: { ...row, id: row.assignmentId },
    formVersionId,
    answers,
    measures: readMeasures(definition, answers),
    filedBy: personId ?? secretary?.id ?? by.id,
    enteredBy: by.id,
    accountId: null,
    receiptKind: receiptKindOf(obligation.kind),
    // It was handed in on paper: nobody is asked to receive it again.
    reviewed: false,
    source: 'paper',
  })
  const submissionId = filed.submission.id
  const deeds = paperItems(definition, answers).map((item) => ({
    id: item.ref!,
    kind: null,
    answers: item.answers,
  }))
  await saveDeeds(
    dated,
    { treeId, submissionId, submissionVersionId: filed.versionId, personId, unitId },
    deeds,
  )
}

function titlesOf({ title }: { title: Wording }): string[] {
  return typeof title === 'string' ? [title] : [title.vi, title.en]
}

function obligationOf({ row, binding }: Known) {
  return binding.programme.obligations.find(
    ({ code }) => binding.obligationIds.get(code) === row.obligationId,
  )
}

async function filedOf(
  tools: Tools,
  known: Known,
  { isPaper, state, day, formVersionId, answers }: NonNullable<PaperDutyRow['filed']>,
): Promise<PaperDuty['filed']> {
  const isReceived = state === 'received'
  if (!isPaper) return { isPaper, isReceived, day, deeds: [], keep: (deeds) => deeds }
  const definition =
    formVersionId === null ? doneForm(obligationOf(known)!, tools.t) : await getForm(tools.tx, formVersionId)
  return {
    isPaper,
    isReceived,
    day,
    deeds: paperDeeds(definition, answers as FormAnswers),
    keep: (deeds) =>
      paperDeeds(
        definition,
        paperAnswers(definition, { day, deeds }, () => ''),
      ),
  }
}

/** The form that this person or unit would answer in the bot. */
async function formOf(
  tools: Tools,
  known: Known,
): Promise<{ formVersionId: string | null; definition: FormDefinition }> {
  const { row, binding } = known
  const { programme, ownerUnitId } = binding
  const obligation = obligationOf(known)!
  let code = obligation.form
  if (row.personId !== null && obligation.form_for.length > 0) {
    const today = dayOf(tools.now)
    const person = await findPersonView(tools.tx, row.personId, today)
    const units = new Map((await listUnits(tools.tx, row.treeId, today)).map((unit) => [unit.id, unit]))
    if (person) code = formCodeFor(obligation, person, { programme, ownerUnitId, units })
  }
  const published = programme.forms.find((form) => form.code === code)
  if (!published) return { formVersionId: null, definition: doneForm(obligation, tools.t) }
  const formVersionId = await findPublishedForm(tools.tx, binding.id, published)
  if (!formVersionId) throw new Error('a published form was never stored')
  return { formVersionId, definition: published }
}

function receiptKindOf(kind: string): ReceiptKind {
  if (kind === 'pledge') return 'CK'
  return kind === 'session-report' || kind === 'report' ? 'BC' : 'NV'
}

function textsOf(rows: readonly RosterRow[], column: 'member_code' | 'unit_code'): string[] {
  return [...new Set(rows.flatMap((row) => row.text(column) || []))]
}
