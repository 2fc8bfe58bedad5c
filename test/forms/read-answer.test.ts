import { describe, expect, test } from 'vitest'
import { formDefinition, type SimpleField } from '../../src/domain/form-definition.ts'
import { readAnswer } from '../../src/forms/read-answer.ts'
import { context } from './sample-forms.ts'

function field(rest: Record<string, unknown>): SimpleField {
  const form = formDefinition.parse({ code: 'f', title: 'F', fields: [{ id: 'a', label: 'A', ...rest }] })
  return form.fields[0] as SimpleField
}

const options = [
  { id: 'alone', label: 'Sinh hoạt riêng' },
  { id: 'joined', label: 'Ghép họp thường kỳ' },
  { id: 'online', label: { vi: 'Trực tuyến', en: 'Online' } },
]

const taken: [string, Record<string, unknown>, string, unknown][] = [
  ['short text', { kind: 'short-text' }, '  Đọc   sách ', 'Đọc sách'],
  ['long text', { kind: 'long-text' }, 'một\n\n\n\nhai', 'một\n\nhai'],
  ['choice by number', { kind: 'choice', options }, '2', 'joined'],
  ['choice by number with a bracket', { kind: 'choice', options }, '2)', 'joined'],
  ['choice by words', { kind: 'choice', options }, 'truc tuyen', 'online'],
  ['choice by English words', { kind: 'choice', options }, 'online', 'online'],
  ['choice by a part', { kind: 'choice', options }, 'ghép', 'joined'],
  ['choice by a word inside', { kind: 'choice', options }, 'thường kỳ', 'joined'],
  ['choice by a number word', { kind: 'choice', options }, 'ba', 'online'],
  ['choices by numbers', { kind: 'choices', options }, '3, 1', ['alone', 'online']],
  ['choices by numbers with spaces', { kind: 'choices', options }, '1 3', ['alone', 'online']],
  ['choices by words', { kind: 'choices', options }, 'riêng và trực tuyến', ['alone', 'online']],
  ['all choices', { kind: 'choices', options }, 'tất cả', ['alone', 'joined', 'online']],
  ['no choice where none may be', { kind: 'choices', options, min: 0 }, 'không', []],
  ['number', { kind: 'number' }, '1.200 lượt', 1200],
  ['number with a fraction', { kind: 'number', whole: false }, '98,3', 98.3],
  ['ratio', { kind: 'ratio' }, '23/25', { part: 23, whole: 25 }],
  ['date', { kind: 'date' }, '9/3/2026', '2026-03-09'],
  ['yes', { kind: 'yes-no' }, 'có ạ', true],
  ['no by number', { kind: 'yes-no' }, '2', false],
]

const refused: [string, Record<string, unknown>, string, unknown][] = [
  [
    'text too long',
    { kind: 'short-text', max: 5 },
    'đọc sách',
    { code: 'text-too-long', values: { length: 8, max: 5 } },
  ],
  ['choice out of range', { kind: 'choice', options }, '4', { code: 'choice-unknown', values: { count: 3 } }],
  [
    'choice that is not clear',
    { kind: 'choice', options },
    'h',
    { code: 'choice-unknown', values: { count: 3 } },
  ],
  [
    'too many choices',
    { kind: 'choices', options, max: 1 },
    '1,2',
    { code: 'choices-too-many', values: { max: 1 } },
  ],
  [
    'too few choices',
    { kind: 'choices', options, min: 2 },
    '1',
    { code: 'choices-too-few', values: { min: 2 } },
  ],
  ['no number', { kind: 'number' }, 'nhiều', { code: 'not-a-number' }],
  ['half a person', { kind: 'number' }, '2,5', { code: 'not-whole', values: { value: 2.5 } }],
  ['number below', { kind: 'number', min: 1 }, '0', { code: 'number-below', values: { value: 0, min: 1 } }],
  ['negative count', { kind: 'number' }, '-1', { code: 'number-below', values: { value: -1, min: 0 } }],
  ['number above', { kind: 'number', max: 9 }, '10', { code: 'number-above', values: { value: 10, max: 9 } }],
  ['no ratio', { kind: 'ratio' }, '23', { code: 'not-a-ratio' }],
  [
    'ratio turned round',
    { kind: 'ratio' },
    '25/23',
    { code: 'part-over-whole', values: { part: 25, whole: 23 } },
  ],
  ['no date', { kind: 'date' }, 'đầu tuần', { code: 'date-unreadable' }],
  ['no such day', { kind: 'date' }, '31/2', { code: 'date-not-in-calendar' }],
  [
    'a day to come',
    { kind: 'date', past_only: true },
    '23/11',
    { code: 'date-in-future', values: { day: '2026-11-23' } },
  ],
  ['neither yes nor no', { kind: 'yes-no' }, 'để xem', { code: 'yes-no-unclear' }],
  ['words for a photo', { kind: 'photo' }, 'đây', { code: 'photo-expected' }],
  ['words for a file', { kind: 'file' }, 'đây', { code: 'file-expected' }],
]

describe('an answer', () => {
  test.each(taken)('%s: taken', (_, kind, text, value) => {
    expect(readAnswer(field(kind), text, context)).toEqual({ value })
  })

  test.each(refused)('%s: refused with a reason', (_, kind, text, problem) => {
    expect(readAnswer(field(kind), text, context)).toEqual({ problem })
  })
})
