import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { formDefinition } from '../../src/domain/form-definition.ts'
import { type FormAnswers, type Prompt, resumeForm } from '../../src/forms/index.ts'
import type { AskedPart } from '../../src/forms/form-outcome.ts'
import { answerAt, itemsOf, putAnswer } from '../../src/forms/answers.ts'
import { context } from './sample-forms.ts'
import { type Talk, talkAbout } from './talk.ts'

const form = formDefinition.parse({
  code: 'model',
  title: 'Phiếu thử',
  fields: [
    { kind: 'short-text', id: 'a', label: 'A' },
    { kind: 'number', id: 'b', label: 'B' },
    { kind: 'short-text', id: 'c', label: 'C', optional: true },
    { kind: 'number', id: 'd', label: 'D', with_previous: true },
    { kind: 'long-text', id: 'e', label: 'E', optional: true },
    {
      kind: 'group',
      id: 'g',
      label: 'G',
      item: 'Mục',
      fields: [
        { kind: 'short-text', id: 'x', label: 'X' },
        { kind: 'number', id: 'y', label: 'Y', with_previous: true },
        { kind: 'short-text', id: 'z', label: 'Z', optional: true },
      ],
    },
    {
      kind: 'choice',
      id: 'h',
      label: 'H',
      options: [
        { id: 'one', label: 'Thứ nhất' },
        { id: 'two', label: 'Thứ nhì' },
      ],
    },
    { kind: 'short-text', id: 'k', label: 'K', when: { field: 'h', is: 'two' } },
    { kind: 'yes-no', id: 'm', label: 'M' },
  ],
})

const actions = [
  'answer',
  'answer',
  'answer',
  'answer',
  'answer',
  'wrong',
  'quay lại',
  'tiếp',
  'bỏ qua',
  'xem',
  'trợ giúp',
  'đang ở câu nào',
  'để sau',
  'resume',
  'sửa',
  'sửa item',
  'xoá item',
  'chuyển item',
  'keyed',
  'old button',
  'crossed',
  'edited',
  'twice',
  'huỷ',
  'vâng',
  'xong',
] as const

interface Move {
  action: (typeof actions)[number]
  n: number
  person: string
}

const moves: fc.Arbitrary<Move[]> = fc.array(
  fc.record({ action: fc.constantFrom(...actions), n: fc.nat(5), person: fc.constantFrom('lan', 'hung') }),
  { minLength: 5, maxLength: 60 },
)

/** The simplest thing that could hold the answers, beside the engine. */
interface Model {
  answers: FormAnswers
  authors: Record<string, string>
  /** Every answer is different, so that one at the wrong place shows. */
  next: number
  oldButtons: string[]
  /** Which answers each message gave, in the order in which they were sent. */
  sent: string[][]
}

describe('a form under random answers, detours, edits, pauses, old buttons and two people', () => {
  test('no answer is lost, none is applied to another question, and the review shows what was typed', () => {
    fc.assert(
      fc.property(moves, (list) => {
        const talk = talkAbout(form, context)
        const model: Model = { answers: {}, authors: {}, next: 1, oldButtons: [], sent: [] }
        for (const move of list) {
          const prompt = currentPrompt(talk)
          if (prompt) model.oldButtons.push(...[...prompt.choices, ...prompt.shortcuts].map(({ id }) => id))
          play(talk, model, move, prompt)
          expect(given(talk.answers)).toEqual(given(model.answers))
          expect(talk.stepped.state.authors).toMatchObject(model.authors)
        }
        finish(talk, model)
      }),
      { seed: 20260302, numRuns: 150 },
    )
  })
})

/** Without items in which nothing was said yet. */
function given(answers: FormAnswers): FormAnswers {
  const items = itemsOf(answers, 'g').filter((item) => Object.keys(item.answers).length > 0)
  const { g: _, ...rest } = answers
  return items.length > 0 ? { ...rest, g: items } : rest
}

function currentPrompt(talk: Talk): Prompt | null {
  const { outcome } = talk
  if ('shortcuts' in outcome) return outcome
  return 'prompt' in outcome ? outcome.prompt : null
}

function play(talk: Talk, model: Model, { action, n, person }: Move, prompt: Prompt | null): void {
  const say = (text: string) => talk.does({ kind: 'text', text, author: person })
  const items = itemsOf(model.answers, 'g')
  switch (action) {
    case 'answer':
      return answer(talk, model, prompt, person)
    case 'wrong':
      if (prompt?.kind === 'ask' && prompt.parts.every(({ kind }) => kind === 'number')) say('rất nhiều')
      return
    case 'resume':
      talkAbout(form, context, resumeForm(form, talk.stepped.state, context))
      return
    case 'sửa':
      say(`sửa ${n + 1}`)
      return
    case 'sửa item':
      say(`sửa 6.${n + 1}.${(n % 3) + 1}`)
      return
    case 'xoá item':
      // In a text question these words would be an answer of their own when there is no such item.
      if (items.length < 2 || !items[n]) return
      say(`xoá 6.${n + 1}`)
      model.answers['g'] = items.filter((_, index) => index !== n)
      return
    case 'chuyển item': {
      if (!items[n]) return
      say(`chuyển 6.${n + 1} lên 1`)
      model.answers['g'] = [items[n], ...items.filter((_, index) => index !== n)]
      return
    }
    case 'keyed': {
      // Inside a group bare numbers are the item's own.
      if (talk.stepped.state.asked.some((path) => path === 'g' || path.startsWith('g.'))) return
      const value = model.next++
      say(`2=${value} 1=Câu ${value}`)
      note(model, 'b', value, person)
      return note(model, 'a', `Câu ${value}`, person)
    }
    case 'old button': {
      const id = model.oldButtons[n * 3]
      const isOld = id && prompt && ![...prompt.choices, ...prompt.shortcuts].some((one) => one.id === id)
      // Those that ask again what is asked, or only show something, are no danger; answers and menus are.
      if (isOld && /^[fgcx]:/.test(id)) {
        const before = talk.stepped.state
        talk.does({ kind: 'choice', id })
        expect(talk.outcome.kind).toBe('stale')
        expect(talk.stepped.state).toEqual(before)
      }
      return
    }
    case 'crossed':
      if (talk.stepped.state.last === 'e' || talk.stepped.state.cancelAsked) return
      talk.does({ kind: 'text', text: 'Trả lời câu trước', seen: talk.stepped.state.revision - 1 })
      expect(talk.outcome.kind).toBe('stale')
      return
    case 'edited':
      return edit(talk, model, model.sent[n * 2], person)
    case 'twice': {
      // The platform brings the last message once more, as one that was sent before the question was seen.
      const { last, revision, collecting, cancelAsked } = talk.stepped.state
      if (last === null || last === 'e' || collecting || cancelAsked) return
      talk.does({ kind: 'text', text: 'Lần nữa', seen: revision - 1 })
      return
    }
    case 'huỷ':
      say('huỷ')
      say('không')
      return
    case 'xong':
    case 'bỏ qua':
      say(action)
      return
    default:
      say(action)
  }
}

/** Answers whatever is asked with values that occur nowhere else, and writes them where the prompt says. */
function answer(talk: Talk, model: Model, prompt: Prompt | null, person: string): void {
  const { collecting } = talk.stepped.state
  if (collecting) {
    const text = `Đoạn ${model.next++}`
    talk.does({ kind: 'text', text, author: person })
    return note(model, collecting, `${model.answers[collecting] as string}\n${text}`, person)
  }
  if (!prompt || prompt.kind === 'review') {
    talk.does({ kind: 'verb', verb: 'next' })
    return
  }
  const parts = prompt.kind === 'ask' ? prompt.parts : prompt.kind === 'group-menu' ? prompt.next : []
  const isNew = prompt.kind === 'group-menu' || (prompt.kind === 'ask' && prompt.item?.isNew === true)
  const values = parts.map((part) => valueFor(part, model.next++))
  const newId = isNew ? newItemId(talk, prompt) : null
  if (newId && !itemsOf(model.answers, 'g').some(({ id }) => id === newId))
    model.answers['g'] = [...itemsOf(model.answers, 'g'), { id: newId, answers: {} }]
  talk.does({ kind: 'text', text: values.map(({ text }) => text).join('\n'), author: person })
  parts.forEach((part, index) => {
    const path = newId ? part.path.replace(/^g\.[^.]+\./, `g.${newId}.`) : part.path
    note(model, path, values[index]!.value, person)
  })
  model.sent.push(talk.stepped.recorded)
}

/** An earlier message is edited: what it answered changes, if all of that still stands, and nothing else ever. */
function edit(talk: Talk, model: Model, paths: string[] = [], person: string): void {
  const { answers } = talk
  const fields = form.fields.flatMap((field) => (field.kind === 'group' ? field.fields : [field]))
  const kinds = paths.map((path) => fields.find(({ id }) => id === path.split('.').at(-1))!.kind)
  if (paths.length === 0 || kinds.some((kind) => kind !== 'short-text' && kind !== 'number')) return
  const values = kinds.map((kind) => (kind === 'number' ? model.next++ : `Chữa ${model.next++}`))
  const stands = paths.every((path) => answerAt(answers, path) !== undefined)
  talk.does({ kind: 'edited', paths, text: values.join('\n'), author: person })
  expect(talk.outcome.kind === 'answer-changed').toBe(stands)
  if (stands) paths.forEach((path, index) => note(model, path, values[index]!, person))
}

function newItemId(talk: Talk, prompt: Prompt): string {
  if (prompt.kind === 'ask') return prompt.parts[0]!.path.split('.')[1]!
  return `i${talk.stepped.state.nextItem}`
}

function valueFor(part: AskedPart, n: number): { text: string; value: string | number | boolean } {
  switch (part.kind) {
    case 'number':
      return { text: String(n), value: n }
    case 'choice':
      return n % 2 === 0 ? { text: '1', value: 'one' } : { text: 'thu nhi', value: 'two' }
    case 'yes-no':
      return n % 2 === 0 ? { text: 'có', value: true } : { text: 'không ạ', value: false }
    default:
      return { text: `Câu trả lời ${n}`, value: `Câu trả lời ${n}` }
  }
}

function note(model: Model, path: string, value: string | number | boolean, person: string): void {
  putAnswer(model.answers, path, value)
  model.authors[path] = person
}

/** Answers what is left, then compares the review line by line. */
function finish(talk: Talk, model: Model): void {
  model.authors = {}
  talk.does({ kind: 'verb', verb: 'done' }).does({ kind: 'verb', verb: 'next' })
  for (let left = 60; left > 0 && currentPrompt(talk)?.kind !== 'review'; left -= 1) {
    const prompt = currentPrompt(talk)
    if (prompt?.kind === 'group-menu') talk.says('xong')
    else if (talk.outcome.kind === 'fragment-kept') talk.says('xong')
    else answer(talk, model, prompt, 'lan')
  }
  const prompt = currentPrompt(talk)
  if (prompt?.kind !== 'review') throw new Error(`stuck at ${prompt?.kind}`)
  expect(given(talk.answers)).toEqual(given(model.answers))
  const shown = prompt.lines.flatMap(({ path, value }) => {
    if (!value || value.kind === 'count') return []
    const said =
      'text' in value ? value.text : 'value' in value ? value.value : 'yes' in value ? value.yes : undefined
    return said === undefined ? [] : [[path, said] as const]
  })
  expect(Object.fromEntries(shown)).toEqual(flat(model.answers))
}

/** Text, numbers and yes-no by path; `k` counts only while it is asked. */
function flat(answers: FormAnswers): Record<string, unknown> {
  const simple = Object.entries(answers).filter(
    ([id]) => id !== 'g' && id !== 'h' && (id !== 'k' || answers['h'] === 'two'),
  )
  const inner = itemsOf(answers, 'g').flatMap((item) =>
    Object.entries(item.answers).map(([id, value]) => [`g.${item.id}.${id}`, value] as const),
  )
  return Object.fromEntries([...simple, ...inner])
}
