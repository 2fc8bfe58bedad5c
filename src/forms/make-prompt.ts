import { wordsOf } from '../domain/form-definition.ts'
import { answerAt, itemsOf, type Path } from './answers.ts'
import type {
  AskedPart,
  AskPrompt,
  GroupMenuPrompt,
  OutcomeChoice,
  Problem,
  Progress,
  Prompt,
} from './form-outcome.ts'
import {
  blocksOf,
  fieldNumbers,
  findGroup,
  type GroupField,
  isOpen,
  type Place,
  placeOf,
  questionCount,
} from './form-places.ts'
import type { FormState } from './form-state.ts'
import type { FormView } from './form-view.ts'
import { listExamples } from './list-examples.ts'
import { findLine, itemLines, listLines, showValue } from './list-lines.ts'
import { choiceKey } from './step-choice.ts'
import { nextPeopleQuestion } from './step-people.ts'

/** What the state asks now. `noted`: paths whose answers are shown once more. */
export function makePrompt(
  view: FormView,
  state: FormState,
  said: { problem?: Problem | null; noted?: readonly Path[]; intro?: boolean; passed?: string[] } = {},
): Prompt {
  const { definition, context } = view
  const base = {
    problem: said.problem ?? null,
    noted: (said.noted ?? []).flatMap((path) => findLine(view, state, path) ?? []),
    choices: [] as OutcomeChoice[],
    shortcuts: shortcutsOf(state),
    level: state.tries >= 4 ? (2 as const) : state.tries >= 2 ? (1 as const) : (0 as const),
    intro: said.intro && definition.intro ? wordsOf(definition.intro, context.locale) : null,
    passed: said.passed ?? [],
  }
  const of = questionCount(definition)
  const revision = state.revision
  if (state.cancelAsked) {
    const choices = [
      { id: `x:${revision}:yes`, words: 'cancel-yes' },
      { id: `x:${revision}:no`, words: 'cancel-no' },
    ]
    return {
      ...base,
      kind: 'asked-cancel',
      choices,
      shortcuts: [],
      answered: progressOf(view, state).answered,
    }
  }
  if (state.mode === 'review')
    return {
      ...base,
      kind: 'review',
      title: wordsOf(definition.title, context.locale),
      lines: listLines(view, state),
      shortcuts: [
        { id: `c:${state.edits}`, words: 'confirm' },
        { id: 'v:later', words: 'later' },
      ],
    }
  if (state.mode !== 'asking') return { ...base, ...menuPrompt(view, state, of) }
  const places = state.asked.flatMap((path) => placeOf(view, path) ?? [])
  const number = numberAsked(view, state)
  const question = state.people && nextPeopleQuestion(state.people.entries)
  if (question?.kind === 'who') {
    const choices = question.entry.candidates.map((personId, index) => ({
      id: `p:${revision}:${index + 1}`,
      label: context.roster.find((one) => one.personId === personId)?.name ?? question.entry.query,
    }))
    return { ...base, kind: 'pick-person', number, of, query: question.entry.query, choices }
  }
  if (question?.kind === 'reason') {
    const names = question.entries.map(
      (entry) => context.roster.find((one) => one.personId === entry.candidates[0])?.name ?? entry.query,
    )
    const choices = [
      { id: `w:${revision}:1`, words: 'excused' },
      { id: `w:${revision}:2`, words: 'unexcused' },
    ]
    return { ...base, kind: 'absence-reason', number, of, names, choices }
  }
  return { ...base, ...askPrompt(view, state, places, of), choices: choicesOf(view, state, places) }
}

/** How far a form is: questions that wait, and those that are done. */
export function progressOf(view: FormView, state: FormState): Progress {
  let answered = 0
  let left = 0
  for (const path of blocksOf(view).flat()) {
    const group = findGroup(view.definition, path)
    const isDone = group
      ? state.skipped.includes(path) ||
        (state.closed.includes(path) && itemsOf(state.answers, path).length > 0)
      : !isOpen(view, state.skipped, path)
    if (isDone) answered += 1
    else left += 1
  }
  return {
    number: state.mode === 'review' ? null : numberAsked(view, state),
    of: questionCount(view.definition),
    answered,
    left,
  }
}

/** `3`, or `3.2` inside an item. */
function numberAsked(view: FormView, state: FormState): string {
  const asked = state.asked[0] ?? ''
  const place = placeOf(view, asked)
  const numbers = fieldNumbers(view.definition)
  if (place?.inside) return `${numbers.get(place.inside.group.id)}.${place.inside.index + 1}`
  return String(numbers.get(asked) ?? '')
}

function shortcutsOf(state: FormState): OutcomeChoice[] {
  return [
    { id: `v:back:${state.revision}`, words: 'back' },
    { id: `v:skip:${state.revision}`, words: 'skip' },
    { id: 'v:later', words: 'later' },
    { id: 'v:help', words: 'help' },
  ]
}

function askPrompt(
  view: FormView,
  state: FormState,
  places: readonly Place[],
  of: number,
): Omit<AskPrompt, keyof Omit<Prompt, 'kind'>> & Pick<AskPrompt, 'number' | 'of'> {
  const inside = places[0]?.inside ?? null
  const { locale } = view.context
  return {
    kind: 'ask',
    number: numberAsked(view, state),
    of,
    item: inside && {
      group: wordsOf(inside.group.short ?? inside.group.label, locale),
      label: wordsOf(inside.group.item, locale),
      index: inside.index + 1,
      isNew: Object.keys(inside.item.answers).length === 0,
      mayBeNone: inside.group.optional && inside.index === 0 && Object.keys(inside.item.answers).length === 0,
      hasExamples: listExamples(view, inside.group).length > 0,
      carried: listExamples(view, inside.group).filter(({ carried }) => carried === true).length,
      usual: inside.group.usual ?? null,
    },
    parts: places.map((place) => partOf(view, state, place)),
    collecting: state.collecting !== null,
    contact: view.context.contact ?? null,
  }
}

function partOf(view: FormView, state: FormState, place: Place): AskedPart {
  const { field, path, key } = place
  const { locale, roster, away = [] } = view.context
  const current = answerAt(state.answers, path)
  return {
    path,
    key,
    kind: field.kind,
    label: wordsOf(field.label, locale),
    help: field.help ? wordsOf(field.help, locale) : null,
    example: field.example ? wordsOf(field.example, locale) : null,
    optional: field.optional,
    unit: 'unit' in field && field.unit ? wordsOf(field.unit, locale) : null,
    min: 'min' in field ? (field.min ?? null) : null,
    max: 'max' in field ? (field.max ?? null) : null,
    options:
      'options' in field
        ? field.options.map(({ id, label }) => ({
            label: wordsOf(label, locale),
            picked: state.picked.includes(id),
          }))
        : [],
    current: current === undefined ? null : showValue(view, field, current),
    roster: field.kind === 'people' ? roster.map((person) => person.name) : [],
    away: field.kind === 'people' ? away.map((person) => person.name) : [],
  }
}

function choicesOf(view: FormView, state: FormState, places: readonly Place[]): OutcomeChoice[] {
  const [only] = places
  if (!only || places.length > 1) return []
  const key = choiceKey(view, only.path)
  const { field } = only
  if (field.kind === 'yes-no')
    return [
      { id: `f:${key}:1`, words: 'yes' },
      { id: `f:${key}:2`, words: 'no' },
    ]
  if (field.kind !== 'choice' && field.kind !== 'choices') return []
  const options = field.options.map(({ id, label }, index) => {
    const mark = state.picked.includes(id) ? '✓ ' : ''
    return { id: `f:${key}:${index + 1}`, label: `${mark}${wordsOf(label, view.context.locale)}` }
  })
  return state.picked.length > 0 ? [...options, { id: `t:${key}`, words: 'done' }] : options
}

function menuPrompt(view: FormView, state: FormState, of: number) {
  const group = findGroup(view.definition, state.asked[0] ?? '')!
  const number = String(fieldNumbers(view.definition).get(group.id))
  const label = wordsOf(group.short ?? group.label, view.context.locale)
  const examples = listExamples(view, group)
  if (state.mode === 'examples')
    return {
      kind: 'examples' as const,
      number,
      of,
      label,
      examples: examples.map((example) => ({
        carried: example.carried === true,
        texts: group.fields.flatMap((field) => example.answers[field.id] ?? []),
      })),
      shortcuts: examples.map((_, index) => ({ id: `e:${number}:${index + 1}`, label: String(index + 1) })),
    }
  return { ...groupMenu(view, state, group, number, of), label }
}

function groupMenu(view: FormView, state: FormState, group: GroupField, number: string, of: number) {
  const items = itemsOf(state.answers, group.id)
  const fresh = { id: 'next', answers: {} }
  const nextView = { ...view, answers: { ...view.answers, [group.id]: [...items, fresh] } }
  const [next = []] = blocksOf(nextView, { group, item: fresh })
  const hasExamples = listExamples(view, group).length > 0
  const menu: Omit<
    GroupMenuPrompt,
    'problem' | 'noted' | 'choices' | 'level' | 'intro' | 'passed' | 'label'
  > = {
    kind: 'group-menu',
    number,
    of,
    item: wordsOf(group.item, view.context.locale),
    items: items.map((item, index) => ({
      number: `${number}.${index + 1}`,
      lines: itemLines(view, state, group, item),
    })),
    usual: group.usual ?? null,
    hasExamples,
    next: next.flatMap((path) => {
      const place = placeOf(nextView, path)
      return place ? [partOf(nextView, state, place)] : []
    }),
    shortcuts: [
      { id: `g:${number}:add`, words: 'add' },
      { id: `g:${number}:done`, words: 'done' },
      ...(hasExamples ? [{ id: `g:${number}:examples`, words: 'examples' }] : []),
      { id: `v:back:${state.revision}`, words: 'back' },
      { id: 'v:later', words: 'later' },
    ],
  }
  return menu
}
