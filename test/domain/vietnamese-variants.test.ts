import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readDate } from '../../src/domain/vietnamese-days.ts'
import { matchPeople } from '../../src/domain/vietnamese-names.ts'
import { readNumber, readRatio } from '../../src/domain/vietnamese-numbers.ts'
import { readQuarter } from '../../src/domain/vietnamese-quarters.ts'
import { readYesNo } from '../../src/domain/vietnamese-yes-no.ts'
import { addDays } from '../../src/time.ts'
import { markedSpellingsOf, spellingsOf } from './spellings.ts'

/**
 * What people mean is generated, put into the words in which they might say it, and those words into the spellings of
 * phones and keyboards (composed or not, without diacritics, wide digits, spaces, full stops): read back, it is what
 * was meant.
 */
const seeded = { seed: 20260302, numRuns: 400 }

/** One of several ways to say it, however it is spelt. */
function said(...ways: string[]): fc.Arbitrary<string> {
  return fc.constantFrom(...ways).chain(spellingsOf)
}

const DIGITS = ['không', 'một', 'hai', 'ba', 'bốn', 'năm', 'sáu', 'bảy', 'tám', 'chín']
const ROMAN = ['I', 'II', 'III', 'IV']
const ORDINAL = ['một', 'hai', 'ba', 'bốn']

/** Below a hundred, as it is said aloud: `hai mươi mốt`, `mười lăm`. */
function tens(value: number): string {
  const [ten, one] = [Math.floor(value / 10), value % 10]
  if (ten === 0) return DIGITS[one]!
  const last = one === 5 ? 'lăm' : one === 1 && ten > 1 ? 'mốt' : DIGITS[one]!
  return `${ten === 1 ? 'mười' : `${DIGITS[ten]} mươi`}${one === 0 ? '' : ` ${last}`}`
}

/** Below a thousand; `linh` stands where the tens are missing. */
function hundreds(value: number): string {
  const [hundred, rest] = [Math.floor(value / 100), value % 100]
  if (hundred === 0) return tens(rest)
  if (rest === 0) return `${DIGITS[hundred]} trăm`
  return `${DIGITS[hundred]} trăm ${rest < 10 ? `linh ${DIGITS[rest]}` : tens(rest)}`
}

function inWords(value: number): string {
  const [thousand, rest] = [Math.floor(value / 1000), value % 1000]
  if (thousand === 0) return hundreds(rest)
  const head = `${hundreds(thousand)} nghìn`
  if (rest === 0) return head
  return rest < 100
    ? `${head} không trăm ${rest < 10 ? `linh ${DIGITS[rest]}` : tens(rest)}`
    : `${head} ${hundreds(rest)}`
}

const two = (value: number) => String(value).padStart(2, '0')

const count = fc.integer({ min: 1, max: 99_999 })

describe('a number', () => {
  test('in figures, grouped, with what is counted, in words', () => {
    const shape = count.chain((value) =>
      said(
        String(value),
        value.toLocaleString('vi-VN'),
        `${value} đồng chí`,
        `có ${value} người`,
        `khoảng ${value}`,
        inWords(value),
        `${inWords(value)} lượt người`,
      ).map((text) => ({ text, value })),
    )
    fc.assert(
      fc.property(shape, ({ text, value }) => {
        expect(readNumber(text, { whole: true }), text).toBe(value)
      }),
      seeded,
    )
  })

  test('a part of a whole', () => {
    const pair = fc
      .integer({ min: 1, max: 1500 })
      .chain((whole) =>
        fc
          .integer({ min: 0, max: whole })
          .chain((part) =>
            said(
              `${part}/${whole}`,
              `${part} / ${whole}`,
              `${part} trên ${whole}`,
              `có mặt ${part}/${whole}`,
              `${part}/${whole} đồng chí`,
              `${part} trên tổng số ${whole}`,
            ).map((text) => ({ text, part, whole })),
          ),
      )
    fc.assert(
      fc.property(pair, ({ text, part, whole }) => {
        expect(readRatio(text), text).toEqual({ part, whole })
      }),
      seeded,
    )
  })
})

describe('a day', () => {
  const today = '2026-11-22'

  test('with its year, in figures and in words', () => {
    const shape = fc.integer({ min: -3000, max: 3000 }).chain((shift) => {
      const day = addDays(today, shift)
      const [year, month, date] = day.split('-').map(Number) as [number, number, number]
      return said(
        `${date}/${month}/${year}`,
        `${two(date)}/${two(month)}/${year}`,
        `${date}-${month}-${year}`,
        `${date}.${month}.${year}`,
        `${year}-${two(month)}-${two(date)}`,
        `ngày ${date} tháng ${month} năm ${year}`,
        `ngày ${date}/${month}/${year}`,
        `${tens(date)} tháng ${tens(month)} năm ${year}`,
        ...(date <= 10 ? [`mùng ${date} tháng ${month} năm ${year}`] : []),
      ).map((text) => ({ text, day }))
    })
    fc.assert(
      fc.property(shape, ({ text, day }) => {
        expect(readDate(text, today, 'any'), text).toEqual({ day })
      }),
      seeded,
    )
  })

  test('of these weeks by its weekday', () => {
    const names = ['hai', 'ba', 'tư', 'năm', 'sáu', 'bảy']
    const shape = fc
      .tuple(fc.integer({ min: 0, max: 6 }), fc.constantFrom(['trước', -1], ['này', 0], ['sau', 1]))
      .chain(([index, [word, week]]) => {
        const day = addDays('2026-11-16', index + 7 * (week as number))
        const name =
          index === 6 ? ['chủ nhật', 'CN'] : [`thứ ${names[index]}`, `thứ ${index + 2}`, `T${index + 2}`]
        return said(...name.map((one) => `${one} tuần ${word}`)).map((text) => ({ text, day }))
      })
    fc.assert(
      fc.property(shape, ({ text, day }) => {
        expect(readDate(text, today, 'any'), text).toEqual({ day })
      }),
      seeded,
    )
  })
})

test('a quarter, with or without its year', () => {
  const shape = fc
    .tuple(fc.integer({ min: 1, max: 4 }), fc.option(fc.integer({ min: 2020, max: 2035 }), { nil: null }))
    .chain(([quarter, year]) => {
      const roman = ROMAN[quarter - 1]!
      const names = [`quý ${quarter}`, `quý ${roman}`, `Q${quarter}`, `quý ${ORDINAL[quarter - 1]}`]
      const bare = year === null ? [...names, roman] : names
      const ways =
        year === null
          ? bare
          : bare.flatMap((name) => [`${name}/${year}`, `${name} năm ${year}`, `${name}-${year}`])
      return said(...ways).map((text) => ({ text, quarter, year }))
    })
  fc.assert(
    fc.property(shape, ({ text, quarter, year }) => {
      expect(readQuarter(text), text).toEqual({ quarter, year })
    }),
    seeded,
  )
})

test('yes and no, with the endings that politeness adds', () => {
  const polite = fc.constantFrom('', ' ạ', ' nhé', ' nha', ' em ạ')
  const shape = fc
    .tuple(
      fc.constantFrom<[string, boolean]>(
        ['có', true],
        ['đồng ý', true],
        ['đúng', true],
        ['rồi', true],
        ['không', false],
        ['chưa', false],
        ['không có', false],
        ['không đồng ý', false],
      ),
      polite,
    )
    .chain(([[word, yes], ending]) => said(`${word}${ending}`).map((text) => ({ text, yes })))
  fc.assert(
    fc.property(shape, ({ text, yes }) => {
      expect(readYesNo(text), text).toBe(yes)
    }),
    seeded,
  )
})

describe('people of a list', () => {
  const family = ['Nguyễn', 'Trần', 'Lê', 'Đỗ', 'Vũ']
  const middle = ['Thị', 'Văn', 'Minh', 'Tuấn', 'Ngọc']
  const given = ['Lan', 'Hùng', 'Hưng', 'Đức', 'Ửng', 'Thuỷ', 'Anh']
  const roster = fc
    .uniqueArray(
      fc.tuple(fc.constantFrom(...family), fc.constantFrom(...middle), fc.constantFrom(...given)),
      {
        minLength: 1,
        maxLength: 12,
        selector: (parts) => parts.join(' '),
      },
    )
    .map((names) => names.map((parts, index) => ({ personId: `p${index + 1}`, name: parts.join(' ') })))

  test('a whole name with its diacritics is that person alone; without them it may be nobody else but those who fit', () => {
    const shape = roster.chain((people) =>
      fc
        .constantFrom(...people)
        .chain((person) =>
          fc
            .tuple(markedSpellingsOf(person.name), spellingsOf(person.name))
            .map(([marked, loose]) => ({ people, person, marked, loose })),
        ),
    )
    fc.assert(
      fc.property(shape, ({ people, person, marked, loose }) => {
        expect(matchPeople(marked, people)).toEqual([person])
        expect(matchPeople(loose, people)).toContain(person)
      }),
      seeded,
    )
  })

  test('a given name finds everybody who bears it, with an address or without', () => {
    const shape = roster.chain((people) =>
      fc
        .tuple(fc.constantFrom(...people), fc.constantFrom('', 'đồng chí ', 'đ/c '))
        .chain(([person, address]) =>
          markedSpellingsOf(`${address}${person.name.split(' ').at(-1)}`).map((text) => ({
            people,
            person,
            text,
          })),
        ),
    )
    fc.assert(
      fc.property(shape, ({ people, person, text }) => {
        const bearers = people.filter(({ name }) => name.split(' ').at(-1) === person.name.split(' ').at(-1))
        expect(matchPeople(text, people)).toEqual(bearers)
      }),
      seeded,
    )
  })
})
