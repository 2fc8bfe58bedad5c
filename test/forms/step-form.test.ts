import { describe, expect, test } from 'vitest'
import { readMeasures, reopenForm, resumeForm } from '../../src/forms/index.ts'
import { context, pledge, report } from './sample-forms.ts'
import { talkAbout } from './talk.ts'

const threeDeeds = [
  'Đi họp đúng giờ\n100 % buổi\nhết năm',
  'Đọc sách\n4 cuốn',
  'Giúp một hộ\n1 hộ\n30/6',
  'xong',
  '1',
]
const wholeReport = [
  'thứ sáu tuần trước\n1',
  'vắng: Vũ Bình (ốm), Hùng không lý do',
  '12',
  'Nội dung A',
  'Nội dung B',
  'xong',
  'Đoàn kết\nCòn đến muộn',
  '1, 3',
  'Tổ phụ nữ',
  'xong',
  'bỏ qua',
  '5/6',
]

describe('a pledge from the first question to the receipt', () => {
  test('three deeds in one message each: at most ten bot messages, and the answers as typed', () => {
    const talk = talkAbout(pledge, context).says(...threeDeeds)
    expect(talk.prompt.kind).toBe('review')
    talk.says('gửi')
    expect(talk.outcome.kind).toBe('confirmed')
    expect(talk.count).toBeLessThanOrEqual(10)
    expect(talk.answers).toEqual({
      deeds: [
        { id: 'i1', answers: { content: 'Đi họp đúng giờ', result: '100 % buổi', due: '2026-12-31' } },
        { id: 'i2', answers: { content: 'Đọc sách', result: '4 cuốn' } },
        { id: 'i3', answers: { content: 'Giúp một hộ', result: '1 hộ', due: '2026-06-30' } },
      ],
      public: true,
    })
  })

  test('what is filed holds prefilled and computed values, and figures are read from it', () => {
    const { outcome } = talkAbout(pledge, context).says(...threeDeeds, 'gửi')
    if (outcome.kind !== 'confirmed') throw new Error(outcome.kind)
    expect(outcome.answers).toMatchObject({ full_name: 'Vũ Bình', deed_count: 3 })
    expect(readMeasures(pledge, outcome.answers)).toEqual([
      { name: 'deeds_individual', value: 3 },
      { name: 'pledges_public', value: 1 },
      { name: 'deeds_counted', value: 3 },
    ])
  })
})

describe('a session report', () => {
  test('every kind of question: at most fourteen bot messages', () => {
    const talk = talkAbout(report, context).says(...wholeReport, 'gửi')
    const { outcome } = talk
    if (outcome.kind !== 'confirmed') throw new Error(`${outcome.kind}\n${talk.text}`)
    expect(talk.count).toBeLessThanOrEqual(14)
    expect(outcome.answers).toMatchObject({
      held_on: '2026-11-13',
      manner: 'alone',
      speeches: 12,
      content: 'Nội dung A\nNội dung B',
      forms_used: ['talk', 'visit'],
      exemplars: [{ id: 'i1', answers: { name: 'Tổ phụ nữ' } }],
      registered: { part: 5, whole: 6 },
      share: 66.7,
    })
    expect(readMeasures(report, outcome.answers)).toEqual([
      { name: 'sessions_alone', value: 1 },
      { name: 'sessions_joined', value: 0 },
      { name: 'members_due', value: 6 },
      { name: 'members_present', value: 4 },
      { name: 'members_excused', value: 1 },
      { name: 'members_unexcused', value: 1 },
      { name: 'speeches', value: 12 },
      { name: 'exemplars', value: 1 },
      { name: 'registered', value: 5 },
      { name: 'to_register', value: 6 },
      { name: 'share', value: 66.7 },
    ])
  })
})

describe('a filed form', () => {
  test('opened again it is in the review, and its items keep ids and refs', () => {
    const { outcome } = talkAbout(pledge, context).says(...threeDeeds, 'gửi')
    if (outcome.kind !== 'confirmed') throw new Error(outcome.kind)
    const filed = structuredClone(outcome.answers)
    Object.assign((filed['deeds'] as object[])[1]!, { ref: 'deed-2' })
    const talk = talkAbout(pledge, context, reopenForm(pledge, filed, context))
    expect(talk.prompt.kind).toBe('review')
    talk.says('sửa 1.2.1', 'Đọc hai cuốn sách', 'xoá 1.1', 'thêm', 'Trồng cây\n10 cây', 'xong')
    expect(talk.prompt.kind).toBe('review')
    expect(talk.answers['deeds']).toEqual([
      { id: 'i2', ref: 'deed-2', answers: { content: 'Đọc hai cuốn sách', result: '4 cuốn' } },
      { id: 'i3', answers: { content: 'Giúp một hộ', result: '1 hộ', due: '2026-06-30' } },
      { id: 'i4', answers: { content: 'Trồng cây', result: '10 cây' } },
    ])
  })
})

describe('another sitting', () => {
  test('it says where one was and how many questions are left', () => {
    const begun = talkAbout(report, context).says('20/11\n2', 'đủ').stepped
    const { outcome } = resumeForm(report, begun.state, context)
    expect(outcome).toMatchObject({ kind: 'resumed', progress: { number: '5', answered: 3, left: 8 } })
  })
})
