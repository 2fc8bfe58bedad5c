import type { FormDefinition, SimpleField } from '../domain/form-definition.ts'
import { type FormAnswers, itemsOf } from './answers.ts'

/** What a form says about people who are to be named as examples: the words of its fields marked so. */
export function listExemplarTexts(definition: FormDefinition, answers: FormAnswers): string[] {
  return definition.fields.flatMap((field) => {
    if (field.kind !== 'group') return isNaming(field) ? textOf(answers[field.id]) : []
    const naming = field.fields.filter(isNaming)
    return itemsOf(answers, field.id).flatMap((item) => naming.flatMap(({ id }) => textOf(item.answers[id])))
  })
}

/** Whether a field may hold the name of an example, by the id that ends its path. */
export function namesExemplar(definition: FormDefinition, fieldId: string): boolean {
  const fields = definition.fields.flatMap((field) => (field.kind === 'group' ? field.fields : [field]))
  return fields.some((field) => field.id === fieldId && isNaming(field))
}

function isNaming(field: SimpleField): boolean {
  return (field.kind === 'short-text' || field.kind === 'long-text') && field.names_exemplar === true
}

function textOf(value: unknown): string[] {
  return typeof value === 'string' && value !== '' ? [value] : []
}
