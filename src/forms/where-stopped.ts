import type { FormDefinition } from '../domain/form-definition.ts'
import { splitPath } from './answers.ts'
import { fieldNumbers } from './form-places.ts'
import type { FormState } from './form-state.ts'

/**
 * The printed number of the question that an unfinished form waits at; null when everything is answered and
 * only the sending is left. Without a definition: the form of one line and a photo that the product brings.
 */
export function whereStopped(definition: FormDefinition | null, state: FormState): number | null {
  const [asked] = state.asked
  if (state.mode === 'review' || asked === undefined) return null
  const { field, inside } = splitPath(asked)
  if (!definition) return field === 'photo' ? 2 : 1
  return fieldNumbers(definition).get(inside?.group ?? field) ?? null
}
