import type { FormDefinition } from '../domain/form-definition.ts'
import { findPublishedForm, getForm } from '../store/form-versions.ts'
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
  const published = thing.programme.forms.find(({ code }) => code === thing.obligation.form)
  if (!published) return { formVersionId: null, definition: doneForm(thing.obligation, tools.t) }
  const formVersionId = await findPublishedForm(tools.tx, thing.programmeId, published)
  if (!formVersionId) throw new Error('a published form was never stored')
  return { formVersionId, definition: published }
}

/** The form in which a draft or filing was made: a later version does not change what was asked. */
export async function formOfVersion(
  tools: Tools,
  thing: OwedThing,
  formVersionId: string | null,
): Promise<FormOfThing> {
  if (formVersionId === null) return { formVersionId, definition: doneForm(thing.obligation, tools.t) }
  return { formVersionId, definition: await getForm(tools.tx, formVersionId) }
}
