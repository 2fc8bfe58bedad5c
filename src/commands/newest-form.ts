import { describeMigration, type FormAnswers, listLost, migrateForm, planMigration } from '../forms/index.ts'
import { type Draft, saveDraft } from '../store/drafts.ts'
import type { OwedThing } from '../store/open-assignments.ts'
import type { SubmissionVersion } from '../store/submissions.ts'
import type { Turn } from './command.ts'
import { formContextOf } from './form-context.ts'
import { type FormOfThing, formOfVersion, newestFormOf } from './form-of-thing.ts'
import { formOwnerOf, stateOf, withoutNeededPhotos } from './open-session.ts'
import { wordsFor } from './thing-words.ts'

/**
 * A draft that is taken up again after its form was published anew: it moves to the newest version where no answer
 * is lost by that, else it is finished as it was begun. `said`: what changed for the person; null says nothing.
 */
export async function onNewestForm(
  turn: Turn,
  thing: OwedThing,
  draft: Draft,
): Promise<{ draft: Draft; said: string | null }> {
  const newest = await newestFormOf(turn, thing)
  if (newest.formVersionId === draft.formVersionId) return { draft, said: null }
  const { definition: begun } = await formOfVersion(turn, thing, draft.formVersionId)
  const context = await contextFor(turn, thing, newest)
  const from = await withoutNeededPhotos(turn, begun)
  const to = await withoutNeededPhotos(turn, newest.definition)
  const migrated = migrateForm(from, to, stateOf(draft), context)
  const said = describeMigration(migrated, to, wordsFor(turn), turn.locale)
  if (migrated.kind === 'stays') return { draft, said }
  const moved = await saveDraft(turn, draft, {
    state: migrated.state,
    formVersionId: newest.formVersionId,
  })
  return { draft: moved!, said }
}

/** The version in which what was filed is opened again: the newest one, unless an answer would be lost. */
export async function formToRefile(
  turn: Turn,
  thing: OwedThing,
  version: Pick<SubmissionVersion, 'formVersionId' | 'answers'>,
): Promise<FormOfThing & { said: string | null }> {
  const newest = await newestFormOf(turn, thing)
  if (newest.formVersionId === version.formVersionId) return { ...newest, said: null }
  const filed = await formOfVersion(turn, thing, version.formVersionId)
  if (filed.definition.code !== newest.definition.code) return { ...filed, said: null }
  const { definition: to } = newest
  const state = { answers: version.answers as FormAnswers }
  const lost = listLost(filed.definition, to, state, await contextFor(turn, thing, newest))
  const migrated =
    lost.length > 0
      ? ({ kind: 'stays', lost } as const)
      : ({ kind: 'moved', state, plan: planMigration(filed.definition, to) } as const)
  const said = describeMigration(migrated, to, wordsFor(turn), turn.locale)
  return { ...(lost.length > 0 ? filed : newest), said }
}

async function contextFor(turn: Turn, thing: OwedThing, { definition }: FormOfThing) {
  return formContextOf(turn, thing, definition, await formOwnerOf(turn, thing), turn.locale)
}
