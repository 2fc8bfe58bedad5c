import { type FormDefinition, type Wording } from '../domain/form-definition.ts'
import { fieldNumbers } from './form-places.ts'

/** The short words of the question with this printed number; null when the form has none such. */
export function questionLabel(definition: FormDefinition, number: number): Wording | null {
  const numbers = fieldNumbers(definition)
  const field = definition.fields.find(({ id }) => numbers.get(id) === number)
  return field ? (field.short ?? field.label) : null
}
