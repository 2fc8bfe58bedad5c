import type { ItemExample } from './form-context.ts'
import type { GroupField } from './form-places.ts'
import type { FormView } from './form-view.ts'

/** Ready-made items that a group offers here: those brought along, those of the kind of unit, those for all. */
export function listExamples({ context }: FormView, group: GroupField): ItemExample[] {
  const programme = group.examples ?? {}
  const kinds = context.unitKind ? [context.unitKind, 'any'] : ['any']
  const given = kinds.flatMap((kind) => programme[kind] ?? []).map((answers) => ({ answers }))
  return [...(context.examples?.[group.id] ?? []), ...given]
}
