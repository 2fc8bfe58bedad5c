import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { matchPeople } from '../../src/domain/vietnamese-names.ts'
import { plain, sameWords, tidy } from '../../src/domain/vietnamese-text.ts'
import { readVerb } from '../../src/domain/vietnamese-verbs.ts'
import { readYesNo } from '../../src/domain/vietnamese-yes-no.ts'
import { markedSpellingsOf, spellingsOf } from './spellings.ts'

describe('one spelling for comparing', () => {
  test('diacritics, case, width, spaces and full stops do not matter', () => {
    expect(plain('  ĐỒNG  CHÍ , ３／９ ! ')).toBe('dong chi , 3/9')
    expect(sameWords('Hoà bình.', 'hoa  binh')).toBe(true)
    fc.assert(
      fc.property(spellingsOf('Đồng chí Đỗ Thị Ửng 12/3'), (spelt) => {
        expect(plain(spelt)).toBe('dong chi do thi ung 12/3')
      }),
    )
  })

  test('an answer keeps its diacritics and lines, composed and without invisible signs', () => {
    expect(tidy('\u200bTập\u00a0thể \r\n\r\n\r\n  tốt  '.normalize('NFD'))).toBe('Tập thể\n\ntốt')
  })
})

describe('what a person tells a form', () => {
  test.each([
    ['quay lại', { verb: 'back' }],
    ['lùi', { verb: 'back' }],
    ['xem', { verb: 'show' }],
    ['sửa 3', { verb: 'edit', at: '3' }],
    ['sửa câu 3', { verb: 'edit', at: '3' }],
    ['sửa 3.2.1', { verb: 'edit', at: '3.2.1' }],
    ['sửa việc làm 2', { verb: 'edit', at: '2', item: true }],
    ['sửa', { verb: 'edit' }],
    ['bỏ qua', { verb: 'skip' }],
    ['bỏ qua nhé', { verb: 'skip' }],
    ['để sau', { verb: 'later' }],
    ['huỷ', { verb: 'cancel' }],
    ['hủy', { verb: 'cancel' }],
    ['trợ giúp', { verb: 'help' }],
    ['hướng dẫn', { verb: 'help' }],
    ['đang ở câu nào', { verb: 'where' }],
    ['xong', { verb: 'done' }],
    ['tiếp', { verb: 'next' }],
    ['gửi', { verb: 'send' }],
    ['xác nhận', { verb: 'confirm' }],
    ['thêm việc làm', { verb: 'add' }],
    ['xoá 3.2', { verb: 'remove', at: '3.2' }],
    ['xóa việc 2', { verb: 'remove', at: '2', item: true }],
    ['chuyển 3 lên 1', { verb: 'move', at: '3', to: '1' }],
    ['chuyển việc 3.2 xuống 1', { verb: 'move', at: '3.2', to: '1' }],
    ['đổi chỗ 2 với 1', { verb: 'move', at: '2', to: '1' }],
    ['ví dụ', { verb: 'examples' }],
  ] as const)('%s', (text, said) => {
    expect(readVerb(text)).toEqual(said)
    fc.assert(
      fc.property(spellingsOf(text), (spelt) => {
        expect(readVerb(spelt)).toEqual(said)
      }),
      { numRuns: 40 },
    )
  })

  test('a question mark asks for help', () => {
    expect(readVerb(' ? ')).toEqual({ verb: 'help' })
  })

  test.each([
    'xem phim tư liệu',
    'sửa đường',
    'bỏ qua lỗi nhỏ',
    'xong việc 3',
    'gửi quà',
    '3',
    '',
    'huỷ hoại',
  ])('%j is an answer, not a verb', (text) => {
    expect(readVerb(text)).toBeNull()
  })
})

describe('yes and no', () => {
  test.each(['có', 'có ạ', 'đúng rồi', 'đồng ý', 'ừ', 'vâng', 'dạ có', 'rồi', 'yes', 'được'])(
    '%s is yes',
    (text) => {
      fc.assert(
        fc.property(spellingsOf(text), (spelt) => readYesNo(spelt) === true),
        { numRuns: 30 },
      )
    },
  )

  test.each(['không', 'không ạ', 'ko', 'chưa', 'chưa có', 'dạ không', 'không đồng ý', 'no'])(
    '%s is no',
    (text) => {
      fc.assert(
        fc.property(spellingsOf(text), (spelt) => readYesNo(spelt) === false),
        { numRuns: 30 },
      )
    },
  )

  test.each(['', 'có lẽ', 'không biết', 'để xem', 'có 5 người'])('%j is neither', (text) => {
    expect(readYesNo(text)).toBeNull()
  })
})

describe('people by a part of the name', () => {
  const people = [
    'Nguyễn Thị Lan',
    'Trần Văn Hùng',
    'Lê Thị Lan',
    'Phạm Minh Hưng',
    'Đỗ Tuấn Anh',
    'Anh Vũ',
    'Lan Anh Thư',
    'Vũ Bình',
  ].map((name, index) => ({ personId: `p${index + 1}`, name }))
  const found = (query: string) => matchPeople(query, people).map((person) => person.name)

  test.each([
    ['Nguyễn Thị Lan', ['Nguyễn Thị Lan']],
    ['lan', ['Nguyễn Thị Lan', 'Lê Thị Lan']],
    ['đồng chí Lan', ['Nguyễn Thị Lan', 'Lê Thị Lan']],
    ['thị lan', ['Nguyễn Thị Lan', 'Lê Thị Lan']],
    ['Nguyễn Lan', ['Nguyễn Thị Lan']],
    ['le lan', ['Lê Thị Lan']],
    ['Hùng', ['Trần Văn Hùng']],
    ['Hưng', ['Phạm Minh Hưng']],
    ['hung', ['Trần Văn Hùng', 'Phạm Minh Hưng']],
    ['Hừng', []],
    ['Tuấn Anh', ['Đỗ Tuấn Anh']],
    ['anh Tuấn Anh', ['Đỗ Tuấn Anh']],
    ['anh', ['Đỗ Tuấn Anh']],
    ['anh Hùng', ['Trần Văn Hùng']],
    ['đ/c bình', ['Vũ Bình']],
    ['Vũ', ['Anh Vũ']],
    ['Minh', ['Phạm Minh Hưng']],
    ['Hương', []],
    ['', []],
  ])('%j finds %j', (query, names) => {
    expect(found(query)).toEqual(names)
  })

  test('a whole name finds its person however it is spelt', () => {
    fc.assert(
      fc.property(
        fc
          .constantFrom(...people)
          .chain((person) => markedSpellingsOf(person.name).map((spelt) => ({ person, spelt }))),
        ({ person, spelt }) => {
          expect(matchPeople(spelt, people)).toContain(person)
        },
      ),
    )
  })
})
