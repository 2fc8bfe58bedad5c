import type { FieldKind } from '../domain/form-definition.ts'
import type { FormAnswers, Path } from './answers.ts'
import type { FormState } from './form-state.ts'
import type { FormLine, ShownValue } from './list-lines.ts'

/** Why an answer was not taken; each has a sentence `form-problem-<code>`. */
export const PROBLEM_CODES = [
  'thanks-only',
  'nothing-to-end',
  'ended-before',
  'ended-review',
  'not-sendable-yet',
  'text-too-long',
  'choice-unknown',
  'choices-too-few',
  'choices-too-many',
  'not-a-number',
  'not-whole',
  'number-below',
  'number-above',
  'not-a-ratio',
  'part-over-whole',
  'date-unreadable',
  'date-not-in-calendar',
  'date-in-future',
  'yes-no-unclear',
  'person-unknown',
  'roster-number-unknown',
  'name-the-absent',
  'person-twice',
  'photo-expected',
  'file-expected',
  'not-a-photo',
  'file-not-expected',
  'files-too-many',
  'say-which',
  'number-unknown',
  'cannot-skip',
  'first-question',
  'line-unknown',
  'which-line',
  'same-as-before',
  'item-needed',
  'item-unknown',
  'menu-unclear',
  'review-unclear',
  'cancel-unclear',
  'no-examples',
  'example-unknown',
  'edit-by-line',
  'edit-lost',
] as const

export type ProblemCode = (typeof PROBLEM_CODES)[number]

export interface Problem {
  code: ProblemCode
  /** The question it is about, where several were asked. */
  path?: Path
  values?: Record<string, string | number>
}

/** A choice under a message: `id` comes back as a `choice` event. A `label` is the form's own word; else `words` names one of ours. */
export type OutcomeChoice = { id: string } & ({ label: string } | { words: string })

export interface AskedPart {
  path: Path
  /** What to type before `=` when several are asked. */
  key: string
  kind: FieldKind
  label: string
  help: string | null
  example: string | null
  optional: boolean
  unit: string | null
  /** Bounds: of the number, of the length, of how many options or files. */
  min: number | null
  max: number | null
  options: { label: string; picked: boolean }[]
  /** The answer that stands now. */
  current: ShownValue | null
  /** Names of the list of people, in its order. */
  roster: string[]
  /** Who is away for a while, is not in that list and need not be named. */
  away: string[]
}

interface PromptBase {
  problem: Problem | null
  /** Answers just taken that the person should see once more (several at once, or part of what was asked). */
  noted: FormLine[]
  /** Offered on every channel: buttons, or numbers that may be typed. Empty where a number is an answer. */
  choices: OutcomeChoice[]
  /** Offered as buttons only, where there are any; everybody can type the words. */
  shortcuts: OutcomeChoice[]
  /** 0 the question, 1 with an example, 2 with ways out. */
  level: 0 | 1 | 2
  /** Said once, before the first question. */
  intro: string | null
  /** Numbers that the form leaves out here, since earlier answers make them needless. */
  passed: string[]
}

export interface AskPrompt extends PromptBase {
  kind: 'ask'
  /** `3`, or `3.2` inside the second item. */
  number: string
  of: number
  item: {
    /** The group's words. */
    group: string
    label: string
    index: number
    isNew: boolean
    /** There may be no item at all, and none was begun. */
    mayBeNone: boolean
    hasExamples: boolean
    /** How many examples are unfinished deeds of an earlier pledge. */
    carried: number
    usual: [number, number] | null
  } | null
  parts: AskedPart[]
  /** More pieces of a long text may come: `xong` ends it. */
  collecting: boolean
  contact: string | null
}

export interface GroupMenuPrompt extends PromptBase {
  kind: 'group-menu'
  number: string
  of: number
  label: string
  item: string
  items: { number: string; lines: FormLine[] }[]
  usual: [number, number] | null
  hasExamples: boolean
  /** What a further item begins with: it may be typed at once. */
  next: AskedPart[]
}

export interface ReviewPrompt extends PromptBase {
  kind: 'review'
  title: string
  lines: FormLine[]
}

export interface ExamplesPrompt extends PromptBase {
  kind: 'examples'
  number: string
  of: number
  label: string
  examples: { carried: boolean; texts: string[] }[]
}

export interface PickPersonPrompt extends PromptBase {
  kind: 'pick-person'
  number: string
  of: number
  query: string
}

export interface AbsenceReasonPrompt extends PromptBase {
  kind: 'absence-reason'
  number: string
  of: number
  names: string[]
}

export interface AskedCancelPrompt extends PromptBase {
  kind: 'asked-cancel'
  answered: number
}

/** What waits for an answer. */
export type Prompt =
  | AskPrompt
  | GroupMenuPrompt
  | ReviewPrompt
  | ExamplesPrompt
  | PickPersonPrompt
  | AbsenceReasonPrompt
  | AskedCancelPrompt

export interface Progress {
  /** Number of the present question; null in the review. */
  number: string | null
  of: number
  answered: number
  left: number
}

/** What a step led to, in neutral values: `outcome-words.ts` makes sentences of it. */
export type Outcome =
  | Prompt
  /** Help for the present question, then the question. */
  | { kind: 'help'; prompt: Prompt }
  | { kind: 'position'; progress: Progress; prompt: Prompt }
  /** All lines so far, then how to go on. */
  | { kind: 'overview'; lines: FormLine[]; prompt: Prompt }
  /** An old button (`old-button`), or a text sent before its question was seen (`crossed`): nothing was changed. */
  | { kind: 'stale'; why: 'old-button' | 'crossed'; prompt: Prompt }
  /** Another sitting: where one was. */
  | { kind: 'resumed'; progress: Progress; prompt: Prompt }
  /** A piece of a long text is kept; the question stays open until `xong` or `pieces-due`. */
  | { kind: 'fragment-kept'; path: Path; label: string; length: number; first: boolean }
  /** A further photo or file was put to its question; nothing else changed. */
  | { kind: 'file-kept'; path: Path; label: string; count: number; max: number }
  /** An edited message changed its answer. */
  | { kind: 'answer-changed'; lines: FormLine[]; prompt: Prompt }
  /** Nothing was open any more for this event (`pieces-due` after `xong`): say nothing. */
  | { kind: 'nothing' }
  | { kind: 'paused'; progress: Progress }
  | { kind: 'cancelled' }
  | { kind: 'confirmed'; answers: FormAnswers; lines: FormLine[] }

export interface Stepped {
  state: FormState
  outcome: Outcome
  /** Paths answered by this event, so that an edited message finds its answer again. */
  recorded: Path[]
}
