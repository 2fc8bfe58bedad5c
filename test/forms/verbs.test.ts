import { describe, expect, test } from 'vitest'
import { context, pledge, report } from './sample-forms.ts'
import { talkAbout } from './talk.ts'

const toSpeeches = ['20/11\n1', 'đủ']

describe('at any question', () => {
  test('quay lại shows the question before with its answer; tiếp keeps it', () => {
    const talk = talkAbout(report, context).says(...toSpeeches, 'lùi')
    expect(talk.prompt).toMatchObject({ kind: 'ask', number: '4' })
    expect(talk.text).toContain('Đang ghi: đủ 6/6')
    talk.says('Quay lai')
    expect(talk.prompt).toMatchObject({ kind: 'ask', number: '1', parts: [{ key: '1' }, { key: '2' }] })
    talk.says('tiếp')
    expect(talk.prompt).toMatchObject({ kind: 'ask', number: '5' })
    expect(talk.answers).toMatchObject({ held_on: '2026-11-20', manner: 'alone' })
  })

  test('quay lại at the first question stays there and says so', () => {
    const talk = talkAbout(report, context).says('quay lại')
    expect(talk.prompt).toMatchObject({ kind: 'ask', number: '1', problem: { code: 'first-question' } })
  })

  test('a new answer after quay lại goes straight on to what is open', () => {
    const talk = talkAbout(report, context).says(
      ...toSpeeches,
      '12',
      'quay lại',
      'quay lại',
      'vắng: Hùng (ốm)',
    )
    expect(talk.prompt).toMatchObject({ kind: 'ask', number: '6' })
    expect(talk.answers).toMatchObject({ speeches: 12, attendance: { absent: [{ personId: 'p2' }] } })
  })

  test('sửa 1 asks that line, then the form goes on where it was', () => {
    const talk = talkAbout(report, context).says(...toSpeeches, 'sửa 1')
    expect(talk.prompt).toMatchObject({ kind: 'ask', number: '1', parts: [{ current: { kind: 'day' } }] })
    talk.says('19/11')
    expect(talk.prompt).toMatchObject({ kind: 'ask', number: '5' })
    expect(talk.answers['held_on']).toBe('2026-11-19')
  })

  test('sửa 1: 18/11 changes the line at once', () => {
    const talk = talkAbout(report, context).says(...toSpeeches, 'sửa câu 1: 18/11')
    expect(talk.prompt).toMatchObject({ number: '5', noted: [{ number: '1' }] })
    expect(talk.answers['held_on']).toBe('2026-11-18')
  })

  test('sửa without a number, or with one that is not there, says what to type', () => {
    const talk = talkAbout(report, context).says('sửa')
    expect(talk.prompt.problem).toEqual({ code: 'which-line' })
    talk.says('sửa 3')
    expect(talk.prompt.problem).toMatchObject({ code: 'line-unknown' })
  })

  test('xem shows what there is and the question again', () => {
    const talk = talkAbout(report, context).says(...toSpeeches, 'xem')
    expect(talk.outcome.kind).toBe('overview')
    expect(talk.text).toContain('1. Ngày sinh hoạt: 20/11/2026')
    expect(talk.text).toContain('Số ý kiến phát biểu')
  })

  test('đang ở câu nào counts done and left', () => {
    const talk = talkAbout(report, context).says(...toSpeeches, 'đang ở câu nào?')
    expect(talk.outcome).toMatchObject({
      kind: 'position',
      progress: { number: '5', of: 12, answered: 3, left: 8 },
    })
  })

  test('trợ giúp explains, then asks the same', () => {
    const talk = talkAbout(pledge, context).says('hướng dẫn')
    expect(talk.outcome.kind).toBe('help')
    expect(talk.text).toContain('quay lại: về câu trước')
    expect(talk.text).toContain('Ví dụ: Đi họp đúng giờ')
    talk.says('Đọc sách\n4 cuốn')
    expect(talk.prompt.kind).toBe('group-menu')
  })

  test('để sau keeps everything and says how much is left', () => {
    const talk = talkAbout(report, context).says(...toSpeeches, 'để sau')
    expect(talk.outcome).toMatchObject({ kind: 'paused', progress: { left: 8 } })
    talk.says('15')
    expect(talk.answers['speeches']).toBe(15)
  })

  test('bỏ qua leaves an optional question empty, and no other', () => {
    const talk = talkAbout(report, context).says(...toSpeeches, 'bỏ qua')
    expect(talk.prompt).toMatchObject({ number: '5', problem: { code: 'cannot-skip' } })
    talk.says('0', 'Nội dung', 'xong', 'bỏ qua')
    expect(talk.prompt).toMatchObject({ number: '9' })
    expect(talk.stepped.state.skipped).toEqual(['strengths', 'faults'])
  })

  test('bỏ qua at a question that has its answer keeps it; xoá empties it', () => {
    const talk = talkAbout(report, context).says(
      ...toSpeeches,
      '0',
      'Nội dung',
      'xong',
      'Tốt',
      'quay lại',
      'bỏ qua',
    )
    expect(talk.answers['strengths']).toBe('Tốt')
    talk.says('sửa 7', 'xoá')
    expect(talk.answers).not.toHaveProperty('strengths')
    expect(talk.prompt).toMatchObject({ number: '9' })
  })

  test('huỷ asks once; không goes on, huỷ again throws away', () => {
    const talk = talkAbout(report, context).says(...toSpeeches, 'hủy')
    expect(talk.prompt).toMatchObject({ kind: 'asked-cancel', answered: 3 })
    talk.says('không')
    expect(talk.prompt).toMatchObject({ kind: 'ask', number: '5' })
    expect(talk.says('huỷ', 'huỷ').outcome.kind).toBe('cancelled')
  })

  test('huỷ, then an answer by mistake: it is not taken for yes, nor for the question', () => {
    const talk = talkAbout(report, context).says(...toSpeeches, 'huỷ', '12')
    expect(talk.prompt).toMatchObject({ kind: 'asked-cancel', problem: { code: 'cancel-unclear' } })
    talk.says('vâng')
    expect(talk.prompt.kind).toBe('asked-cancel')
    expect(talk.says('tiếp').prompt).toMatchObject({ kind: 'ask', number: '5' })
    expect(talk.answers).not.toHaveProperty('speeches')
  })

  test.each(['ok', 'vâng ạ', 'cảm ơn', '👍'])('%s is thanks, never an answer', (text) => {
    const talk = talkAbout(pledge, context).says(text)
    expect(talk.prompt).toMatchObject({ problem: { code: 'thanks-only' }, level: 0 })
    talk.says('Đọc sách\n4 cuốn', text)
    expect(talk.prompt).toMatchObject({ kind: 'group-menu', problem: { code: 'thanks-only' } })
    talk.says('xong', text)
    expect(talk.prompt).toMatchObject({ number: '2', problem: { code: 'thanks-only' } })
    talk.says('có', text)
    expect(talk.prompt).toMatchObject({ kind: 'review', problem: { code: 'thanks-only' } })
  })

  test('two wrong tries show an example, four the ways out', () => {
    const talk = talkAbout(report, context).says(...toSpeeches, 'nhiều')
    expect(talk.prompt).toMatchObject({ level: 0, problem: { code: 'not-a-number' } })
    expect(talk.says('rất nhiều').prompt.level).toBe(1)
    talk.says('đông', 'lắm')
    expect(talk.prompt.level).toBe(2)
    expect(talk.text).toContain('cô Hoa, 0900 000 000')
    expect(talk.says('12').prompt).toMatchObject({ number: '6', level: 0 })
  })

  test('gửi at a question that is open is no answer to it', () => {
    const talk = talkAbout(pledge, context).says('gửi')
    expect(talk.prompt).toMatchObject({ kind: 'ask', problem: { code: 'not-sendable-yet' } })
    expect(talk.says('Đọc sách\n4 cuốn', 'nộp').prompt.kind).not.toBe('group-menu')
  })

  test('a finished form is sent by gửi alone, never by xong or a stray word', () => {
    const talk = talkAbout(pledge, context).says('Đọc sách\n4 cuốn', 'xong', 'có', 'xong')
    expect(talk.prompt).toMatchObject({ kind: 'review', problem: { code: 'ended-review' } })
    expect(talk.says('rồi đó').prompt.kind).toBe('review')
    expect(talk.says('1.1.2').prompt).toMatchObject({ kind: 'ask', number: '1.1' })
    talk.says('5 cuốn')
    expect(talk.text).toContain('– Kết quả cần đạt: 5 cuốn')
    expect(talk.says('nộp').outcome.kind).toBe('confirmed')
  })
})

describe('conditional questions', () => {
  test('asked only when called for; an answer that no longer counts is kept but not filed', () => {
    const talk = talkAbout(report, context).says('20/11\n3')
    expect(talk.prompt).toMatchObject({ number: '3', parts: [{ path: 'online_why' }] })
    talk.says(
      'Trời bão',
      'đủ',
      '12',
      'Nội dung',
      'xong',
      'bỏ qua',
      '1',
      'bỏ qua',
      'bỏ qua',
      '5/6',
      'sửa 2',
      '1',
    )
    expect(talk.prompt.kind).toBe('review')
    expect(talk.text).not.toContain('Trời bão')
    talk.says('sửa 2', 'trực tuyến')
    expect(talk.text).toContain('3. Lý do họp trực tuyến: Trời bão')
    talk.says('sửa 2', '1', 'gửi')
    const { outcome } = talk
    expect(outcome.kind === 'confirmed' && outcome.answers).not.toHaveProperty('online_why')
  })
})
