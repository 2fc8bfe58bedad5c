import { formCodeFor } from '../domain/audience.ts'
import type { FormDefinition } from '../domain/form-definition.ts'
import { findPublishedForm, getForm } from '../store/form-versions.ts'
import type { OwedThing } from '../store/open-assignments.ts'
import { findPersonView } from '../store/people.ts'
import { listUnits } from '../store/units.ts'
import { dayOf } from '../time.ts'
import type { Tools } from './command.ts'
import { doneForm } from './done-form.ts'

/** A form and the version of it; null: the one that the product brings along. */
export interface FormOfThing {
  formVersionId: string | null
  definition: FormDefinition
}

/** The form in which a thing is answered from now on. */
export async function newestFormOf(tools: Tools, thing: OwedThing): Promise<FormOfThing> {
  const wanted = await formCodeOf(tools, thing)
  const published = thing.programme.forms.find(({ code }) => code === wanted)
  if (!published) return { formVersionId: null, definition: doneForm(thing.obligation, tools.t) }
  const formVersionId = await findPublishedForm(tools.tx, thing.programmeId, published)
  if (!formVersionId) throw new Error('a published form was never stored')
  return { formVersionId, definition: published }
}

/** A key leader may have another form than the rest; the owner's posts of today decide, not the typist's. */
async function formCodeOf({ tx, now }: Tools, thing: OwedThing): Promise<string | undefined> {
  const { obligation, programme, ownerUnitId } = thing
  if (thing.personId === null || obligation.form_for.length === 0) return obligation.form
  const today = dayOf(now, thing.dueZone)
  const person = await findPersonView(tx, thing.personId, today)
  if (!person) return obligation.form
  const units = new Map((await listUnits(tx, thing.treeId, today)).map((unit) => [unit.id, unit]))
  return formCodeFor(obligation, person, { programme, ownerUnitId, units })
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
