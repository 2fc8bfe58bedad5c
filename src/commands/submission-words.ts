import type { FormDefinition } from '../domain/form-definition.ts'
import type { PersonView } from '../domain/person.ts'
import { findNamed } from '../domain/named-exemplars.ts'
import type { NamedPerson } from '../domain/vietnamese-names.ts'
import { describeLines, type FormAnswers, type FormLine, listLines, namesExemplar } from '../forms/index.ts'
import { authorise, mayDo } from '../store/authorise.ts'
import { listUnnameable } from '../store/exemplar-consents.ts'
import { findOwedThing, type OwedThing } from '../store/open-assignments.ts'
import { getCurrentVersion, type Submission, type SubmissionVersion } from '../store/submissions.ts'
import { dayOf } from '../time.ts'
import type { Tools } from './command.ts'
import { formOfVersion } from './form-of-thing.ts'
import { type Words, wordsFor } from './thing-words.ts'

/** A filing with everything that is needed to show it. */
export interface ShownSubmission {
  submission: Submission
  version: SubmissionVersion
  thing: OwedThing
  definition: FormDefinition
}

/** Loads what counts of a submission, as this reader stands to it; null where the programme is not live. */
export async function loadSubmission(
  tools: Tools,
  reader: PersonView,
  submission: Submission,
): Promise<ShownSubmission | null> {
  const thing = await findOwedThing(tools, reader, submission.assignmentId)
  if (!thing) return null
  const version = await getCurrentVersion(tools, submission)
  const { definition } = await formOfVersion(tools, thing, version.formVersionId)
  return { submission, version, thing, definition }
}

/** May this reader see the words of a filing? An allowed look at somebody else's is recorded. */
export async function maySee(
  tools: Tools,
  reader: PersonView,
  { thing, submission }: ShownSubmission,
): Promise<boolean> {
  const details = { submission: submission.id, version: submission.currentNumber }
  const unitId = thing.unit.id
  if (thing.personId === null) return authorise(tools, reader, 'see-report', { unitId, details })
  const target = { unitId, personId: thing.personId, details }
  if (await authorise(tools, reader, 'see-submission', target)) return true
  const isPublic = thing.obligation.visibility === 'cell' && thing.obligation.kind === 'pledge'
  return isPublic && authorise(tools, reader, 'see-public-pledge', target)
}

/** The numbered lines of a filing; who was absent is named to the unit itself alone. */
export async function submissionLines(
  tools: Tools,
  reader: PersonView,
  locale: 'vi' | 'en',
  shown: ShownSubmission,
): Promise<string> {
  const { version, thing, definition } = shown
  const lines = listLines({
    definition,
    answers: version.answers as FormAnswers,
    context: {
      today: dayOf(version.filedAt, thing.unit.zone),
      locale,
      roster: [],
      prefill: filledValues(definition, version.answers as FormAnswers),
    },
  })
  const t = wordsFor({ t: tools.t, locale })
  const mayName = await mayDo(tools, reader, 'see-report-absentees', { unitId: thing.unit.id })
  if (mayName) return describeLines(lines, t)
  const hidden = await unnameableIn(tools, shown)
  const forAbove = lines.map((line) => withoutNames(withoutExemplar(line, shown, hidden, t), t))
  return describeLines(forAbove, t)
}

/** Members whom a filing could name as examples and who have not said yes. */
async function unnameableIn(tools: Tools, { definition, thing }: ShownSubmission): Promise<NamedPerson[]> {
  const fields = definition.fields.flatMap((field) => (field.kind === 'group' ? field.fields : [field]))
  if (!fields.some(({ id }) => namesExemplar(definition, id))) return []
  return listUnnameable(tools.tx, thing.treeId, thing.unit.id, dayOf(tools.now))
}

/** Who was named as an example without having agreed is not named to the level above. */
function withoutExemplar(
  line: FormLine,
  { definition }: ShownSubmission,
  hidden: readonly NamedPerson[],
  t: Words,
): FormLine {
  const { value, path } = line
  if (value?.kind !== 'text' || !namesExemplar(definition, path.split('.').at(-1)!)) return line
  if (findNamed(value.text, hidden).length === 0) return line
  return { ...line, value: { kind: 'text', text: t('receipt-exemplar-unnamed') } }
}

/** What was filled in by itself on the day of filing, by source. */
function filledValues(definition: FormDefinition, answers: FormAnswers): Record<string, string | number> {
  const known = definition.fields.flatMap((field) => {
    const value = answers[field.id]
    if (field.kind !== 'prefilled') return []
    return typeof value === 'string' || typeof value === 'number' ? [[field.source, value] as const] : []
  })
  return Object.fromEntries(known)
}

/** Figures instead of names. */
function withoutNames(line: FormLine, t: Words): FormLine {
  if (line.value?.kind !== 'people') return line
  const figure = ({ length }: readonly unknown[]) =>
    length === 0 ? [] : [{ name: t('receipt-people', { count: length }), reason: null }]
  const { excused, unexcused } = line.value
  return { ...line, value: { ...line.value, excused: figure(excused), unexcused: figure(unexcused) } }
}
