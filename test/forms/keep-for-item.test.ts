import { describe, expect, test } from 'vitest'
import { formDefinition } from '../../src/domain/form-definition.ts'
import { context } from './sample-forms.ts'
import { talkAbout } from './talk.ts'

/** A deed is sorted before it is told, as in the sample programme. */
const sorted = formDefinition.parse({
  code: 'sorted',
  title: 'Bản đăng ký',
  fields: [
    {
      kind: 'group',
      id: 'deeds',
      label: 'Việc làm theo',
      item: 'việc làm theo',
      fields: [
        {
          kind: 'choice',
          id: 'sort',
          label: 'Việc này thuộc nhóm nào?',
          options: [
            { id: 'mending', label: 'Khắc phục một hạn chế kéo dài' },
            { id: 'breakthrough', label: 'Đổi mới, sáng tạo hoặc việc cấp bách' },
          ],
        },
        { kind: 'long-text', id: 'content', label: 'Đồng chí sẽ làm việc gì?', max: 60 },
        { kind: 'short-text', id: 'when', label: 'Xong khi nào?', optional: true, with_previous: true },
      ],
    },
  ],
})
const begin = () => talkAbout(sorted, context)

describe('a deed that is told before it is sorted', () => {
  test('is kept as its text, and only the sort is asked', () => {
    const talk = begin().says('Giúp hộ nghèo sửa nhà')
    expect(talk.answers).toEqual({ deeds: [{ id: 'i1', answers: { content: 'Giúp hộ nghèo sửa nhà' } }] })
    expect(talk.text).toContain('Đã ghi:\n1.1. Đồng chí sẽ làm việc gì?: Giúp hộ nghèo sửa nhà')
    expect(talk.prompt).toMatchObject({ kind: 'ask', parts: [{ path: 'deeds.i1.sort' }], problem: null })
    expect(talk.says('1').prompt).toMatchObject({ kind: 'ask', parts: [{ path: 'deeds.i1.when' }] })
    expect(talk.says('bỏ qua').prompt.kind).toBe('group-menu')
  })

  test('with its time on a second line: both are kept', () => {
    const talk = begin().says('Giúp hộ nghèo sửa nhà\ntrong quý II', '2')
    expect(talk.answers['deeds']).toMatchObject([
      { answers: { content: 'Giúp hộ nghèo sửa nhà', when: 'trong quý II', sort: 'breakthrough' } },
    ])
    expect(talk.prompt.kind).toBe('group-menu')
  })

  test.each(['đổi mới và sáng tạo', 'khac phuc han che', 'hạn chế kéo dài', 'sáng tạo, cấp bách thôi'])(
    '%s: is about the options',
    (text) => {
      const [item] = begin().says(text).answers['deeds'] as { answers: object }[]
      expect(item?.answers ?? {}).not.toHaveProperty('content')
    },
  )

  test.each(['3', 'không biết', 'việc gì'])('%s: is a slip, and the options are asked again', (text) => {
    expect(begin().says(text).prompt.problem).toMatchObject({ code: 'choice-unknown' })
  })

  test('too long: it is said, and nothing is cut', () => {
    const talk = begin().says(`Giúp hộ nghèo ${'sửa nhà '.repeat(20)}`)
    expect(talk.prompt.problem).toMatchObject({ code: 'text-too-long' })
    expect(talk.answers['deeds']).toMatchObject([{ answers: {} }])
  })
})
