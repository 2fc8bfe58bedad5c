export { formAnswers, itemsOf, type FormAnswers, type GroupItem, type Path } from './answers.ts'
export type { FormContext, ItemExample } from './form-context.ts'
export type { FormEvent } from './form-event.ts'
export type { Outcome, Problem, ProblemCode, Progress, Prompt, Stepped } from './form-outcome.ts'
export { formState, type FormState } from './form-state.ts'
export type { FormView } from './form-view.ts'
export { type FormLine, listLines } from './list-lines.ts'
export {
  describeLines,
  describeOutcome,
  type DescribedOutcome,
  type NameOf,
  type Say,
} from './outcome-words.ts'
export { type Measure, readMeasures } from './read-measures.ts'
export { reopenForm, resumeForm, startForm, stepForm } from './step-form.ts'
