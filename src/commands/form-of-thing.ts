import type { FormDefinition } from '../domain/form-definition.ts'
import { formOf } from '../domain/programme.ts'
import { findPublishedForm } from '../store/form-versions.ts'
import type { OwedThing } from '../store/open-assignments.ts'
import { getFormVersion } from '../store/programmes.ts'
import type { Tools } from './command.ts'
import { doneForm } from './done-form.ts'

/** A form and the version of it; null: the one that the product brings along. */
export interface FormOfThing {
  formVersionId: string | null
  definition: FormDefinition
}

/** The form in which a thing is answered from now on. */
export async function newestFormOf(tools: Tools, thing: OwedThing): Promise<FormOfThing> {
  const published = formOf(thing.programme, thing.obligation.code)
  if (!published) return { formVersionId: null, definition: doneForm(thing.obligation, tools.t) }
  const version = await findPublishedForm(tools.tx, thing.programmeId, published)
  if (!version) throw new Error('a published form was never stored')
  return { formVersionId: version.id, definition: version.content }
}

/** The form in which a draft or filing was made: a later version does not change what was asked. */
export async function formOfVersion(
  tools: Tools,
  thing: OwedThing,
  formVersionId: string | null,
): Promise<FormOfThing> {
  if (formVersionId === null) return { formVersionId, definition: doneForm(thing.obligation, tools.t) }
  const { content } = await getFormVersion(tools.tx, formVersionId)
  return { formVersionId, definition: content }
}
