import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type Forgotten, forgetName, namesPerson } from '../../src/domain/forget-name.ts'

const WHO: Forgotten = { personId: 'p1', fullName: 'Mẫu Thị Ngọc Lan', isShared: false, instead: '(đã xóa)' }

test.each([
  ['Do Mẫu Thị Ngọc Lan ghi.', 'Do (đã xóa) ghi.'],
  ['do MẪU THỊ NGỌC LAN, mau thi ngoc lan ghi', 'do (đã xóa), (đã xóa) ghi'],
  ['Mẫu Thị\nNgọc Lan', '(đã xóa)'],
  // Decomposed letters, as some telephones send them.
  ['Mẫu Thị Ngọc Lan'.normalize('NFD'), '(đã xóa)'],
  ['hai dòng\n\nMẫu Thị Ngọc Lan', 'hai dòng\n\n(đã xóa)'],
  // Another name that begins or ends alike, and the given name alone.
  ['Mẫu Thị Ngọc Lanh và Lan', 'Mẫu Thị Ngọc Lanh và Lan'],
  ['', ''],
])('%j becomes %j', (before, after) => {
  expect(forgetName(before, WHO)).toBe(after)
  expect(namesPerson(before, WHO.fullName)).toBe(before !== after)
})

test('entries of lists lose name and reason by the id, whoever else has the name', () => {
  const answers = {
    attendance: {
      due: 3,
      absent: [
        { personId: 'p1', name: 'Mẫu Thị Ngọc Lan', excused: true, reason: 'ốm' },
        { personId: 'p2', name: 'Mẫu Thị Ngọc Lan', excused: true, reason: 'ốm' },
      ],
    },
    content: 'Mẫu Thị Ngọc Lan ghi biên bản',
  }
  expect(forgetName(answers, { ...WHO, isShared: true })).toEqual({
    ...answers,
    attendance: {
      due: 3,
      absent: [
        { personId: 'p1', name: '(đã xóa)', excused: true, reason: null },
        answers.attendance.absent[1],
      ],
    },
  })
})

test('what names nobody is the very same value', () => {
  fc.assert(
    fc.property(fc.jsonValue(), (value) => {
      expect(forgetName(value, WHO)).toBe(value)
    }),
  )
})
