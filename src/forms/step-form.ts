import type { FormDefinition } from '../domain/form-definition.ts'
import { type FormAnswers, itemsOf } from './answers.ts'
import { cleanAnswers } from './clean-answers.ts'
import type { FormContext } from './form-context.ts'
import type { FormEvent } from './form-event.ts'
import type { Outcome, Stepped } from './form-outcome.ts'
import { fieldNumbers, isShown } from './form-places.ts'
import { findLine, listLines } from './list-lines.ts'
import type { FormState } from './form-state.ts'
import { makePrompt, progressOf } from './make-prompt.ts'
import { prompt, type Reply } from './reply.ts'
import { takeChoice } from './step-choice.ts'
import { takeFile } from './step-file.ts'
import { takeEdited, takeText } from './step-text.ts'
import { takeVerb } from './step-verb.ts'
import { advance, type Turn } from './turn.ts'

/** Begins a form at its first question. */
export function startForm(definition: FormDefinition, context: FormContext): Stepped {
  const turn = beginTurn(definition, emptyState({}), context, undefined)
  advance(turn)
  turn.state.revision = 1
  const outcome = makePrompt(turn.view, turn.state, { intro: true })
  return { state: turn.state, outcome, recorded: [] }
}

/**
 * Opens a filed form for a new version: its answers in the review, ready to be edited. Items keep their ids
 * and refs. Prefilled and computed values are reckoned anew.
 */
export function reopenForm(definition: FormDefinition, answers: FormAnswers, context: FormContext): Stepped {
  const asked = definition.fields.filter(({ kind }) => kind !== 'prefilled' && kind !== 'computed')
  const kept = Object.fromEntries(
    asked.flatMap(({ id }) => (answers[id] === undefined ? [] : [[id, answers[id]]])),
  )
  const state = emptyState(structuredClone(kept) as FormAnswers)
  for (const field of asked) {
    const items = field.kind === 'group' ? itemsOf(state.answers, field.id) : []
    if (items.length > 0) state.closed.push(field.id)
    for (const item of items) {
      const number = /^i(\d+)$/.exec(item.id)
      state.nextItem = Math.max(state.nextItem, number ? Number(number[1]) + 1 : 1)
      if (field.kind === 'group')
        for (const inner of field.fields)
          if (inner.optional && item.answers[inner.id] === undefined)
            state.skipped.push(`${field.id}.${item.id}.${inner.id}`)
    }
    if (field.optional && kept[field.id] === undefined) state.skipped.push(field.id)
  }
  const turn = beginTurn(definition, state, context, undefined)
  advance(turn)
  turn.state.revision = 1
  return { state: turn.state, outcome: makePrompt(turn.view, turn.state), recorded: [] }
}

/** Shows a form again after a rest: where one was, how many questions are left, and the open question. */
export function resumeForm(definition: FormDefinition, state: FormState, context: FormContext): Stepped {
  const turn = beginTurn(definition, state, context, undefined)
  return finish(turn, state, { kind: 'resumed' })
}

/** One event: the next state and what to say. Pure; `state` is not touched. */
export function stepForm(
  definition: FormDefinition,
  state: FormState,
  event: FormEvent,
  context: FormContext,
): Stepped {
  const turn = beginTurn(definition, state, context, event.author)
  return finish(turn, state, take(turn, event))
}

function take(turn: Turn, event: FormEvent): Reply {
  switch (event.kind) {
    case 'text':
      return takeText(turn, event.text, event.seen ?? turn.state.revision)
    case 'choice':
      return takeChoice(turn, event.id)
    case 'file':
      return takeFile(turn, { ref: event.ref, mime: event.mime, name: event.name }, event.album ?? null)
    case 'verb':
      turn.state.cancelAsked = false
      return takeVerb(turn, event) ?? prompt
    case 'edited':
      return takeEdited(turn, event.paths, event.text)
    default:
      if (!turn.state.collecting) return { kind: 'nothing' }
      advance(turn)
      return prompt
  }
}

function beginTurn(
  definition: FormDefinition,
  before: FormState,
  context: FormContext,
  author: string | undefined,
): Turn {
  const state = structuredClone(before)
  const view = { definition, answers: state.answers, context }
  return { view, state, author: author ?? null, recorded: [], noted: [], problem: null, passed: [] }
}

function finish(turn: Turn, before: FormState, reply: Reply | { kind: 'resumed' }): Stepped {
  const { state } = turn
  if (question(state) !== question(before)) {
    state.revision = before.revision + 1
    state.tries = 0
  }
  if (reply.kind === 'prompt') turn.passed = listPassed(turn, before)
  return { state, outcome: outcomeOf(turn, reply), recorded: turn.recorded }
}

/** Questions between the one before and the one asked now that earlier answers make needless. */
function listPassed({ view, state, problem }: Turn, before: FormState): string[] {
  const numbers = fieldNumbers(view.definition)
  const numberOf = (asked: string | undefined) => numbers.get((asked ?? '').split('.')[0]!) ?? null
  const [from, to] = [numberOf(before.asked[0]), numberOf(state.asked[0])]
  if (from === null || to === null || problem || state.cancelAsked) return []
  return view.definition.fields.flatMap((field) => {
    const number = numbers.get(field.id) ?? 0
    return from < number && number < to && !isShown(view, field) ? [String(number)] : []
  })
}

/** What makes two prompts the same question. */
function question(state: FormState): string {
  return JSON.stringify([state.mode, state.asked, state.cancelAsked, state.people])
}

function outcomeOf(turn: Turn, reply: Reply | { kind: 'resumed' }): Outcome {
  const { view, state } = turn
  const now = () => makePrompt(view, state, turn)
  const labelOf = (path: string) => findLine(view, state, path)?.label ?? ''
  switch (reply.kind) {
    case 'prompt':
      return now()
    case 'help':
      return { kind: 'help', prompt: now() }
    case 'position':
    case 'resumed':
      return { kind: reply.kind, progress: progressOf(view, state), prompt: now() }
    case 'overview':
      return { kind: 'overview', lines: listLines(view, state), prompt: now() }
    case 'stale':
      return { ...reply, prompt: now() }
    case 'answer-changed': {
      const lines = reply.paths.flatMap((path) => findLine(view, state, path) ?? [])
      return { kind: 'answer-changed', lines, prompt: now() }
    }
    case 'fragment-kept':
    case 'file-kept':
      return { ...reply, label: labelOf(reply.path) }
    case 'paused':
      return { kind: 'paused', progress: progressOf(view, state) }
    case 'confirmed':
      return { kind: 'confirmed', answers: cleanAnswers(view), lines: listLines(view, state) }
    default:
      return reply
  }
}

function emptyState(answers: FormAnswers): FormState {
  return {
    v: 1,
    mode: 'asking',
    answers,
    authors: {},
    skipped: [],
    closed: [],
    asked: [],
    todo: [],
    tries: 0,
    collecting: null,
    picked: [],
    people: null,
    cancelAsked: false,
    joined: [],
    album: null,
    last: null,
    revision: 0,
    edits: 0,
    nextItem: 1,
  }
}
