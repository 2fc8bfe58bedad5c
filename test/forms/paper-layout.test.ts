import { describe, expect, test } from 'vitest'
import { layOutPaper } from '../../src/forms/paper-layout.ts'
import { context, pledge, report } from './sample-forms.ts'
import { talkAbout } from './talk.ts'

describe('a form on paper', () => {
  test('blank, every question has the number of the chat and room for its answer', () => {
    const { blocks, title } = layOutPaper({ definition: report, answers: {}, context })
    expect(title).toBe('Báo cáo sinh hoạt chuyên đề')
    const questions = blocks.map((block) =>
      block.kind === 'table' ? [block.number, 'table'] : [block.number, block.space?.kind],
    )
    expect(questions).toEqual([
      [null, undefined],
      ['1', 'date'],
      ['2', 'boxes'],
      ['3', 'lines'],
      ['4', 'people'],
      ['5', 'number'],
      ['6', 'lines'],
      ['7', 'lines'],
      ['8', 'lines'],
      ['9', 'boxes'],
      ['10', 'table'],
      ['11', 'enclosed'],
      ['12', 'ratio'],
      [null, undefined],
      [null, undefined],
    ])
  })

  test('a group is a table with rows for the usual number of items', () => {
    const [table] = layOutPaper({ definition: pledge, answers: {}, context }).blocks.filter(
      (b) => b.kind === 'table',
    )
    expect(table).toMatchObject({
      number: '1',
      columns: [
        { number: '1', label: 'Nội dung việc làm' },
        { number: '2' },
        { number: '3', space: { kind: 'date' } },
      ],
      rows: [{ number: '1.1' }, { number: '1.2' }, { number: '1.3' }],
    })
  })

  test('what was written on it is keyed in by its numbers and printed in the same places', () => {
    const talk = talkAbout(pledge, context).says('1.1.1=Đọc sách 1.1.2=4 cuốn 2=có')
    const { blocks } = layOutPaper({ definition: pledge, answers: talk.answers, context })
    expect(blocks).toMatchObject([
      { value: { text: 'Vũ Bình' } },
      { value: { text: 'Bí thư' } },
      { rows: [{ values: [{ text: 'Đọc sách' }, { text: '4 cuốn' }, null] }, {}, {}] },
      { number: '2', value: { kind: 'yes-no', yes: true }, space: null },
      { value: { value: 1 } },
    ])
  })
})
