import { expect, test } from 'vitest'
import { mayAnswerInGroup } from '../../src/domain/answers-in-group.ts'
import { formDefinition } from '../../src/domain/form-definition.ts'

const kinds = (isPrivate: boolean) => [
  { id: 'mending', label: 'Khắc phục hạn chế', ...(isPrivate && { private: true }) },
  { id: 'breakthrough', label: 'Đột phá' },
]
const form = (options: object[], content: object = {}) =>
  formDefinition.parse({
    code: 'pledge',
    title: 'Bản đăng ký',
    fields: [
      {
        id: 'deeds',
        label: 'Việc làm',
        kind: 'group',
        item: 'việc làm',
        fields: [
          { id: 'content', label: 'Nội dung', kind: 'short-text', ...content },
          { id: 'sort', label: 'Loại việc', kind: 'choice', options },
        ],
      },
    ],
  })
const open = { subject: 'person', visibility: 'cell', answer_in_group: true } as const

test.each([
  ['opened by the programme', open, form(kinds(false)), true],
  ['not opened', { ...open, answer_in_group: false }, form(kinds(false)), false],
  ['not shown to the cell', { ...open, visibility: 'private' as const }, form(kinds(false)), false],
  ['owed by a unit', { ...open, subject: 'unit' as const }, form(kinds(false)), false],
  ['a kind of deed that mends a shortcoming', open, form(kinds(true)), false],
  ['a field marked private', open, form(kinds(false), { private: true }), false],
])('%s: answered in front of the group: %s', (_, obligation, definition, may) => {
  expect(mayAnswerInGroup(obligation, definition)).toBe(may)
})
