import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readPeople } from '../../src/forms/read-people.ts'
import { markedSpellingsOf } from '../domain/spellings.ts'
import { context } from './sample-forms.ts'

const { roster } = context
const absent = (personId: string, excused: boolean, reason: string | null = null) => ({
  personId,
  name: roster.find((person) => person.personId === personId)!.name,
  excused,
  reason,
})

describe('who was absent', () => {
  test.each([
    'đủ',
    'Đủ.',
    'đủ cả',
    'có mặt đầy đủ',
    'không vắng',
    'không ai vắng',
    'không có ai vắng',
    'không',
    '6/6',
    '0',
    'all present',
  ])('%s: everybody was there', (text) => {
    expect(readPeople(text, roster)).toEqual({ value: { due: 6, absent: [], unnamed: 0 } })
  })

  test.each([
    ['vắng: Hùng (ốm), Bình không lý do', [absent('p2', true, 'ốm'), absent('p6', false)]],
    ['Hùng bị ốm; Bình không phép', [absent('p2', true, 'bị ốm'), absent('p6', false)]],
    ['vắng mặt Hùng có lý do và Bình không lý do', [absent('p2', true), absent('p6', false)]],
    ['2 (đi công tác), 6 (không lý do)', [absent('p2', true, 'đi công tác'), absent('p6', false)]],
    [
      'có lý do: Hùng, Tuấn Anh; không lý do: Bình',
      [absent('p2', true), absent('p5', true), absent('p6', false)],
    ],
    ['Có lý do: Hùng\nKhông lý do: không', [absent('p2', true)]],
    ['đồng chí Hùng - con ốm', [absent('p2', true, 'con ốm')]],
    ['vắng Nguyễn Lan (ốm, có đơn)', [absent('p1', true, 'ốm, có đơn')]],
    ['vang: hung van (om)', null],
    ['chỉ vắng Hưng (trực)', [absent('p4', true, 'trực')]],
  ])('%s', (text, expected) => {
    const read = readPeople(text, roster)
    if (expected) expect(read).toEqual({ value: { due: 6, absent: expected, unnamed: 0 } })
    else expect(read).toHaveProperty('problem')
  })

  test('a name that fits several, or one without a word about the reason: it is asked', () => {
    expect(readPeople('vắng: Lan (ốm), Hùng', roster)).toEqual({
      entries: [
        { query: 'Lan', candidates: ['p1', 'p3'], excused: true, reason: 'ốm' },
        { query: 'Hùng', candidates: ['p2'], excused: null, reason: null },
      ],
    })
  })

  test.each([
    ['Hương ốm, Hùng bận', { code: 'person-unknown', values: { name: 'Hương' } }],
    ['Trần Nam đi công tác', { code: 'person-unknown', values: { name: 'Trần Nam' } }],
    ['vắng: Hương', { code: 'person-unknown', values: { name: 'Hương' } }],
    ['9', { code: 'roster-number-unknown', values: { number: '9', count: 6 } }],
    ['5/6', { code: 'name-the-absent' }],
    ['vắng 2 đồng chí', { code: 'name-the-absent' }],
    ['Hùng (ốm), Trần Văn Hùng (ốm)', { code: 'person-twice', values: { name: 'Trần Văn Hùng' } }],
    ['Lan Hương (ốm)', { code: 'person-unknown', values: { name: 'Lan Hương' } }],
  ])('%s cannot be taken', (text, problem) => {
    expect(readPeople(text, roster)).toEqual({ problem })
  })

  test('a unit without a list of people gives figures', () => {
    expect(readPeople('có mặt 23/25', [])).toEqual({ value: { due: 25, absent: [], unnamed: 2 } })
    expect(readPeople('đủ', [])).toHaveProperty('problem')
  })

  test('however it is spelt, the same people were absent', () => {
    fc.assert(
      fc.property(markedSpellingsOf('vắng: Hùng không lý do, 6 không phép'), (spelt) => {
        expect(readPeople(spelt, roster)).toEqual({
          value: { due: 6, absent: [absent('p2', false), absent('p6', false)], unnamed: 0 },
        })
      }),
    )
  })
})
