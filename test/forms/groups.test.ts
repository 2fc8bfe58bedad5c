import { describe, expect, test } from 'vitest'
import type { GroupItem } from '../../src/forms/index.ts'
import { context, pledge, report } from './sample-forms.ts'
import { talkAbout } from './talk.ts'

const two = ['Đọc sách\n4 cuốn', 'Giúp một hộ\n1 hộ']
const contents = (items: unknown) => (items as GroupItem[]).map((item) => item.answers['content'])

describe('a repeating group', () => {
  test('the next item can be typed at the menu, with or without thêm', () => {
    const talk = talkAbout(pledge, context).says('Đọc sách\n4 cuốn')
    expect(talk.prompt).toMatchObject({ kind: 'group-menu', number: '1', items: [{ number: '1.1' }] })
    talk.says('thêm')
    expect(talk.prompt).toMatchObject({ kind: 'ask', number: '1.2', item: { index: 2 } })
    talk.says('Giúp một hộ\n1 hộ', 'Trồng cây\n10 cây')
    expect(contents(talk.answers['deeds'])).toEqual(['Đọc sách', 'Giúp một hộ', 'Trồng cây'])
  })

  test('thêm by mistake: xong, bỏ qua or quay lại leave no empty item', () => {
    for (const word of ['xong', 'bỏ qua', 'không'])
      expect(talkAbout(pledge, context).says(...two, 'thêm', word).prompt).toMatchObject({ number: '2' })
    const talk = talkAbout(pledge, context).says(...two, 'thêm', 'quay lại')
    expect(talk.prompt.kind).toBe('group-menu')
    expect(contents(talk.answers['deeds'])).toHaveLength(2)
  })

  test.each(['xong', 'đủ rồi', 'không', 'hết', 'gửi'])('%s at the menu ends the group', (word) => {
    expect(talkAbout(pledge, context).says(...two, word).prompt).toMatchObject({ kind: 'ask', number: '2' })
  })

  test('the same message twice makes one item', () => {
    const talk = talkAbout(pledge, context).says('Đọc sách', '4 cuốn', '4 cuốn')
    expect(talk.prompt).toMatchObject({ kind: 'group-menu', problem: { code: 'same-as-before' } })
    talk.says('đọc sách.')
    expect(contents(talk.answers['deeds'])).toEqual(['Đọc sách'])
  })

  test('a pledge needs one deed; the usual number is only a hint', () => {
    const talk = talkAbout(pledge, context)
    expect(talk.text).toContain('Thường từ 2 đến 3 việc làm; nhiều hay ít hơn đều được.')
    talk.says('bỏ qua')
    expect(talk.prompt.problem).toEqual({ code: 'item-needed' })
    expect(talk.says('Đọc sách\n4 cuốn', 'xong').prompt).toMatchObject({ number: '2' })
  })

  test('an optional group is left out by bỏ qua or không có', () => {
    const before = ['20/11\n1', 'đủ', '12', 'Nội dung', 'xong', 'bỏ qua', '1']
    for (const word of ['bỏ qua', 'không có']) {
      const talk = talkAbout(report, context).says(...before)
      expect(talk.prompt).toMatchObject({ kind: 'ask', number: '10.1' })
      expect(talk.says(word).prompt).toMatchObject({ number: '11' })
      expect(talk.stepped.state.skipped).toContain('exemplars')
    }
  })

  test('items are removed and moved, and keep their ids', () => {
    const talk = talkAbout(pledge, context).says(
      ...two,
      'Trồng cây\n10 cây',
      'chuyển việc 3 lên 1',
      'xoá 1.2',
    )
    expect(talk.answers['deeds']).toMatchObject([
      { id: 'i3', answers: { content: 'Trồng cây' } },
      { id: 'i2', answers: { content: 'Giúp một hộ' } },
    ])
    talk.says('xong', 'có', 'đổi chỗ 1.2 với 1', 'xoá 1.2')
    expect(talk.prompt.kind).toBe('review')
    expect(contents(talk.answers['deeds'])).toEqual(['Giúp một hộ'])
    expect(talk.says('xoá 1.5').prompt.problem).toMatchObject({ code: 'item-unknown' })
  })

  test('sửa 1.2 asks the whole item, sửa việc 1 too, sửa 1.2.1 one line of it', () => {
    const talk = talkAbout(pledge, context).says(...two, 'sửa 1.2')
    expect(talk.prompt).toMatchObject({
      kind: 'ask',
      number: '1.2',
      parts: [{ key: '1' }, { key: '2' }, { key: '3' }],
    })
    talk.says('Giúp hai hộ\n2 hộ\n30/6')
    expect(talk.prompt.kind).toBe('group-menu')
    expect(talk.says('sửa việc 1').prompt).toMatchObject({ number: '1.1' })
    talk.says('tiếp', 'sửa 1.2.3', '31/12')
    expect(talk.answers['deeds']).toMatchObject([
      { answers: { content: 'Đọc sách' } },
      { answers: { content: 'Giúp hai hộ', result: '2 hộ', due: '2026-12-31' } },
    ])
  })

  test('examples of the kind of unit are offered, taken by number and edited', () => {
    const carried = { deeds: [{ answers: { content: 'Việc năm ngoái', result: 'xong' }, carried: true }] }
    const talk = talkAbout(pledge, { ...context, examples: carried }).says('ví dụ')
    expect(talk.prompt).toMatchObject({
      kind: 'examples',
      examples: [
        { carried: true, texts: ['Việc năm ngoái', 'xong'] },
        { carried: false, texts: ['Giúp một hộ khó khăn', '1 hộ'] },
        { carried: false },
      ],
    })
    expect(talk.says('7').prompt.problem).toMatchObject({ code: 'example-unknown' })
    talk.says('1, 3', 'tiếp')
    expect(contents(talk.answers['deeds'])).toEqual(['Việc năm ngoái', 'Đọc một cuốn sách mỗi quý'])
    talk.says('sửa 1.1.1', 'Việc năm nay')
    expect(contents(talk.answers['deeds'])[0]).toBe('Việc năm nay')
  })

  test('quay lại from the examples returns without an item', () => {
    const talk = talkAbout(pledge, context).says('ví dụ', 'quay lại')
    expect(talk.prompt).toMatchObject({ kind: 'ask', number: '1.1' })
    expect(talk.says('Đọc sách\n4 cuốn', 'gợi ý', 'quay lại').prompt.kind).toBe('group-menu')
  })
})
