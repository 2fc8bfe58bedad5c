import type { FormDefinition, Wording } from '../domain/form-definition.ts'
import type { FigureSource } from '../domain/roll-up.ts'

/** Where a figure of a form comes from. */
export interface MeasureField {
  label: Wording
  source: FigureSource
}

const PEOPLE_PARTS = ['due', 'present', 'excused', 'unexcused'] as const

/**
 * The fields of a form by the names of the figures they give. A number or a share that somebody types is a
 * stated sum; people, deeds and ticked answers are counted one by one.
 */
export function measureFields(definition: FormDefinition): Map<string, MeasureField> {
  const found = new Map<string, MeasureField>()
  const add = (name: string | undefined, label: Wording, source: FigureSource) => {
    if (name !== undefined) found.set(name, { label, source })
  }
  const fields = definition.fields.flatMap((field) =>
    field.kind === 'group' ? [field, ...field.fields] : [field],
  )
  for (const field of fields) {
    const label = field.short ?? field.label
    if (field.kind === 'people') {
      for (const part of PEOPLE_PARTS) add(field.measure && `${field.measure}_${part}`, label, 'each')
      continue
    }
    const isTyped = field.kind === 'number' || field.kind === 'ratio'
    add(field.measure, label, isTyped ? 'stated' : 'each')
    if (field.kind === 'ratio') add(field.measure_of, label, 'stated')
    if (field.kind === 'choice' || field.kind === 'choices')
      for (const option of field.options) add(option.measure, option.label, 'each')
  }
  return found
}
