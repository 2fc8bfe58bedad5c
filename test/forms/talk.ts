import type { FormDefinition } from '../../src/domain/form-definition.ts'
import {
  describeOutcome,
  type FormAnswers,
  type FormContext,
  type FormEvent,
  formState,
  type Outcome,
  type Prompt,
  startForm,
  type Stepped,
  stepForm,
} from '../../src/forms/index.ts'
import { vi } from './sample-forms.ts'

/** A conversation with one form. After every step the state goes through JSON, as it does in a database. */
export interface Talk {
  readonly stepped: Stepped
  readonly outcome: Outcome
  readonly prompt: Prompt
  /** What the bot said last, in Vietnamese. */
  readonly text: string
  readonly answers: FormAnswers
  /** Messages that the bot has said so far. */
  readonly count: number
  says(...texts: string[]): Talk
  does(event: FormEvent): Talk
  presses(words: string): Talk
}

export function talkAbout(definition: FormDefinition, context: FormContext, begun?: Stepped): Talk {
  let stepped = begun ?? startForm(definition, context)
  let count = 1
  const talk: Talk = {
    get stepped() {
      return stepped
    },
    get outcome() {
      return stepped.outcome
    },
    get prompt() {
      const { outcome } = stepped
      if ('shortcuts' in outcome) return outcome
      if ('prompt' in outcome) return outcome.prompt
      throw new Error(`nothing is asked: ${outcome.kind}`)
    },
    get text() {
      return describeOutcome(stepped.outcome, vi).text
    },
    get answers() {
      return stepped.state.answers
    },
    get count() {
      return count
    },
    says(...texts) {
      for (const text of texts) talk.does({ kind: 'text', text })
      return talk
    },
    does(event) {
      const state = formState.parse(JSON.parse(JSON.stringify(stepped.state)))
      stepped = stepForm(definition, state, event, context)
      count += 1
      return talk
    },
    presses(words) {
      const described = describeOutcome(stepped.outcome, vi)
      const pressed = [...described.choices, ...described.shortcuts].flat().find((one) => one.label === words)
      if (!pressed) throw new Error(`no button ${words} under: ${described.text}`)
      return talk.does({ kind: 'choice', id: pressed.action })
    },
  }
  return talk
}
