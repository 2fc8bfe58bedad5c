import { describe, expect, test } from 'vitest'
import { checkProgramme } from '../../src/domain/check-programme.ts'
import { programmeSchema, programmeJsonSchema } from '../../src/domain/programme.ts'
import { lastGoodDayOf, listRounds } from '../../src/domain/rounds.ts'

function programmeWith(obligation: object, years: object = { year: 2023 }) {
  return programmeSchema.parse({
    code: 'sample',
    issuing_body: 'Đảng ủy xã Mẫu',
    title: 'Kế hoạch mẫu',
    ...years,
    vocabulary: { unit_kinds: { 'cell-street': 'Chi bộ tổ dân phố' }, categories: {} },
    obligations: [
      {
        code: 'duty',
        title: 'Việc mẫu',
        section: 'II.1',
        kind: 'report',
        subject: 'unit',
        audience: { unit_kinds: ['cell-*'] },
        ...obligation,
      },
    ],
  })
}

function roundsOf(obligation: object, years?: object): string[] {
  const programme = programmeWith(obligation, years)
  expect(checkProgramme(programme)).toEqual([])
  return listRounds(programme, programme.obligations[0]!).map(
    ({ period, due, opensOn }) => `${period} ${opensOn}..${lastGoodDayOf(due) ?? due.kind}`,
  )
}

describe('rounds of an obligation', () => {
  const term = { term: { from: 2021, to: 2023 } }

  test('a duty with its own date in every quarter has four rounds, each open with its quarter', () => {
    const due = {
      Q1: 'trước ngày 10/3/2023',
      Q2: 'trong tháng 4/2023',
      Q3: 'trong tháng 7/2023',
      Q4: 'có văn bản riêng',
    }
    expect(roundsOf({ repeats: 'quarterly', due })).toEqual([
      '2023-Q1 2023-01-01..2023-03-09',
      '2023-Q2 2023-04-01..2023-04-30',
      '2023-Q3 2023-07-01..2023-07-31',
      '2023-Q4 2023-10-01..not-set',
    ])
  })

  test('a yearly duty counted from 2022 is not owed in 2021', () => {
    const rounds = ['2022 2022-01-01..2022-03-31', '2023 2023-01-01..2023-03-31']
    const due = 'Hoàn thành trong quý I hằng năm (tính từ năm 2022)'
    expect(roundsOf({ repeats: 'yearly', due }, term)).toEqual(rounds)
    expect(roundsOf({ repeats: 'yearly', from: '2022', due: 'trong quý I hằng năm' }, term)).toEqual(rounds)
  })

  test('what is due before its year begins opens with the quarter of that date', () => {
    expect(
      roundsOf({ repeats: 'yearly', due: 'vào tháng 12 của năm trước đó', except: ['2021'] }, term),
    ).toEqual(['2022 2021-10-01..2021-12-31', '2023 2022-10-01..2022-12-31'])
  })

  test('a year report is shown from the quarter in which it falls due', () => {
    expect(roundsOf({ due: 'trước ngày 10/11/2023' })).toEqual(['once 2023-10-01..2023-11-09'])
  })

  test('an explicit day goes before the words, and a day of any year follows the round', () => {
    expect(roundsOf({ due: 'trước Tết', due_on: '2023-01-20' })).toEqual(['once 2023-01-01..2023-01-20'])
    expect(roundsOf({ repeats: 'yearly', due: 'trước Tết', due_on: '01-20' }, term)).toEqual([
      '2021 2021-01-01..2021-01-20',
      '2022 2022-01-01..2022-01-20',
      '2023 2023-01-01..2023-01-20',
    ])
  })

  test('a date that the office fixed takes the place of an open one', () => {
    const programme = programmeWith({ due: 'có văn bản riêng' })
    const fixed = { obligation: 'duty', period: 'once', lastGoodDay: '2023-05-19', phrase: 'ngày 19/5/2023' }
    expect(listRounds(programme, programme.obligations[0]!, [fixed])[0]!.due).toEqual({
      kind: 'on',
      lastGoodDay: '2023-05-19',
      phrase: 'ngày 19/5/2023',
    })
  })

  test('a standing duty has a round without date', () => {
    expect(roundsOf({ due: 'thường xuyên' })).toEqual(['once 2023-01-01..ongoing'])
    expect(roundsOf({ due: 'trong năm 2023', ongoing: true })).toEqual(['once 2023-01-01..ongoing'])
  })
})

describe('what a programme file may not say', () => {
  const wrong: [string, object, string][] = [
    ['a date that cannot be read', { due: 'sớm' }, 'cannot read "sớm": no date found in it'],
    ['a day that does not exist', { due: 'trước ngày 31/2/2023' }, 'a day that is not in the calendar'],
    [
      'one date for four quarters',
      { due: 'trước ngày 10/3/2023', repeats: 'quarterly' },
      'one date for several rounds',
    ],
    [
      'a yearly duty said to be quarterly',
      { due: 'hằng quý', repeats: 'yearly' },
      'it wants "repeats: quarterly"',
    ],
    ['a form that is not there', { due: 'thường xuyên', form: 'gone' }, 'no form "gone"'],
    [
      'a kind of unit without name',
      { due: 'thường xuyên', audience: { unit_kinds: ['school'] } },
      'no kind of unit "school"',
    ],
    ['people where units owe', { due: 'thường xuyên', audience: { key_leader: true } }, 'units owe this'],
    [
      'a receiving body that is not there',
      { due: 'thường xuyên', route: { to: 'body', body: 'x' } },
      'no receiving body "x"',
    ],
  ]

  test.each(wrong)('%s', (_, obligation, message) => {
    const problems = checkProgramme(programmeWith(obligation))
    expect(problems.map((problem) => problem.message).join('\n')).toContain(message)
    expect(problems[0]!.path.slice(0, 2)).toEqual(['obligations', 0])
  })

  test('neither year nor term, or a key-leader rule that asks itself', () => {
    const bare = programmeWith({ due: 'thường xuyên' })
    delete bare.year
    bare.key_leaders = { any: [{ key_leader: true }] }
    expect(checkProgramme(bare).map((problem) => problem.path[0])).toEqual(
      expect.arrayContaining(['code', 'key_leaders']),
    )
  })

  test('the JSON Schema of the file names its parts', () => {
    expect(programmeJsonSchema()).toMatchObject({
      type: 'object',
      required: expect.arrayContaining(['code', 'title', 'vocabulary', 'obligations']),
    })
  })
})
