import type { FormDefinition } from '../domain/form-definition.ts'
import type { PersonView } from '../domain/person.ts'
import { type FormContext, formState, type FormState } from '../forms/index.ts'
import { findConsent } from '../store/consents.ts'
import { type Draft, findDraft } from '../store/drafts.ts'
import { findThingOfDraft, type OwedThing } from '../store/open-assignments.ts'
import { findPersonView } from '../store/people.ts'
import { dayOf } from '../time.ts'
import type { Turn } from './command.ts'
import { formContextOf } from './form-context.ts'
import { formOfVersion } from './form-of-thing.ts'

/** A draft that is being talked about, with all that a step needs. */
export interface Session {
  thing: OwedThing
  draft: Draft
  definition: FormDefinition
  context: FormContext
}

/** The live draft with its form, locked; null when it is over or the person may not write in it. */
export async function findSession(turn: Turn, draftId: string): Promise<Session | null> {
  if (!turn.person) return null
  const [draft, thing] = await Promise.all([
    findDraft(turn, draftId),
    findThingOfDraft(turn, turn.person, draftId),
  ])
  if (!draft || (draft.status !== 'open' && draft.status !== 'awaiting-signature')) return null
  return thing && thing.right !== 'none' ? sessionOf(turn, thing, draft) : null
}

/** A draft finishes on the version of the form with which it began. */
export async function sessionOf(turn: Turn, thing: OwedThing, draft: Draft): Promise<Session> {
  const form = await formOfVersion(turn, thing, draft.formVersionId)
  const definition = await withoutNeededPhotos(turn, form.definition)
  const isStuck = stateOf(draft).tries > 0
  const context = await formContextOf(
    turn,
    thing,
    definition,
    await formOwnerOf(turn, thing),
    turn.locale,
    isStuck,
  )
  return { thing, draft, definition, context }
}

/** Whose form it is: the person who types, or the one for whom they enter it. */
export async function formOwnerOf(turn: Turn, thing: OwedThing): Promise<PersonView> {
  const owner =
    thing.right === 'enters' && thing.personId !== null
      ? await findPersonView(turn.tx, thing.personId, dayOf(turn.now))
      : null
  return owner ?? turn.person!
}

export function stateOf(draft: Draft): FormState {
  return formState.parse(draft.state)
}

/** One person at a time writes a shared draft. */
export function isWrittenByAnother(turn: Turn, draft: Draft): boolean {
  return draft.personId === null && draft.penPersonId !== null && draft.penPersonId !== turn.person?.id
}

/** Who does not want photos kept still files everything else. */
export async function withoutNeededPhotos(turn: Turn, definition: FormDefinition): Promise<FormDefinition> {
  if (!definition.fields.some(({ kind, optional }) => kind === 'photo' && !optional)) return definition
  const decision = await findConsent(turn.tx, turn.person!.id, 'photos')
  if (decision !== 'refused' && decision !== 'withdrawn') return definition
  const fields = definition.fields.map((field) =>
    field.kind === 'photo' ? { ...field, optional: true } : field,
  )
  return { ...definition, fields }
}
