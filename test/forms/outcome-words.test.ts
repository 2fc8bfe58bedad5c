import { describe, expect, test } from 'vitest'
import { isLockScreenSafe } from '../../src/domain/lock-screen.ts'
import { describeLines, describeOutcome, listLines, resumeForm } from '../../src/forms/index.ts'
import { PROBLEM_CODES } from '../../src/forms/form-outcome.ts'
import { loadTranslator } from '../../src/i18n.ts'
import { context, pledge, report, vi } from './sample-forms.ts'
import { type Talk, talkAbout } from './talk.ts'

const translator = loadTranslator()
const en = (key: string, values?: Record<string, string | number>) => translator.t('en', key, values)
const nameOf = (id: string) => context.roster.find((person) => person.personId === id)?.name ?? null

describe('sentences of a form', () => {
  test('every problem has one in both languages', () => {
    for (const code of PROBLEM_CODES)
      for (const locale of ['vi', 'en'] as const)
        expect(translator.keys(locale)).toContain(`form-problem-${code}`)
  })

  test('a pledge, as a person reads it', () => {
    expect(transcript(talkAbout(pledge, context), ['Đi họp đúng giờ\n100 % buổi', 'xong', 'có', 'gửi'])).toBe(
      `
Bot: Câu 1/2 · gõ: quay lại, xem, bỏ qua, để sau, huỷ, trợ giúp
Việc làm cụ thể – việc làm thứ nhất
Trả lời trong một tin, mỗi ý một dòng (hoặc gõ 1=… 2=… 3=…):
1) Nội dung việc làm
2) Kết quả cần đạt
3) Thời hạn (như 9/3) (có thể bỏ qua)
Thường từ 2 đến 3 việc làm; nhiều hay ít hơn đều được.
Cần gợi ý: gõ ví dụ.
Tôi: Đi họp đúng giờ
100 % buổi
Bot: Câu 1/2 · gõ: xong, sửa 1.1, xoá 1.1, quay lại, để sau
Việc làm cụ thể: đã có 1.
1.1. Đi họp đúng giờ · 100 % buổi
Còn nữa thì gõ luôn việc làm thứ 2, mỗi ý một dòng; đủ rồi thì gõ xong.
1) Nội dung việc làm
2) Kết quả cần đạt
3) Thời hạn (như 9/3) (có thể bỏ qua)
Tôi: xong
Bot: Câu 2/2 · gõ: quay lại, xem, bỏ qua, để sau, huỷ, trợ giúp
Đồng ý công khai trong chi bộ?
[Có] [Không]
Tôi: có
Bot: Xem lại · gõ: gửi, sửa 3 (số dòng), để sau, huỷ, trợ giúp
Bản đăng ký làm theo
Họ và tên: Vũ Bình
Chức vụ: Bí thư
1. Việc làm cụ thể: 1
1.1. Nội dung việc làm: Đi họp đúng giờ
   – Kết quả cần đạt: 100 % buổi
   – Thời hạn: (để trống)
2. Đồng ý công khai trong chi bộ?: Có
Số việc: 1
Đúng rồi thì gõ gửi. Cần sửa dòng nào, gõ sửa và số dòng, ví dụ sửa 1.
Tôi: gửi
Bot: Đã nhận phiếu.
`.trim(),
    )
  })

  test('people are named with their reasons, in the review and only there', () => {
    const talk = talkAbout(report, context).says('20/11\n1', 'vắng: Vũ Bình (ốm), Hùng không lý do', 'xem')
    expect(talk.text).toContain(
      '4. Ai vắng?: có mặt 4/6; vắng có lý do: Vũ Bình (ốm); vắng không lý do: Trần Văn Hùng',
    )
  })

  test('on a shared draft each line shows its author', () => {
    const { state } = talkAbout(report, context).does({
      kind: 'text',
      text: '20/11\n1',
      author: 'p6',
    }).stepped
    const lines = listLines({ definition: report, answers: state.answers, context }, state)
    expect(describeLines(lines, vi, nameOf)).toContain('1. Ngày sinh hoạt: 20/11/2026 (Vũ Bình)')
  })

  test('the example of an absence names people of this unit, and only single names', () => {
    const talk = talkAbout(report, context).says('20/11\n1')
    expect(talk.text).toContain('như: Hùng (ốm), Hưng (bận). Gõ số thứ tự cũng được.')
    expect(talk.says('5/6').text).toContain(
      'Đồng chí ghi tên (hoặc số thứ tự) người vắng, như: Hùng (ốm), Hưng (bận)',
    )
  })

  test('questions that need no answer are named where the numbers jump over them', () => {
    const talk = talkAbout(report, context).says('20/11\n1')
    expect(talk.text).toMatch(/^Câu 4\/12.*\nCâu 3 không cần trả lời\.\n/)
    expect(talk.says('đủ').text).not.toContain('không cần trả lời')
  })

  test('another sitting begins with where one was', () => {
    const { state } = talkAbout(report, context).says('20/11\n1', 'đủ').stepped
    const { outcome } = resumeForm(report, state, context)
    expect(describeOutcome(outcome, vi).text).toContain('Mời đồng chí làm tiếp từ câu 5/12, còn 8 câu.')
  })

  test('in English everything is said too', () => {
    const english = { ...context, locale: 'en' as const }
    const talk = talkAbout(report, english)
    const said: string[] = []
    for (const text of [
      '20/11\n1',
      'help',
      'all present',
      'many',
      'where',
      'show',
      'back',
      'next',
      '5',
      'later',
    ]) {
      talk.says(text)
      said.push(describeOutcome(talk.outcome, en).text)
    }
    expect(said.join('\n')).not.toMatch(/ gõ | câu |form-/)
    expect(said.at(-1)).toBe('Saved, 7 questions left. Type next whenever you want to go on.')
  })
})

describe('a lock screen', () => {
  test('shows nothing of the content, whatever the form says', () => {
    const names = context.roster.map((person) => person.name)
    const talk = talkAbout(report, context)
    const words = [
      '20/11\n3',
      'quay lại',
      'tiếp',
      'Họp trực tuyến vì bão',
      'vắng: Lan (ốm), Hùng',
      '1',
      'không lý do',
      'nhiều',
      'trợ giúp',
      'xem',
      '12',
      'Nội dung',
      'đang ở câu nào',
      'xong',
      'huỷ',
      'không',
      'Tốt',
      '1',
      'Nguyễn Thị Lan',
      'xong',
      'bỏ qua',
      '5/6',
      'để sau',
      'sửa 1',
      'sửa 99',
      'tiếp',
      'gửi',
    ]
    for (const word of words) {
      talk.says(word)
      expect({ word, text: talk.text, safe: isLockScreenSafe(talk.text, 'reply', names) }).toMatchObject({
        safe: true,
      })
    }
    expect(talk.outcome.kind).toBe('confirmed')
  })

  test('the first line of a question is about 60 characters', () => {
    const [head] = talkAbout(report, context).text.split('\n')
    expect(head).toBe('Câu 1/12 · gõ: quay lại, xem, bỏ qua, để sau, huỷ, trợ giúp')
    expect(head!.length).toBeLessThanOrEqual(64)
  })
})

function transcript(talk: Talk, words: readonly string[]): string {
  const said = () => {
    const { text, choices } = describeOutcome(talk.outcome, vi)
    const buttons = choices.flat().map(({ label }) => `[${label}]`)
    return `Bot: ${text}${buttons.length > 0 ? `\n${buttons.join(' ')}` : ''}`
  }
  return [said(), ...words.flatMap((word) => [`Tôi: ${word}`, (talk.says(word), said())])].join('\n')
}
