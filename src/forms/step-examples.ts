import { plain } from '../domain/vietnamese-text.ts'
import { pathOf } from './answers.ts'
import type { ItemExample } from './form-context.ts'
import { findGroup, type GroupField, isAsked } from './form-places.ts'
import { listExamples } from './list-examples.ts'
import { readAnswer } from './read-answer.ts'
import { prompt, type Reply } from './reply.ts'
import { addItem, advance, record, refuse, showMenu, type Turn } from './turn.ts'

/** `2`, `1 3`: makes items of the examples picked; anything else is no example. */
export function pickExamples(turn: Turn, text: string): Reply {
  const group = findGroup(turn.view.definition, turn.state.asked[0] ?? '')
  const examples = group ? listExamples(turn.view, group) : []
  const numbers = plain(text)
    .split(/[\s,;]+|va /)
    .map(Number)
  const picked = numbers.flatMap((number) => examples[number - 1] ?? [])
  if (!group || picked.length !== numbers.length) {
    refuse(turn, { code: 'example-unknown', values: { count: examples.length } })
    return prompt
  }
  takeExamples(turn, group, picked)
  return prompt
}

/** Adds the items; what an example leaves open is asked, else the menu shows them, to be edited. */
export function takeExamples(turn: Turn, group: GroupField, examples: readonly ItemExample[]): void {
  for (const example of examples) {
    const item = addItem(turn, group.id)
    for (const field of group.fields.filter(isAsked)) {
      const text = example.answers[field.id]
      const read = text === undefined ? null : readAnswer(field, text, turn.view.context)
      if (read && 'value' in read)
        record(turn, pathOf(field.id, { group: group.id, item: item.id }), read.value)
    }
  }
  showMenu(turn, group.id)
  advance(turn)
}
