import { describe, expect, test } from 'vitest'
import { stepForm } from '../../src/forms/index.ts'
import { context, pledge, report } from './sample-forms.ts'
import { talkAbout } from './talk.ts'

const photo = (ref: string, album?: string) =>
  ({ kind: 'file', ref, mime: 'image/jpeg', name: null, ...(album ? { album } : {}) }) as const
const toContent = ['20/11\n1', 'đủ', '12']
const toPhoto = [...toContent, 'Nội dung', 'xong', 'bỏ qua', '1', 'bỏ qua']

describe('numbers of the printed form', () => {
  test('1=… 2=… answers any questions, on one line or several, and says what was noted', () => {
    const talk = talkAbout(report, context).says('1=20/11 2=ghép 5=12\n6=Nội dung = hai phần\n12＝5/6')
    expect(talk.answers).toEqual({
      held_on: '2026-11-20',
      manner: 'joined',
      speeches: 12,
      content: 'Nội dung = hai phần',
      registered: { part: 5, whole: 6 },
    })
    expect(talk.prompt).toMatchObject({ kind: 'ask', number: '4' })
    expect(talk.prompt.noted.map((line) => line.number)).toEqual(['1', '2', '5', '6', '12'])
  })

  test('one that cannot be taken is asked next; the others are kept', () => {
    const talk = talkAbout(report, context).says('1=20/11 5=nhiều 12=5/6')
    expect(talk.prompt).toMatchObject({
      parts: [{ key: '2' }, { key: '5' }],
      problem: { code: 'not-a-number', path: 'speeches' },
    })
    expect(talk.answers).toEqual({ held_on: '2026-11-20', registered: { part: 5, whole: 6 } })
    expect(talk.says('2=1 5=7').prompt).toMatchObject({ number: '4' })
  })

  test('an item by its own numbers, at the question or at the menu, or by printed ones from anywhere', () => {
    const talk = talkAbout(pledge, context).says('1=Đọc sách 2=4 cuốn 3=31/12')
    expect(talk.prompt.kind).toBe('group-menu')
    talk.says(
      '1=Giúp một hộ 2=1 hộ',
      '1.3.1=Trồng cây 1.3.2=10 cây',
      '2.2=2 hộ',
      'xong',
      '1.1.2=5 cuốn\n2=có',
    )
    expect(talk.prompt.kind).toBe('review')
    expect(talk.answers).toMatchObject({
      deeds: [
        { answers: { content: 'Đọc sách', result: '5 cuốn', due: '2026-12-31' } },
        { answers: { content: 'Giúp một hộ', result: '2 hộ' } },
        { answers: { content: 'Trồng cây', result: '10 cây' } },
      ],
      public: true,
    })
  })

  test('a group with one question counts items: 10.1=, 10.2=', () => {
    const talk = talkAbout(report, context).says('10.1=Tổ phụ nữ 10.2=Ông Bình', '10=Bà Lan')
    expect(talk.answers['exemplars']).toMatchObject([
      { answers: { name: 'Tổ phụ nữ' } },
      { answers: { name: 'Ông Bình' } },
      { answers: { name: 'Bà Lan' } },
    ])
  })

  test('a number that the form does not have is said; a year or a sum in a text is no number', () => {
    const talk = talkAbout(report, context).says('15=abc')
    expect(talk.prompt.problem).toEqual({ code: 'number-unknown', values: { number: '15' } })
    talk.says('20/11\n1', 'đủ', '12', '2025=10 hộ, 2026=12 hộ', 'xong')
    expect(talk.answers['content']).toBe('2025=10 hộ, 2026=12 hộ')
  })
})

describe('several questions in one message', () => {
  test('one line each, or parted by commas where that is clear', () => {
    expect(talkAbout(report, context).says('20/11, 1').answers).toEqual({
      held_on: '2026-11-20',
      manner: 'alone',
    })
    expect(talkAbout(report, context).says('1. 20/11\n2. trực tuyến').answers).toMatchObject({
      manner: 'online',
    })
    expect(talkAbout(pledge, context).says('Đọc sách; 4 cuốn; 31/12').answers['deeds']).toMatchObject([
      { answers: { content: 'Đọc sách', result: '4 cuốn', due: '2026-12-31' } },
    ])
  })

  test('a part is taken for the question it fits, and only the rest is asked', () => {
    const talk = talkAbout(report, context).says('trực tuyến')
    expect(talk.prompt).toMatchObject({
      kind: 'ask',
      parts: [{ path: 'held_on' }],
      noted: [{ path: 'manner' }],
    })
    expect(talk.says('hôm qua').answers).toEqual({ manner: 'online', held_on: '2026-11-21' })
  })

  test('where it is not clear which is meant, nothing is taken', () => {
    const talk = talkAbout(report, context).says('chưa nhớ')
    expect(talk.prompt).toMatchObject({ problem: { code: 'say-which' } })
    expect(talk.text).toContain('1=… 2=…')
    expect(talk.answers).toEqual({})
  })

  test('a wrong part is named and asked alone; the right one is kept', () => {
    const talk = talkAbout(report, context).says('31/2\n1')
    expect(talk.prompt).toMatchObject({ problem: { code: 'date-not-in-calendar', path: 'held_on' } })
    expect(talk.answers).toEqual({ manner: 'alone' })
  })
})

describe('a long text in several messages', () => {
  test('every piece is kept at once; xong or the end of waiting goes on', () => {
    const talk = talkAbout(report, context).says(...toContent, 'Phần một')
    expect(talk.outcome).toMatchObject({ kind: 'fragment-kept', first: true, path: 'content' })
    expect(talk.answers['content']).toBe('Phần một')
    talk.says('Phần hai').does({ kind: 'pieces-due' })
    expect(talk.answers['content']).toBe('Phần một\nPhần hai')
    expect(talk.prompt).toMatchObject({ kind: 'ask', number: '7' })
    expect(talk.does({ kind: 'pieces-due' }).outcome.kind).toBe('nothing')
  })

  test('short texts need not wait where the setting says so', () => {
    const talk = talkAbout(report, { ...context, pieceLength: 100 }).says(...toContent, 'Phần một')
    expect(talk.prompt).toMatchObject({ kind: 'ask', number: '7' })
  })

  test('help in between does not end it; quay lại does, and loses nothing', () => {
    const talk = talkAbout(report, context).says(...toContent, 'Phần một', 'trợ giúp', 'Phần hai', 'quay lại')
    expect(talk.prompt).toMatchObject({ number: '5' })
    expect(talk.answers['content']).toBe('Phần một\nPhần hai')
    expect(talk.says('tiếp').prompt).toMatchObject({ number: '7' })
  })

  test('written anew later, the old text is replaced', () => {
    const talk = talkAbout(report, context).says(...toContent, 'Cũ', 'xong', 'sửa 6', 'Mới', 'xong')
    expect(talk.answers['content']).toBe('Mới')
  })

  test('a piece sent before the next question was seen still belongs to the text', () => {
    const talk = talkAbout(report, context).says(...toContent, 'Phần một')
    const seen = talk.stepped.state.revision
    talk.says('xong').does({ kind: 'text', text: 'Phần hai', seen })
    expect(talk.outcome).toMatchObject({ kind: 'fragment-kept', path: 'content' })
    expect(talk.answers).toMatchObject({ content: 'Phần một\nPhần hai' })
    expect(talk.answers).not.toHaveProperty('strengths')
  })

  test('any other text sent before its question was seen is not applied to it', () => {
    const talk = talkAbout(report, context)
    const seen = talk.stepped.state.revision
    talk.says('20/11\n1').does({ kind: 'text', text: 'đủ', seen })
    expect(talk.outcome).toMatchObject({ kind: 'stale', why: 'crossed', prompt: { number: '4' } })
    expect(talk.answers).not.toHaveProperty('attendance')
  })
})

describe('photos and files', () => {
  test('the rest of an album joins its first photo, whatever is asked by then', () => {
    const talk = talkAbout(report, context)
      .says(...toPhoto)
      .does(photo('a', 'album'))
    expect(talk.prompt).toMatchObject({ kind: 'ask', number: '12' })
    // It was answered with its first photo, and what is too much is said once.
    expect(talk.does(photo('b', 'album')).outcome.kind).toBe('nothing')
    expect(talk.does(photo('b', 'album')).outcome.kind).toBe('nothing')
    talk.does(photo('c', 'album')).does(photo('d', 'album'))
    expect(talk.prompt.problem).toEqual({ code: 'files-too-many', values: { max: 3 } })
    expect(talk.answers['photo']).toMatchObject([{ ref: 'a' }, { ref: 'b' }, { ref: 'c' }])
  })

  test('a photo sent early goes to the one question that wants a photo', () => {
    const talk = talkAbout(report, context).does(photo('early'))
    expect(talk.outcome).toMatchObject({ kind: 'file-kept', path: 'photo' })
    expect(talk.says(...toPhoto.slice(0, -1), 'bỏ qua').prompt).toMatchObject({ number: '12' })
  })

  test('where no question wants one, it is said', () => {
    const talk = talkAbout(pledge, context).does(photo('x'))
    expect(talk.prompt.problem).toEqual({ code: 'file-not-expected' })
  })

  test('a document is no photo; words are no photo; không có leaves it empty', () => {
    const talk = talkAbout(report, context).says(...toPhoto)
    talk.does({ kind: 'file', ref: 'd', mime: 'application/pdf', name: 'bien-ban.pdf' })
    expect(talk.prompt.problem).toEqual({ code: 'not-a-photo' })
    expect(talk.says('đây ạ').prompt.problem).toEqual({ code: 'photo-expected' })
    expect(talk.says('không có').prompt).toMatchObject({ number: '12' })
  })

  test('asked again, new photos replace the old ones', () => {
    const talk = talkAbout(report, context)
      .says(...toPhoto)
      .does(photo('a'))
      .says('5/6', 'sửa 11')
      .does(photo('b'))
    expect(talk.answers['photo']).toMatchObject([{ ref: 'b' }])
  })
})

describe('people with the same name', () => {
  const toPeople = ['20/11\n1']

  test('who is meant and why is asked, by number, name or button', () => {
    const talk = talkAbout(report, context).says(...toPeople, 'vắng: Lan (ốm), Hùng')
    expect(talk.prompt).toMatchObject({ kind: 'pick-person', query: 'Lan' })
    expect(talk.says('9').prompt.problem).toMatchObject({ code: 'choice-unknown' })
    talk.says('Lê Thị Lan')
    expect(talk.prompt).toMatchObject({ kind: 'absence-reason', names: ['Trần Văn Hùng'] })
    talk.presses('Không lý do')
    expect(talk.answers['attendance']).toEqual({
      due: 6,
      unnamed: 0,
      absent: [
        { personId: 'p3', name: 'Lê Thị Lan', excused: true, reason: 'ốm' },
        { personId: 'p2', name: 'Trần Văn Hùng', excused: false, reason: null },
      ],
    })
  })

  test('the whole list may be given anew instead, and quay lại leaves the question unanswered', () => {
    const talk = talkAbout(report, context).says(...toPeople, 'vắng: Lan (ốm)', 'vắng: Hùng (ốm)')
    expect(talk.answers['attendance']).toMatchObject({ absent: [{ personId: 'p2' }] })
    const other = talkAbout(report, context).says(...toPeople, 'vắng: Lan (ốm)', 'quay lại')
    expect(other.prompt).toMatchObject({ number: '1' })
    expect(other.answers).not.toHaveProperty('attendance')
  })

  test('the same person picked twice is noticed', () => {
    const talk = talkAbout(report, context).says(...toPeople, 'vắng: Lan (ốm), Lê Thị Lan (bận)', '2')
    expect(talk.prompt.problem).toMatchObject({ code: 'person-twice' })
    expect(talk.says('đủ').answers['attendance']).toMatchObject({ absent: [] })
  })
})

describe('buttons', () => {
  test('a button answers its question', () => {
    const talk = talkAbout(pledge, context)
      .says('Đọc sách\n4 cuốn')
      .presses('Xong')
      .presses('Có')
      .presses('Gửi')
    expect(talk.outcome.kind).toBe('confirmed')
  })

  test('several choices are ticked and unticked, then done', () => {
    const talk = talkAbout(report, context).says(...toContent, 'Nội dung', 'xong', 'bỏ qua')
    talk.presses('Thảo luận').presses('Đi thực tế').presses('✓ Thảo luận').presses('Xong')
    expect(talk.answers['forms_used']).toEqual(['visit'])
  })

  test('an old button changes nothing and shows where one is', () => {
    const talk = talkAbout(pledge, context).says('Đọc sách\n4 cuốn', 'xong')
    const yes = talk.prompt.choices[0]!.id
    const back = talk.prompt.shortcuts[0]!.id
    talk.presses('Có')
    const before = talk.stepped.state
    for (const id of [
      yes,
      back,
      'g:1:done',
      'g:1:add',
      'f:1.i1.1:1',
      'f:9:9',
      'e:1:1',
      'p:1:1',
      'x:3:yes',
      'nonsense',
    ]) {
      talk.does({ kind: 'choice', id })
      expect({ id, outcome: talk.outcome, state: talk.stepped.state }).toMatchObject({
        id,
        outcome: { kind: 'stale', why: 'old-button', prompt: { kind: 'review' } },
        state: before,
      })
    }
  })

  test('a button to send acts only while the review it stood under is still true', () => {
    const talk = talkAbout(pledge, context).says('Đọc sách\n4 cuốn', 'xong', 'có')
    const send = talk.prompt.shortcuts[0]!.id
    talk.says('sửa 2', 'không').does({ kind: 'choice', id: send })
    expect(talk.outcome).toMatchObject({ kind: 'stale', prompt: { kind: 'review' } })
    talk.says('xem').does({ kind: 'choice', id: talk.prompt.shortcuts[0]!.id })
    expect(talk.outcome.kind).toBe('confirmed')
  })

  test('a button of a question that is asked again still means the same', () => {
    const talk = talkAbout(pledge, context).says('Đọc sách\n4 cuốn', 'xong')
    const no = talk.prompt.choices[1]!.id
    talk.says('có', 'quay lại').does({ kind: 'choice', id: no })
    expect(talk.answers['public']).toBe(false)
  })

  test('the two buttons of huỷ work once', () => {
    const talk = talkAbout(pledge, context).says('huỷ')
    const yes = talk.prompt.choices[0]!.id
    talk.presses('Không, làm tiếp').does({ kind: 'choice', id: yes })
    expect(talk.outcome).toMatchObject({ kind: 'stale' })
    expect(talk.says('huỷ').presses('Huỷ phiếu').outcome.kind).toBe('cancelled')
  })

  test('ids fit behind a prefix in 64 bytes of ASCII', () => {
    const talk = talkAbout(pledge, context).says('Đọc sách\n4 cuốn', 'xong')
    for (const { id } of [...talk.prompt.choices, ...talk.prompt.shortcuts])
      expect(id).toMatch(/^[!-~]{1,20}$/)
  })
})

describe('an edited message', () => {
  test('changes its answer wherever one is, and the open question stays', () => {
    const talk = talkAbout(report, context).says('20/11\n1')
    const paths = talk.stepped.recorded
    talk.says('đủ').does({ kind: 'edited', paths, text: '19/11\n2' })
    expect(talk.outcome).toMatchObject({ kind: 'answer-changed', prompt: { number: '5' } })
    expect(talk.answers).toMatchObject({ held_on: '2026-11-19', manner: 'joined' })
  })

  test('that cannot be read changes nothing and says why', () => {
    const talk = talkAbout(report, context).says('20/11\n1', 'đủ', '12')
    talk.does({ kind: 'edited', paths: ['speeches'], text: 'nhiều' })
    expect(talk.prompt).toMatchObject({ number: '6', problem: { code: 'not-a-number' } })
    expect(talk.answers['speeches']).toBe(12)
  })

  test('that is one of several pieces: how to change it is explained', () => {
    const talk = talkAbout(report, context).says(...toContent, 'Một', 'Hai', 'xong')
    talk.does({ kind: 'edited', paths: ['content'], text: 'Một sửa' })
    expect(talk.prompt.problem).toEqual({ code: 'edit-by-line', values: { number: '6' } })
    expect(talk.answers['content']).toBe('Một\nHai')
  })

  test('whose answer is gone: it is said', () => {
    const talk = talkAbout(pledge, context).says('Đọc sách\n4 cuốn', 'Giúp hộ\n1 hộ', 'xoá việc 1')
    talk.does({ kind: 'edited', paths: ['deeds.i1.content'], text: 'Khác' })
    expect(talk.prompt.problem).toEqual({ code: 'edit-lost' })
  })
})

describe('two people on one draft', () => {
  test('each answer remembers who gave it, and the state that was passed in is not touched', () => {
    const talk = talkAbout(report, context)
      .does({ kind: 'text', text: '20/11\n1', author: 'contact' })
      .does({ kind: 'text', text: 'đủ', author: 'secretary' })
      .does({ kind: 'text', text: 'sửa 1: 19/11', author: 'secretary' })
    expect(talk.stepped.state.authors).toEqual({
      held_on: 'secretary',
      manner: 'contact',
      attendance: 'secretary',
    })
    const before = structuredClone(talk.stepped.state)
    stepForm(report, talk.stepped.state, { kind: 'text', text: '12' }, context)
    expect(talk.stepped.state).toEqual(before)
  })
})
