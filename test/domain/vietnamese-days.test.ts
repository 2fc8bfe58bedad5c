import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readDate } from '../../src/domain/vietnamese-days.ts'
import { addDays, formatDay } from '../../src/time.ts'
import { spellingsOf } from './spellings.ts'

/** A Sunday. */
const today = '2026-11-22'

const held: [string, string][] = [
  ['9/3', '2026-03-09'],
  ['09-03-2026', '2026-03-09'],
  ['9.3.2026', '2026-03-09'],
  ['9/3/26', '2026-03-09'],
  ['2026-03-09', '2026-03-09'],
  ['ngày 9/3', '2026-03-09'],
  ['ngày 9 tháng 3', '2026-03-09'],
  ['ngày 9 tháng 3 năm 2025', '2025-03-09'],
  ['mùng 3 tháng 2', '2026-02-03'],
  ['mồng ba tháng giêng', '2026-01-03'],
  ['mùng 3 tháng chạp', '2026-12-03'],
  ['hai mươi ba tháng chín', '2026-09-23'],
  ['mười lăm tháng tư', '2026-04-15'],
  ['hôm nay', '2026-11-22'],
  ['hôm qua', '2026-11-21'],
  ['tối qua', '2026-11-21'],
  ['sáng nay', '2026-11-22'],
  ['hôm kia', '2026-11-20'],
  ['thứ sáu tuần trước', '2026-11-13'],
  ['thứ 6 tuần trước', '2026-11-13'],
  ['t6 tuần trước', '2026-11-13'],
  ['thứ sáu tuần này', '2026-11-20'],
  ['thứ sáu vừa rồi', '2026-11-20'],
  ['thứ sáu', '2026-11-20'],
  ['chủ nhật', '2026-11-22'],
  ['chủ nhật tuần trước', '2026-11-15'],
  ['thứ hai tuần này', '2026-11-16'],
  ['chiều thứ bảy', '2026-11-21'],
  ['3 ngày trước', '2026-11-19'],
  ['cách đây hai tuần', '2026-11-08'],
  ['thứ sáu, 6/3', '2026-03-06'],
  ['thứ sáu ngày 6/3/2026', '2026-03-06'],
  ['19h30 ngày 20/11', '2026-11-20'],
  ['20/11 lúc 19 giờ', '2026-11-20'],
  ['ngày 9', '2026-11-09'],
  ['ngày 25', '2026-10-25'],
  ['yesterday', '2026-11-21'],
]

const planned: [string, string][] = [
  ['15/12', '2026-12-15'],
  ['9/3', '2027-03-09'],
  ['15/8', '2026-08-15'],
  ['ngày mai', '2026-11-23'],
  ['thứ sáu', '2026-11-27'],
  ['thứ sáu tuần sau', '2026-11-27'],
  ['thứ hai tới', '2026-11-23'],
  ['hai tuần nữa', '2026-12-06'],
  ['hết năm', '2026-12-31'],
  ['hết năm 2027', '2027-12-31'],
  ['cuối năm nay', '2026-12-31'],
  ['năm sau', '2027-12-31'],
  ['tháng 12', '2026-12-31'],
  ['trong tháng 4/2027', '2027-04-30'],
  ['tháng này', '2026-11-30'],
  ['tháng 3', '2027-03-31'],
  ['quý IV', '2026-12-31'],
  ['hết quý I năm 2027', '2027-03-31'],
  ['quý 1', '2027-03-31'],
  ['trước ngày 15/12', '2026-12-14'],
  ['chậm nhất 15/12/2026', '2026-12-15'],
  ['ngày 25', '2026-11-25'],
  ['ngày 9', '2026-12-09'],
]

describe('a day in words', () => {
  test.each(held)('of something held: %s is %s', (text, day) => {
    expect(readDate(text, today, 'past')).toEqual({ day })
  })

  test.each(planned)('of something planned: %s is %s', (text, day) => {
    expect(readDate(text, today, 'any')).toEqual({ day })
  })

  test.each(['', 'không nhớ', 'ngày', '9', '23/25/27', 'thứ', 'tuần trước', 'hai mươi ba', '5 đồng chí'])(
    'which is none: %j is not understood',
    (text) => {
      expect(readDate(text, today, 'past')).toHaveProperty('problem')
    },
  )

  test.each(['31/2', '30/02/2026', '32/1', '1/13', 'ngày 31 tháng 4'])(
    'that no calendar has: %s says so',
    (text) => {
      expect(readDate(text, today)).toEqual({ problem: 'date-not-in-calendar' })
    },
  )

  test('29/2 without a year is the leap year next to it, if there is one', () => {
    expect(readDate('29/2', '2025-01-10', 'past')).toEqual({ day: '2024-02-29' })
    expect(readDate('29/2', '2027-11-10', 'any')).toEqual({ day: '2028-02-29' })
  })

  test('however it is spelt, it is the same day', () => {
    const all = [
      ...held.map((row) => [...row, 'past'] as const),
      ...planned.map((row) => [...row, 'any'] as const),
    ]
    fc.assert(
      fc.property(
        fc
          .constantFrom(...all)
          .chain(([text, day, outlook]) => spellingsOf(text).map((spelt) => ({ spelt, day, outlook }))),
        ({ spelt, day, outlook }) => {
          expect(readDate(spelt, today, outlook)).toEqual({ day })
        },
      ),
      { numRuns: 500 },
    )
  })

  test('any day written with its year is that day', () => {
    fc.assert(
      fc.property(fc.integer({ min: -4000, max: 4000 }), (shift) => {
        const day = addDays(today, shift)
        expect(readDate(formatDay(day), today, 'past')).toEqual({ day })
        expect(readDate(formatDay(day).replaceAll('/', '-'), today, 'any')).toEqual({ day })
      }),
    )
  })

  test('a day held within the last eleven months needs no year', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 330 }), (ago) => {
        const day = addDays(today, -ago)
        expect(readDate(formatDay(day).slice(0, -5), today, 'past')).toEqual({ day })
      }),
    )
  })
})
