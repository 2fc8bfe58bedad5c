import { type Field, type FormDefinition, type SimpleField, wordsOf } from '../domain/form-definition.ts'
import { fieldNumbers, isAsked } from './form-places.ts'

/**
 * How one question differs between two versions of a form: `added` is asked from now on, `removed` no more,
 * `replaced` is asked for another kind of answer, `reworded` in other words or with other options, `needed` may
 * not be left empty any more.
 */
export interface FieldChange {
  kind: 'added' | 'removed' | 'replaced' | 'reworded' | 'needed'
  /** `content`, or `deeds.content` for what is asked of every item. */
  path: string
  /** The printed number of the question: of the new version, for `removed` of the old one. */
  number: number
  /** As it is asked from now on; for `removed` as it was asked. */
  field: Field
}

export interface MigrationPlan {
  /** In the order of the new form, what is asked no more at the end. */
  changes: FieldChange[]
  /** A question that stays has another printed number. */
  renumbered: boolean
}

/** What changes for somebody who began with one version of a form and goes on with another. Ids name questions. */
export function planMigration(from: FormDefinition, to: FormDefinition): MigrationPlan {
  const before = questionsOf(from)
  const after = questionsOf(to)
  const changes: FieldChange[] = []
  let renumbered = false
  for (const [path, { field, number }] of after) {
    const earlier = before.get(path)
    if (!earlier) {
      // A group that is new is named once, not question by question.
      if (!isInside(path) || before.has(groupOf(path))) changes.push({ kind: 'added', path, number, field })
      continue
    }
    if (earlier.number !== number) renumbered = true
    const kind = differenceOf(earlier.field, field)
    if (kind) changes.push({ kind, path, number, field })
  }
  for (const [path, { field, number }] of before)
    if (!after.has(path) && (!isInside(path) || after.has(groupOf(path))))
      changes.push({ kind: 'removed', path, number, field })
  return { changes, renumbered }
}

/** Whether an answer to one kind of question answers another: only texts of any length do. */
export function isSameKind(before: Field, after: Field): boolean {
  return before.kind === after.kind || (isText(before) && isText(after))
}

function differenceOf(before: Field, after: Field): FieldChange['kind'] | null {
  if (!isSameKind(before, after)) return 'replaced'
  if (wordsInAll(before) !== wordsInAll(after)) return 'reworded'
  return before.optional && !after.optional ? 'needed' : null
}

/** Everything of a question that decides what an answer to it means. */
function wordsInAll(field: Field): string {
  const options = 'options' in field ? field.options.map(({ id, label }) => [id, bothOf(label)]) : []
  const unit = 'unit' in field && field.unit ? bothOf(field.unit) : []
  return JSON.stringify([bothOf(field.label), options, unit])
}

function bothOf(words: Parameters<typeof wordsOf>[0]): [string, string] {
  return [wordsOf(words, 'vi'), wordsOf(words, 'en')]
}

function questionsOf(definition: FormDefinition): Map<string, { field: Field; number: number }> {
  const numbers = fieldNumbers(definition)
  const questions = new Map<string, { field: Field; number: number }>()
  for (const field of definition.fields.filter(isAsked)) {
    const number = numbers.get(field.id)!
    questions.set(field.id, { field, number })
    const inner: SimpleField[] = field.kind === 'group' ? field.fields.filter(isAsked) : []
    for (const one of inner) questions.set(`${field.id}.${one.id}`, { field: one, number })
  }
  return questions
}

const isText = ({ kind }: Field) => kind === 'short-text' || kind === 'long-text'
const isInside = (path: string) => path.includes('.')
const groupOf = (path: string) => path.split('.')[0]!
