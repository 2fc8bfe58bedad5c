import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { formDefinition } from '../../src/domain/form-definition.ts'
import { formState, type FormAnswers, itemsOf } from '../../src/forms/index.ts'
import { findLiveDraft } from '../../src/store/drafts.ts'
import { type AnsweringApp, startAnsweringApp } from '../support/answering-app.ts'
import { smallProgramme } from '../support/small-programme.ts'
import { codeIn, talk } from '../support/talk.ts'

/**
 * A unit's report under random answers, detours, rests and bursts, by two people in three chats, through real SQL:
 * what a person typed stands where the question that they had before their eyes says, or nowhere, and then the bot
 * said so.
 */
let it: AnsweringApp

const form = formDefinition.parse({
  code: 'report',
  title: 'Phiếu thử',
  fields: [
    { kind: 'short-text', id: 'place', label: 'Nơi họp' },
    { kind: 'number', id: 'count', label: 'Bao nhiêu người' },
    { kind: 'short-text', id: 'guest', label: 'Khách mời', optional: true },
    { kind: 'number', id: 'talks', label: 'Mấy ý kiến', with_previous: true },
    { kind: 'long-text', id: 'content', label: 'Đã học gì' },
    {
      kind: 'group',
      id: 'tasks',
      label: 'Phân công',
      item: 'Phần việc',
      fields: [
        { kind: 'short-text', id: 'what', label: 'Làm gì' },
        { kind: 'number', id: 'days', label: 'Trong mấy ngày', with_previous: true },
      ],
    },
    { kind: 'short-text', id: 'wish', label: 'Đề nghị', optional: true },
  ],
})

beforeAll(async () => {
  const programme = smallProgramme()
  programme.forms = programme.forms.map((one) => (one.code === 'report' ? form : one))
  it = await startAnsweringApp('2026-03-02T09:00+07:00', { programme })
  await it.world.addPerson('Hoa', 'cell', 'secretary')
  await it.world.addPerson('Bình', 'cell', 'deputy')
})
afterAll(() => it.close())

const CHATS = ['Hoa on Telegram', 'Hoa on Zalo', 'Bình on Zalo'] as const
type Chat = (typeof CHATS)[number]

const DETOURS = [
  'quay lại',
  'sửa',
  'xem',
  'bỏ qua',
  'tiếp',
  'để sau',
  '/baocao',
  'nhận viết tiếp',
  'huỷ, không',
  'rest',
  'xong',
] as const

interface Move {
  act: 'answer' | 'burst' | (typeof DETOURS)[number]
  chat: Chat
  n: number
}

const moves: fc.Arbitrary<Move[]> = fc.array(
  fc.record({
    act: fc.oneof(
      { weight: 4, arbitrary: fc.constantFrom('answer' as const, 'answer' as const, 'burst' as const) },
      { weight: 6, arbitrary: fc.constantFrom(...DETOURS) },
    ),
    chat: fc.oneof({ weight: 4, arbitrary: fc.constant(CHATS[0]) }, fc.constantFrom(...CHATS)),
    n: fc.integer({ min: 1, max: 7 }),
  }),
  { minLength: 18, maxLength: 26 },
)

const person = (chat: Chat) =>
  chat === 'Hoa on Telegram' ? it.telegram('Hoa') : it.zalo(chat === 'Hoa on Zalo' ? 'Hoa' : 'Bình')

async function draftAnswers(assignmentId: string): Promise<FormAnswers> {
  return it.world.work(async (work) => {
    const draft = await findLiveDraft(work, assignmentId)
    return draft ? formState.parse(draft.state).answers : {}
  })
}

/** Every answer by `place` or `tasks.1.what` (counting items), without items in which nothing was said. */
function flat(answers: FormAnswers): Record<string, unknown> {
  const { tasks: _, ...own } = answers
  const inner = itemsOf(answers, 'tasks').flatMap((item, index) =>
    Object.entries(item.answers).map(([id, value]) => [`tasks.${index + 1}.${id}`, value] as const),
  )
  return { ...own, ...Object.fromEntries(inner) }
}

/** What the newest message in a chat asks, as its reader sees it; empty: nothing that could be answered. */
function askedIn(text: string): { path: string; isNumber: boolean }[] {
  if (!text.includes('Câu ') || text.includes('Huỷ phiếu này?')) return []
  const asked = text.slice(text.lastIndexOf('Câu '))
  // What was noted, or is shown on the way, stands before the question.
  const lines = asked.split('\n').map((line) => line.replace(/^\d\) /, ''))
  const item = /^(?:Phân công – )?phần việc thứ (\S+)$/im.exec(asked)?.[1]
  const next = /gõ luôn phần việc thứ (\d+)/.exec(asked)?.[1]
  const index = item === undefined ? next : item === 'nhất' ? '1' : item
  const isAsked = (label: string) => lines.some((line) => line === label || line.startsWith(`${label} (`))
  return form.fields
    .flatMap((field) =>
      field.kind === 'group' ? field.fields.map((one) => ({ ...one, group: field.id })) : [field],
    )
    .filter((field) => 'label' in field && isAsked(field.label as string))
    .map((field) => ({
      path: 'group' in field ? `tasks.${index}.${field.id}` : field.id,
      isNumber: field.kind === 'number',
    }))
}

const isMenu = (text = '') => text.includes('đủ rồi thì gõ xong')

let typed = 100

function answerTo(asked: { path: string; isNumber: boolean }[]): {
  text: string
  values: Record<string, unknown>
} {
  const values: Record<string, unknown> = {}
  for (const { path, isNumber } of asked) {
    typed += 1
    values[path] = isNumber ? typed : `Lời thứ ${typed}`
  }
  return { text: Object.values(values).join('\n'), values }
}

const REFUSED = /chưa ghi|Người viết:|Không có phiếu|không còn cần nữa|Mở việc|Gõ \/|Đã lưu/

test('no answer is lost, none gets under another question, and the review is what was typed', async () => {
  let run = 0
  await fc.assert(
    fc.asyncProperty(moves, async (list) => {
      run += 1
      const id = await it.world.owe(it.obligation('report'), { unit: 'cell', period: `2026-0${run}` })
      const seen: Partial<Record<Chat, string>> = {}
      let known: Record<string, unknown> = {}
      const begin = await talk(await person(CHATS[0]), '/baocao')
      seen[CHATS[0]] = begin
      for (const { act, chat, n } of list) {
        it.app.clock.wait(2000)
        const user = await person(chat)
        if (act === 'rest') {
          it.app.clock.advance('7h')
          continue
        }
        if (act !== 'answer' && act !== 'burst') {
          const words = act === 'sửa' ? [`sửa ${n}`] : act === 'huỷ, không' ? ['huỷ', 'không'] : [act]
          // Words to no form at all would be another conversation.
          if (seen[chat] === undefined && !['/baocao', 'nhận viết tiếp'].includes(act)) continue
          seen[chat] = await talk(user, ...words)
          expect(flat(await draftAnswers(id))).toEqual(known)
          continue
        }
        const asked = askedIn(seen[chat] ?? '')
        if (asked.length === 0) continue
        const { text, values } = answerTo(asked)
        // More of a long text belongs to it, and a further text at a group's menu is a further item.
        const takesMore = asked.some(({ path }) => path === 'content') || isMenu(seen[chat])
        const late = act === 'burst' && !takesMore ? `Tin đến sau ${typed}` : null
        user.heard()
        const typedAt = it.app.clock.machine().getTime()
        await user.says(text)
        const answeredAt = it.app.clock.machine().getTime()
        if (late) {
          // It was on its way before the next question was asked.
          it.app.clock.wait(typedAt - answeredAt - 1)
          await user.says(late)
          it.app.clock.wait(answeredAt - typedAt)
        }
        const heard = user.heard()
        seen[chat] = heard.at(-1) ?? ''
        const after = flat(await draftAnswers(id))
        const isIn = Object.entries(values).every(([path, value]) => after[path] === value)
        if (isIn) known = { ...known, ...values }
        else expect(heard.join('\n'), `what became of ${text}`).toMatch(REFUSED)
        expect(after).toEqual(known)
      }
      await finish(id, known)
    }),
    { seed: 20260302, numRuns: 2, endOnFailure: true },
  )
}, 240_000)

/** Bình takes the pen, answers what is left and sends it: every line is what was typed. */
async function finish(id: string, known: Record<string, unknown>): Promise<void> {
  const user = await person('Bình on Zalo')
  let expected = known
  let shown = await talk(user, '/baocao', 'nhận viết tiếp')
  if (!shown.includes('Câu ') && !shown.includes('Xem lại')) shown = await talk(user, '/baocao')
  for (let left = 20; left > 0 && !shown.includes('Xem lại ·'); left -= 1) {
    const asked = askedIn(shown)
    if (isMenu(shown) || asked.length === 0 || shown.includes('Đang ghi: ')) {
      shown = await talk(user, shown.includes('Đang ghi: ') ? 'tiếp' : 'xong')
      continue
    }
    const { text, values } = answerTo(asked)
    shown = await talk(user, text)
    expected = { ...expected, ...values }
  }
  expect(flat(await draftAnswers(id))).toEqual(expected)
  for (const value of Object.values(expected)) expect(shown).toContain(String(value))
  expect(codeIn(await talk(user, 'gửi'))).toMatch(/^BC-/)
}
