import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type FormDefinition, formDefinition } from '../../src/domain/form-definition.ts'
import {
  describeMigration,
  type FormState,
  itemsOf,
  migrateForm,
  planMigration,
  resumeForm,
} from '../../src/forms/index.ts'
import { answerAt } from '../../src/forms/answers.ts'
import { listLines } from '../../src/forms/list-lines.ts'
import { context, pledge, report, vi } from './sample-forms.ts'
import { talkAbout } from './talk.ts'

type Change = (fields: Record<string, unknown>[]) => Record<string, unknown>[]

/** The form with its fields changed, as an office would publish it anew. */
function changed(form: FormDefinition, change: Change): FormDefinition {
  const fields = structuredClone(form.fields) as unknown as Record<string, unknown>[]
  return formDefinition.parse({ ...form, fields: change(fields) })
}

const without =
  (id: string): Change =>
  (fields) =>
    fields.filter((field) => field['id'] !== id)
const withChange =
  (id: string, change: object): Change =>
  (fields) =>
    fields.map((field) => (field['id'] === id ? { ...field, ...change } : field))
const instead =
  (field: { id: string; kind: string; label: string; max?: number }): Change =>
  (fields) =>
    fields.map((old) => (old['id'] === field.id ? field : old))
const first =
  (field: object): Change =>
  (fields) => [field as Record<string, unknown>, ...fields]

const half = talkAbout(report, context).says('20/11\n1', 'đủ', '12', 'Nội dung A', 'xong').stepped.state
const moved = (to: FormDefinition, state: FormState = half, from: FormDefinition = report) => {
  const migrated = migrateForm(from, to, state, context)
  if (migrated.kind !== 'moved') throw new Error(`stays: ${migrated.lost.map(({ path }) => path).join()}`)
  return migrated
}
const told = (to: FormDefinition, state: FormState = half, from: FormDefinition = report) =>
  describeMigration(migrateForm(from, to, state, context), to, vi, 'vi')

describe('what differs between two versions of a form', () => {
  test('nothing, where only what is shown and never asked differs', () => {
    const to = changed(report, withChange('unit_name', { label: 'Tên chi bộ' }))
    expect(planMigration(report, to)).toEqual({ changes: [], renumbered: false })
    expect(told(to)).toBeNull()
  })

  test('questions added, taken out, reworded, needed, asked for another kind of answer', () => {
    const to = changed(report, (fields) =>
      first({ kind: 'number', id: 'guests', label: 'Khách mời' })(
        without('photo')(
          withChange('strengths', { optional: false })(
            withChange('content', { label: 'Nội dung đã học' })(
              instead({ kind: 'short-text', id: 'speeches', label: 'Ý kiến' })(fields),
            ),
          ),
        ),
      ),
    )
    const plan = planMigration(report, to)
    expect(plan.changes.map(({ kind, path }) => `${kind} ${path}`)).toEqual([
      'added guests',
      'replaced speeches',
      'reworded content',
      'needed strengths',
      'removed photo',
    ])
    expect(plan.renumbered).toBe(true)
  })

  test('inside a group question by question; a group that is new or gone once', () => {
    const inGroup = changed(pledge, (fields) =>
      fields.map((field) =>
        field['id'] === 'deeds'
          ? {
              ...field,
              fields: [
                ...(field['fields'] as object[]),
                { kind: 'short-text', id: 'helper', label: 'Người giúp' },
              ],
            }
          : field,
      ),
    )
    expect(planMigration(pledge, inGroup).changes).toMatchObject([
      { kind: 'added', path: 'deeds.helper', number: 1 },
    ])
    expect(planMigration(report, changed(report, without('exemplars'))).changes).toMatchObject([
      { kind: 'removed', path: 'exemplars' },
    ])
  })
})

describe('an unfinished form whose form is published anew', () => {
  test('goes on in the new version: every answer stands, what is new is asked, and it is said', () => {
    const to = changed(report, (fields) =>
      first({ kind: 'number', id: 'guests', label: 'Số khách mời' })(
        withChange('content', { label: 'Nội dung đã học' })(without('photo')(fields)),
      ),
    )
    const { state } = moved(to)
    expect(state.answers).toEqual(half.answers)
    expect(state.asked).toEqual(['guests'])
    expect(told(to)).toBe(
      `Mẫu phiếu đã đổi từ lần trước. Các câu đã trả lời vẫn giữ nguyên.
Câu mới: 1. Số khách mời.
Đổi lời hỏi, đồng chí xem lại câu đã trả lời: 7. Nội dung đã học.
Không hỏi nữa: 11. Ảnh buổi sinh hoạt.
Số của các câu cũng đổi; gõ xem để thấy số mới.`,
    )
    const talk = talkAbout(to, context, resumeForm(to, state, context)).says('3')
    expect(talk.prompt).toMatchObject({ kind: 'ask', number: '8', parts: [{ path: 'strengths' }, {}] })
  })

  test('would lose an answer: it is finished as it was begun, and it is said for which answer', () => {
    const to = changed(report, without('speeches'))
    expect(migrateForm(report, to, half, context)).toMatchObject({
      kind: 'stays',
      lost: [{ path: 'speeches' }],
    })
    expect(told(to)).toContain('vẫn làm tiếp theo mẫu cũ')
    expect(told(to)).toContain('5. Số ý kiến phát biểu: 12')
  })

  test.each([
    [
      'an option that was chosen is gone',
      withChange('manner', {
        options: [
          { id: 'joined', label: 'Ghép' },
          { id: 'online', label: 'Trực tuyến' },
        ],
      }),
    ],
    ['a bound that the number breaks', withChange('speeches', { max: 10 })],
    ['a text that is too long now', withChange('content', { max: 5 })],
    [
      'a question that is not called for any more',
      withChange('content', { when: { field: 'manner', is: 'online' } }),
    ],
    ['another kind of answer', instead({ kind: 'short-text', id: 'held_on', label: 'Ngày' })],
  ] as const)('%s: it stays', (_, change) => {
    expect(migrateForm(report, changed(report, change), half, context).kind).toBe('stays')
  })

  test('another form altogether, or an answer that is half given: it stays, and nothing is said', () => {
    const other = formDefinition.parse({ ...report, code: 'other' })
    expect(migrateForm(report, other, half, context)).toEqual({ kind: 'stays', lost: [] })
    const naming = talkAbout(report, context).says('20/11\n1', 'Lan (ốm)').stepped.state
    const to = changed(report, without('photo'))
    expect(migrateForm(report, to, naming, context)).toEqual({ kind: 'stays', lost: [] })
    expect(told(to, naming)).toBeNull()
  })

  test('a question that was left empty and is needed now is asked', () => {
    const left = talkAbout(report, context).says('20/11\n1', 'đủ', '12', 'A', 'xong', 'bỏ qua').stepped.state
    const { state } = moved(changed(report, withChange('faults', { optional: false })), left)
    expect(state.asked).toEqual(['faults'])
    expect(told(changed(report, withChange('faults', { optional: false })), left)).toContain(
      'Nay cần trả lời: 8. Hạn chế.',
    )
  })

  test('items keep their ids and what they are elsewhere; a new question is asked of each', () => {
    const two = talkAbout(pledge, context).says('Đọc sách\n4 cuốn', 'Giúp một hộ\n1 hộ', 'xong', 'có').stepped
    const to = changed(pledge, (fields) =>
      fields.map((field) =>
        field['id'] === 'deeds'
          ? {
              ...field,
              fields: [
                ...(field['fields'] as object[]),
                { kind: 'short-text', id: 'helper', label: 'Ai giúp?' },
              ],
            }
          : field,
      ),
    )
    const { state } = moved(to, two.state, pledge)
    const talk = talkAbout(to, context, resumeForm(to, state, context)).says('Chị Mẫu', 'Anh Mẫu')
    expect(talk.prompt.kind).toBe('review')
    expect(itemsOf(talk.answers, 'deeds')).toMatchObject([
      { id: 'i1', answers: { content: 'Đọc sách', result: '4 cuốn', helper: 'Chị Mẫu' } },
      { id: 'i2', answers: { content: 'Giúp một hộ', result: '1 hộ', helper: 'Anh Mẫu' } },
    ])
  })
})

/** Every way in which an office might change a form, one after the other. */
const edits: fc.Arbitrary<Change>[] = [
  fc.constantFrom(...report.fields.map(({ id }) => id)).map(without),
  fc.constantFrom(...report.fields.map(({ id }) => id)).map((id) => withChange(id, { label: 'Lời khác' })),
  fc.constantFrom('strengths', 'faults', 'photo').map((id) => withChange(id, { optional: false })),
  fc.nat(9).map((n) => first({ kind: 'short-text', id: `new_${n}`, label: `Mới ${n}` })),
  fc.nat(30).map((max) => withChange('speeches', { max })),
  fc.constant(instead({ kind: 'short-text', id: 'registered', label: 'Đã đăng ký', max: 9 })),
  fc.constant(((fields) => [...fields].reverse()) satisfies Change),
]
const paths = [
  '20/11\n1',
  'đủ',
  '12',
  'Nội dung A',
  'xong',
  'Tốt\nÍt',
  '1, 3',
  'Tổ phụ nữ',
  'xong',
  'bỏ qua',
  '5/6',
]

describe('however a form is changed', () => {
  test('an unfinished one keeps every answer, under the same question, whether it moves or stays', () => {
    fc.assert(
      fc.property(
        fc.nat(paths.length),
        fc.array(fc.oneof(...edits), { minLength: 1, maxLength: 4 }),
        (answered, list) => {
          const { state } = talkAbout(report, context).says(...paths.slice(0, answered)).stepped
          const before = structuredClone(state)
          const to = list.reduce(tryChange, report)
          const migrated = migrateForm(report, to, state, context)
          expect(state).toEqual(before)
          const view = { definition: report, answers: state.answers, context }
          const given = listLines(view, state).filter(
            (line) => line.state === 'answered' && line.value?.kind !== 'count',
          )
          if (migrated.kind === 'stays') {
            for (const line of migrated.lost) expect(given).toContainEqual({ ...line, author: null })
            return
          }
          for (const { path } of given)
            expect(answerAt(migrated.state.answers, path)).toEqual(answerAt(state.answers, path))
          expect(migrated.state.revision).toBeGreaterThan(state.revision)
          // It goes on: whatever is asked now is a question of the new version, and not answered yet.
          const { outcome } = resumeForm(to, migrated.state, context)
          if (outcome.kind !== 'resumed') throw new Error(outcome.kind)
          if (outcome.prompt.kind !== 'ask') return
          for (const part of outcome.prompt.parts)
            expect(answerAt(migrated.state.answers, part.path)).toBeUndefined()
        },
      ),
      { seed: 20260302, numRuns: 300 },
    )
  })
})

/** A change that no form can have (a condition about a question that is gone) is left out. */
function tryChange(form: FormDefinition, change: Change): FormDefinition {
  try {
    return changed(form, change)
  } catch {
    return form
  }
}
