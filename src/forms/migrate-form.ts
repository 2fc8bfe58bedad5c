import type { Field, FormDefinition } from '../domain/form-definition.ts'
import { answerAt, type FormAnswers, type GroupItem, itemsOf, type SimpleAnswer } from './answers.ts'
import { carriesOver } from './carries-over.ts'
import type { FormContext } from './form-context.ts'
import { findField, findGroup, isShown, placeOf } from './form-places.ts'
import type { FormState } from './form-state.ts'
import type { FormView } from './form-view.ts'
import { type FormLine, listLines } from './list-lines.ts'
import { type MigrationPlan, planMigration } from './plan-migration.ts'
import { advance, type Turn } from './turn.ts'

/**
 * `moved`: all that was answered stands in the new version, which asks from now on. `stays`: the new version has no
 * place for `lost` (or an answer is only half given), so that the form is finished as it was begun.
 */
export type Migrated = Moved | { kind: 'stays'; lost: FormLine[] }

interface Moved {
  kind: 'moved'
  state: FormState
  plan: MigrationPlan
}

/**
 * Takes an unfinished form over to a newer version of it, if nothing that was answered is lost by that. Pure; the
 * versions must be of one form (`code`), else it stays.
 */
export function migrateForm(
  from: FormDefinition,
  to: FormDefinition,
  state: FormState,
  context: FormContext,
): Migrated {
  const isHalfAnswered = state.people !== null || state.picked.length > 0
  if (from.code !== to.code || isHalfAnswered) return { kind: 'stays', lost: [] }
  const lost = listLost(from, to, state, context)
  if (lost.length > 0) return { kind: 'stays', lost }
  return { kind: 'moved', state: carry(from, to, state, context), plan: planMigration(from, to) }
}

/** Answers that count in the old version and would not in the new one. */
export function listLost(
  from: FormDefinition,
  to: FormDefinition,
  { answers }: Pick<FormState, 'answers'>,
  context: FormContext,
): FormLine[] {
  const before: FormView = { definition: from, answers, context }
  const after: FormView = { definition: to, answers, context }
  return listLines(before).filter(({ path, state, value }) => {
    if (state !== 'answered' || value?.kind === 'count') return false
    const [old, now] = [placeOf(before, path), placeOf(after, path)]
    const answer = answerAt(answers, path)
    if (!old || answer === undefined) return false
    if (!now || !carriesOver(old.field, now.field, answer, context.today)) return true
    const isThere = now.inside === null || isShown(after, now.inside.group)
    return !isThere || !isShown(after, now.field, now.inside?.item)
  })
}

function carry(from: FormDefinition, to: FormDefinition, before: FormState, context: FormContext): FormState {
  const answers = carryAnswers(from, to, before.answers, context.today)
  const view: FormView = { definition: to, answers, context }
  const isAnswered = (path: string) => answerAt(answers, path) !== undefined
  const mayBeEmpty = (path: string) =>
    (placeOf(view, path)?.field ?? findGroup(to, path))?.optional === true && !isAnswered(path)
  const state: FormState = {
    ...before,
    mode: 'asking',
    answers,
    authors: Object.fromEntries(Object.entries(before.authors).filter(([path]) => isAnswered(path))),
    skipped: before.skipped.filter(mayBeEmpty),
    closed: before.closed.filter((group) => itemsOf(answers, group).length > 0 && findGroup(to, group)),
    asked: [],
    todo: [],
    tries: 0,
    collecting: null,
    cancelAsked: false,
    joined: before.joined.filter(isAnswered),
    album: null,
    last: before.last !== null && isAnswered(before.last) ? before.last : null,
    revision: before.revision + 1,
    edits: before.edits + 1,
    moves: (before.moves ?? 0) + 1,
  }
  const turn: Turn = { view, state, author: null, recorded: [], noted: [], problem: null, passed: [] }
  advance(turn)
  return state
}

/** Answers that were hidden by a condition and mean nothing to the new version stay behind. */
function carryAnswers(
  from: FormDefinition,
  to: FormDefinition,
  answers: FormAnswers,
  today: string,
): FormAnswers {
  const carried: FormAnswers = {}
  for (const [id, value] of Object.entries(answers)) {
    const [old, now] = [findField(from, id), findField(to, id)]
    if (old?.kind === 'group' && now?.kind === 'group')
      carried[id] = itemsOf(answers, id).map((item) => carryItem(old.fields, now.fields, item, today))
    else if (old && carriesOver(old, now, value as SimpleAnswer, today)) carried[id] = value
  }
  return structuredClone(carried)
}

function carryItem(from: readonly Field[], to: readonly Field[], item: GroupItem, today: string): GroupItem {
  const kept = Object.entries(item.answers).filter(([id, value]) => {
    const old = from.find((field) => field.id === id)
    return (
      old !== undefined &&
      carriesOver(
        old,
        to.find((field) => field.id === id),
        value,
        today,
      )
    )
  })
  return { ...item, answers: Object.fromEntries(kept) }
}
