import type { FormDefinition } from '../domain/form-definition.ts'
import { findNewestForm, getFormVersion } from '../store/form-versions.ts'
import type { OwedThing } from '../store/open-assignments.ts'
import type { Tools } from './command.ts'
import { doneForm } from './done-form.ts'

/** A form and the version of it; null: the one that the product brings along. */
export interface FormOfThing {
  formVersionId: string | null
  definition: FormDefinition
}

/** The form in which a thing is answered from now on. */
export async function newestFormOf(tools: Tools, thing: OwedThing): Promise<FormOfThing> {
  const code = thing.obligation.form
  const found = code === undefined ? null : await findNewestForm(tools.tx, thing.programmeId, code)
  if (code !== undefined && !found) throw new Error('the programme names a form that was not stored')
  return found
    ? { formVersionId: found.id, definition: found.definition }
    : { formVersionId: null, definition: doneForm(thing.obligation, tools.t) }
}

/** The form in which a draft or filing was made: a later version does not change what was asked. */
export async function formOfVersion(
  tools: Tools,
  thing: OwedThing,
  formVersionId: string | null,
): Promise<FormOfThing> {
  if (formVersionId === null) return { formVersionId, definition: doneForm(thing.obligation, tools.t) }
  const { definition } = await getFormVersion(tools.tx, formVersionId)
  return { formVersionId, definition }
}
