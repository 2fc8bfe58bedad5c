import { type FormDefinition, wordsOf } from '../domain/form-definition.ts'
import type { Day } from '../time.ts'
import type { FormAnswers } from './answers.ts'

/** What a table of sessions shows of one report besides its figures. */
export interface ReportWords {
  heldOn: Day | null
  /** Day on which the official handbook was brought up to date. */
  handbookOn: Day | null
  grade: string | null
  proposals: string | null
}

/** Read from the fields whose measures are `sessions_held`, `handbook_updated`, `grade` and `proposals`. */
export function readReportWords(
  definition: FormDefinition,
  answers: FormAnswers,
  locale: 'vi' | 'en',
): ReportWords {
  const answerOf = (measure: string) => {
    const field = definition.fields.find((one) => one.measure === measure)
    return field ? { field, value: answers[field.id] } : null
  }
  const textOf = (measure: string) => {
    const value = answerOf(measure)?.value
    return typeof value === 'string' && value !== '' ? value : null
  }
  const grade = answerOf('grade')
  const option =
    grade?.field.kind === 'choice' ? grade.field.options.find(({ id }) => id === grade.value) : undefined
  return {
    heldOn: textOf('sessions_held'),
    handbookOn: textOf('handbook_updated'),
    grade: option ? wordsOf(option.label, locale) : null,
    proposals: textOf('proposals'),
  }
}
