import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readNumber, readRatio } from '../../src/domain/vietnamese-numbers.ts'
import { readQuarter } from '../../src/domain/vietnamese-quarters.ts'
import { spellingsOf } from './spellings.ts'

const numbers: [string, number][] = [
  ['23', 23],
  ['1.200', 1200],
  ['1 200', 1200],
  ['1.234.567', 1_234_567],
  ['1,5', 1.5],
  ['1.5', 1.5],
  ['98,3 %', 98.3],
  ['98,3%', 98.3],
  ['25 đồng chí', 25],
  ['có 25 đồng chí', 25],
  ['khoảng 30 lượt người', 30],
  ['2 triệu', 2_000_000],
  ['1,5 triệu', 1_500_000],
  ['hai mươi ba', 23],
  ['hai mươi ba đồng chí', 23],
  ['hai tư', 24],
  ['mười lăm', 15],
  ['mười', 10],
  ['hai mươi mốt', 21],
  ['hai mươi', 20],
  ['một chục', 10],
  ['một trăm linh năm', 105],
  ['một trăm hai', 120],
  ['hai trăm ba mươi tư', 234],
  ['một nghìn hai trăm', 1200],
  ['ba nghìn rưỡi', NaN],
  ['không', 0],
  ['không có', 0],
  ['chưa có', 0],
  ['0', 0],
]

describe('a number in words and figures', () => {
  test.each(numbers.filter(([, value]) => !Number.isNaN(value)))('%s is %d', (text, value) => {
    expect(readNumber(text)).toBe(value)
  })

  test.each([
    '',
    'nhiều',
    'đủ',
    'năm nay',
    'hai bên cùng làm',
    '23/25',
    '1.2.3',
    'ba nghìn rưỡi',
    '12 và 15',
  ])('%j is none', (text) => {
    expect(readNumber(text)).toBeNull()
  })

  test('where it must be whole, 1,200 is twelve hundred', () => {
    expect(readNumber('1,200', { whole: true })).toBe(1200)
    expect(readNumber('1,200')).toBe(1.2)
  })

  test('however it is spelt, it is the same number', () => {
    const readable = numbers.filter(([, value]) => !Number.isNaN(value))
    fc.assert(
      fc.property(
        fc
          .constantFrom(...readable)
          .chain(([text, value]) => spellingsOf(text).map((spelt) => ({ spelt, value }))),
        ({ spelt, value }) => {
          expect(readNumber(spelt)).toBe(value)
        },
      ),
      { numRuns: 500 },
    )
  })

  test('any whole number grouped by dots is that number', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 99_999_999 }), (value) => {
        expect(readNumber(value.toLocaleString('vi-VN'))).toBe(value)
        expect(readNumber(String(value), { whole: true })).toBe(value)
      }),
    )
  })
})

describe('a part of a whole', () => {
  test.each([
    ['23/25', 23, 25],
    ['23 / 25', 23, 25],
    ['có mặt 23/25', 23, 25],
    ['23/25 đồng chí', 23, 25],
    ['23 trên 25', 23, 25],
    ['23 trên tổng số 25 đồng chí', 23, 25],
    ['hai mươi ba trên hai mươi lăm', 23, 25],
    ['1.200/1.350', 1200, 1350],
  ])('%s', (text, part, whole) => {
    expect(readRatio(text)).toEqual({ part, whole })
  })

  test.each(['23', '92%', '9/3/2026', 'đủ', '2,5/3'])('%j is none', (text) => {
    expect(readRatio(text)).toBeNull()
  })
})

describe('a quarter', () => {
  test.each([
    ['quý 3', 3, null],
    ['Quý III', 3, null],
    ['Q3', 3, null],
    ['q.3', 3, null],
    ['III', 3, null],
    ['iv', 4, null],
    ['quý ba', 3, null],
    ['quý tư', 4, null],
    ['quý I năm 2026', 1, 2026],
    ['quý 2/2026', 2, 2026],
    ['Q4-2025', 4, 2025],
    ['hết quý II', 2, null],
  ])('%s', (text, quarter, year) => {
    expect(readQuarter(text)).toEqual({ quarter, year })
  })

  test.each(['', 'quý', 'quý 5', 'V', 'năm 2026', '2026', 'quý khách'])('%j is none', (text) => {
    expect(readQuarter(text)).toBeNull()
  })

  test('however it is spelt, it is the same quarter', () => {
    fc.assert(
      fc.property(fc.constantFrom('quý 3', 'quý III', 'Q3', 'quý ba').chain(spellingsOf), (spelt) => {
        expect(readQuarter(spelt)).toEqual({ quarter: 3, year: null })
      }),
    )
  })
})
