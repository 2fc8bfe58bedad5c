import type { FormDefinition } from '../domain/form-definition.ts'
import type { FormAnswers } from './answers.ts'
import type { FormContext } from './form-context.ts'

/** Everything that questions, numbers and figures are reckoned from. */
export interface FormView {
  definition: FormDefinition
  answers: FormAnswers
  context: FormContext
}
