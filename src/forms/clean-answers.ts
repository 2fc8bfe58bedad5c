import type { FormAnswers, GroupItem, SimpleAnswer } from './answers.ts'
import { itemsOf } from './answers.ts'
import { valueOf } from './figures.ts'
import { isShown } from './form-places.ts'
import type { FormView } from './form-view.ts'

/** The answers that count: of visible questions only, with prefilled and computed values written in. */
export function cleanAnswers(view: FormView): FormAnswers {
  const clean: FormAnswers = {}
  for (const field of view.definition.fields) {
    if (!isShown(view, field)) continue
    if (field.kind === 'group') {
      clean[field.id] = itemsOf(view.answers, field.id).map((item) => cleanItem(view, item, field.fields))
      continue
    }
    const value = valueOf(view, field.id)
    if (value !== undefined) clean[field.id] = value
  }
  return clean
}

function cleanItem(view: FormView, item: GroupItem, fields: Parameters<typeof isShown>[1][]): GroupItem {
  const shown = fields.filter((field) => isShown(view, field, item))
  const answers = shown.flatMap((field) => {
    const value = valueOf(view, field.id, item)
    return value === undefined ? [] : [[field.id, value as SimpleAnswer] as const]
  })
  return { ...item, answers: Object.fromEntries(answers) }
}
