import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { describeDue, resolveDue, type DueContext, type ResolvedDue } from '../../src/domain/due-date.ts'
import { foldVietnamese } from '../../src/domain/vietnamese-fold.ts'
import { addDays, lastDayOfMonth } from '../../src/time.ts'

/** How a result is written in the tables: the day, `~` an expected one, or the kind. */
function shortly(due: ResolvedDue): string {
  if (due.kind === 'on') return due.lastGoodDay
  if (due.kind === 'expected') return `~${due.lastGoodDay ?? '?'}`
  if (due.kind === 'after-event') return `after: ${due.event}`
  if (due.kind === 'unreadable') return `unreadable: ${due.reason}`
  return due.kind
}

type Row = [phrase: string, context: DueContext, meaning: string]

const DOMAIN: Row[] = [
  ['trước ngày 10/3/2023', {}, '2023-03-09'],
  ['chậm nhất cuối quý I/2023', {}, '2023-03-31'],
  ['trong quý I năm 2024', {}, '2024-03-31'],
  ['Hoàn thành trong quý I hằng năm', { period: '2024' }, '2024-03-31'],
  ['trong tháng 4/2023', {}, '2023-04-30'],
  ['tháng 5/2023', {}, '2023-05-31'],
  ['hết năm 2024', {}, '2024-12-31'],
  ['trước tháng 12 của năm trước', { period: '2023' }, '2022-11-30'],
  ['vào tháng 12 của năm trước đó', { period: '2023' }, '2022-12-31'],
  ['định kỳ 6 tháng, năm', { period: '2023-H1' }, '2023-06-30'],
  ['định kỳ 6 tháng, năm', { period: '2023-H2' }, '2023-12-31'],
  ['hằng quý', { period: '2023-Q2' }, '2023-06-30'],
  ['hằng tháng', { period: '2024-02' }, '2024-02-29'],
  ['thường xuyên', {}, 'ongoing'],
  ['dự kiến', {}, '~?'],
  ['có văn bản riêng', {}, 'not-set'],
  ['có văn bản cụ thể sau', {}, 'not-set'],
  ['thời gian quy định trong hướng dẫn', {}, 'not-set'],
  ['sau mỗi đợt sinh hoạt', {}, 'after: mỗi đợt sinh hoạt'],
  ['sau học tập chuyên đề', {}, 'after: học tập chuyên đề'],
  ['sau khi có Hướng dẫn', {}, 'after: khi có Hướng dẫn'],
  ['tính từ năm 2022, trong quý I hằng năm', { period: '2021' }, 'not-owed'],
  ['tính từ năm 2022, trong quý I hằng năm', { period: '2022' }, '2022-03-31'],
  ['riêng năm 2021 … tháng 12/2021', { period: '2021' }, '2021-12-31'],
  ['riêng năm 2021 … tháng 12/2021', { period: '2022' }, 'not-owed'],
  ['trước ngày 30/01/2023', {}, '2023-01-29'],
  ['trước ngày 30/4/2023', {}, '2023-04-29'],
  ['trước ngày 15/01/2023', {}, '2023-01-14'],
]

const DONG_CUONG_2024: Row[] = [
  ['Quý I năm 2024', {}, '2024-03-31'],
  ['trong quý I năm 2024', {}, '2024-03-31'],
  ['trước ngày 15/11/2024', {}, '2024-11-14'],
  ['thực hiện thường xuyên', {}, 'ongoing'],
  ['phấn đấu hết năm 2024', {}, '2024-12-31'],
  ['hằng quý', { period: '2024-Q3' }, '2024-09-30'],
  ['định kỳ báo cáo với Đảng ủy', {}, 'unreadable: no-date'],
]

const LAI_CHAU_2023: Row[] = [
  ['Thời gian dự kiến trong tháng 12/2022', {}, '~2022-12-31'],
  ['(có văn bản cụ thể sau). Thời gian dự kiến trong tháng 12/2022.', {}, '~2022-12-31'],
  ['Hoàn thành trước ngày 14/3/2023', {}, '2023-03-13'],
  ['Hoàn thành trước ngày 10/3/2023.', {}, '2023-03-09'],
  ['Hoàn thành trong tháng 4/2023', {}, '2023-04-30'],
  ['Hoàn thành trong tháng 7/2023', {}, '2023-07-31'],
  ['Quý IV', { period: '2023-Q4' }, '2023-12-31'],
  ['Hoàn thành xây dựng kế hoạch trong tháng 12/2022', {}, '2022-12-31'],
  ['Thời gian hoàn thành xây dựng kế hoạch trước ngày 15/01/2023', {}, '2023-01-14'],
  ['Cuối năm 2023', {}, '2023-12-31'],
  ['Hoàn thành trong quý II/2023', {}, '2023-06-30'],
  ['Quý I trước ngày 31/3/2023', {}, '2023-03-30'],
  ['báo cáo tại hội nghị biểu dương, khen thưởng (có văn bản riêng)', {}, 'not-set'],
  ['báo cáo 06 tháng trước ngày 20/6/2023', {}, '2023-06-19'],
  ['báo cáo năm trước ngày 10/11/2023', {}, '2023-11-09'],
  ['Trong sinh hoạt định kỳ hằng tháng', { period: '2023-02' }, '2023-02-28'],
]

const BLOCK_2021: Row[] = [
  ['Định kỳ tham mưu báo cáo sơ, tổng kết theo quy định', {}, 'not-set'],
  ['Hoàn thành trong quý I hằng năm', { period: '2025' }, '2025-03-31'],
  ['thực hiện theo Kế hoạch số 20-KH/ĐUK ngày 13/8/2021', {}, 'not-set'],
  ['hoàn thành vào tháng 12 của năm trước đó', { period: '2022' }, '2021-12-31'],
  ['Hoàn thành trong quý I hằng năm (tính từ năm 2022)', { period: '2021' }, 'not-owed'],
  ['Hoàn thành trong quý I hằng năm (tính từ năm 2022)', { period: '2023' }, '2023-03-31'],
  ['Thường xuyên', {}, 'ongoing'],
  ['định kỳ: 6 tháng, năm thông qua sinh hoạt chi bộ', { period: '2022-H1' }, '2022-06-30'],
  ['trong quý I năm 2022', {}, '2022-03-31'],
  ['cùng với thời gian ban hành nghị quyết', {}, 'after: thời gian ban hành nghị quyết'],
  ['ngay trong quý IV năm 2021', {}, '2021-12-31'],
  ['vào dịp tổng kết cuối năm', { period: '2023' }, '2023-12-31'],
  ['vào quý I hằng năm', { period: '2023' }, '2023-03-31'],
  ['nhân dịp sơ kết, tổng kết việc thực hiện Chỉ thị', {}, 'after: sơ kết, tổng kết việc thực hiện Chỉ thị'],
  ['trước tháng 12 của năm trước (ngay sau khi tổng kết công tác)', { period: '2024' }, '2023-11-30'],
  ['vào quý III hằng năm (riêng năm 2021 báo cáo vào tháng 12/2021)', { period: '2021' }, '2021-12-31'],
  ['vào quý III hằng năm (riêng năm 2021 báo cáo vào tháng 12/2021)', { period: '2022' }, '2022-09-30'],
  ['vào quý II năm 2023', {}, '2023-06-30'],
  ['vào quý IV năm 2025', {}, '2025-12-31'],
  ['thường xuyên định hướng nội dung tuyên truyền hằng tháng', { period: '2022-03' }, 'ongoing'],
  ['định kỳ hằng tháng', { period: '2022-04' }, '2022-04-30'],
  ['định kỳ 6 tháng, hàng năm', { period: '2025-H2' }, '2025-12-31'],
]

const REAL_TEXT: Row[] = [
  ['Hoàn thành trƣớc ngày 10/3/2023', {}, '2023-03-09'],
  ['THƢỜNG XUYÊN', {}, 'ongoing'],
  ['truoc ngay 10/3/2023', {}, '2023-03-09'],
  ['TRONG QUY I NAM 2024', {}, '2024-03-31'],
  ['trước \n\n ngày 10/ 3/\n2023', {}, '2023-03-09'],
  ['trước ngày 10 tháng 3 năm 2023', {}, '2023-03-09'],
  ['chậm nhất ngày 10/3/2023', {}, '2023-03-10'],
  ['trước 17 giờ 00 ngày 10/3/2023', {}, '2023-03-10'],
  ['từ ngày 01/3 đến ngày 10/3/2023', {}, '2023-03-10'],
  ['trước ngày 10/3', { year: 2026 }, '2026-03-09'],
  ['trước ngày 01/01/2024', {}, '2023-12-31'],
  ['trước quý II/2023', {}, '2023-03-31'],
  ['trước năm 2024', {}, '2023-12-31'],
  ['6 tháng đầu năm 2023', {}, '2023-06-30'],
  ['tháng 01 năm sau', { year: 2025 }, '2026-01-31'],
  ['quí 1/2023', {}, '2023-03-31'],
]

const REFUSED: Row[] = [
  ['trước ngày 31/02/2023', {}, 'unreadable: no-such-day'],
  ['trong tháng 13/2023', {}, 'unreadable: no-such-day'],
  ['trước ngày 10/3', {}, 'unreadable: no-year'],
  ['trước ngày 31/3, 20/6, 10/11', { year: 2023 }, 'unreadable: several-dates'],
  ['đầu tháng 5/2023', {}, 'unreadable: too-vague'],
  ['hằng quý', { period: '2023' }, 'unreadable: needs-quarter'],
  ['hằng tháng', { period: '2023-Q1' }, 'unreadable: needs-month'],
  ['theo quy định', { period: '2023-Q1' }, 'not-set'],
  ['định kỳ 6 tháng', { period: '2023' }, 'unreadable: needs-half-year'],
  ['sớm', {}, 'unreadable: no-date'],
  ['', {}, 'unreadable: no-date'],
]

describe('how the plans say a date', () => {
  for (const [source, rows] of Object.entries({
    'the list of the domain': DOMAIN,
    'the plan of Đông Cương 2024': DONG_CUONG_2024,
    'the plan of Lai Châu 2023': LAI_CHAU_2023,
    'the plan of the block 2021-2025': BLOCK_2021,
    'text as it really comes': REAL_TEXT,
    'what cannot be read': REFUSED,
  })) {
    test.each(rows)(`${source}: "%s" %o is %s`, (phrase, context, meaning) => {
      expect(shortly(resolveDue(phrase, context))).toBe(meaning)
    })
  }

  test('every phrase is read the same without its diacritics', () => {
    for (const [phrase, context] of [...DOMAIN, ...DONG_CUONG_2024, ...LAI_CHAU_2023, ...BLOCK_2021]) {
      const bare = resolveDue(foldVietnamese(phrase), context)
      const full = resolveDue(phrase, context)
      expect([phrase, bare.kind]).toEqual([phrase, full.kind])
      if (full.kind === 'on') expect(bare).toMatchObject({ lastGoodDay: full.lastGoodDay })
    }
  })

  test('people are shown the last good day and the words of the plan', () => {
    expect(describeDue('2023-03-09', 'trước ngày 10/3/2023')).toEqual({
      until: '09/3',
      untilWithYear: '09/3/2023',
      phrase: 'trước ngày 10/3/2023',
    })
  })
})

describe('days that a phrase can give', () => {
  const year = fc.integer({ min: 2000, max: 2099 })
  const month = fc.integer({ min: 1, max: 12 })

  test('any day and month: a day that exists or a refusal, and "before" is one day less', () => {
    fc.assert(
      fc.property(year, fc.integer({ min: 0, max: 15 }), fc.integer({ min: 0, max: 35 }), (y, m, d) => {
        const said = `ngày ${d}/${m}/${y}`
        const on = resolveDue(`chậm nhất ${said}`)
        const before = resolveDue(`trước ${said}`)
        if (on.kind !== 'on' || before.kind !== 'on') {
          expect([on, before]).toMatchObject([{ reason: 'no-such-day' }, { reason: 'no-such-day' }])
          return
        }
        expect(new Date(`${on.lastGoodDay}T00:00:00Z`).toISOString().slice(0, 10)).toBe(on.lastGoodDay)
        expect(before.lastGoodDay).toBe(addDays(on.lastGoodDay, -1))
      }),
    )
  })

  test('a month and a quarter end on their last day, and "before" is the day before they begin', () => {
    fc.assert(
      fc.property(year, month, (y, m) => {
        const quarter = Math.ceil(m / 3)
        const numeral = ['I', 'II', 'III', 'IV'][quarter - 1]!
        expect(resolveDue(`trong tháng ${m}/${y}`)).toMatchObject({ lastGoodDay: lastDayOfMonth(y, m) })
        expect(resolveDue(`trong quý ${numeral}`, { year: y })).toMatchObject({
          lastGoodDay: lastDayOfMonth(y, quarter * 3),
        })
        const begins = `${y}-${String(m).padStart(2, '0')}-01`
        expect(resolveDue(`trước tháng ${m} năm ${y}`)).toMatchObject({ lastGoodDay: addDays(begins, -1) })
      }),
    )
  })

  test('any text at all gives an answer and keeps its words', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        expect(resolveDue(text, { year: 2026 })).toHaveProperty('phrase')
      }),
    )
  })
})
